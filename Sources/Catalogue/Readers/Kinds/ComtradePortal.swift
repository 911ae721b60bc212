import Guidance

/// UN Comtrade's present portal: 47 columns in quotes, with a comma behind the last.
enum ComtradePortal: FileReader {
  static let kind = FileKind(
    name: "comtrade",
    title: "UN Comtrade, new portal",
    publisher: "UN Comtrade",
    address: "comtradeplus.un.org",
    licence: "free to use with credit; passing large parts on needs the UN's consent"
  )

  private static let required = ["ReporterCode", "FlowCode", "PartnerCode", "CmdCode"]

  static func recognises(_ file: SourceFile) -> Bool {
    guard let header = file.header(with: required) else { return false }
    return header["PrimaryValue"] != nil && header.column("Period", "RefPeriodId") != nil
  }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = file.header(with: required) else { return }
    let shift = shift(of: header, in: file)
    if shift != 0 {
      let places = shift == 1 ? "one place to the right" : "one place to the left"
      draft.find(
        ImportFinding("columns-shifted", "the fields stand \(places) of their names: put back")
      )
    }
    func column(_ name: String) -> Int? {
      header[name].flatMap { $0 + shift >= 0 ? $0 + shift : nil }
    }
    let columns = ComtradeColumns(
      period: column("Period") ?? column("RefPeriodId"),
      reporter: (column("ReporterISO"), column("ReporterCode"), column("ReporterDesc")),
      partner: (column("PartnerISO"), column("PartnerCode"), column("PartnerDesc")),
      flow: column("FlowCode"),
      classification: column("ClassificationCode"),
      commodity: (column("CmdCode"), column("CmdDesc")),
      value: column("PrimaryValue"),
      fob: column("Fobvalue"),
      cif: column("Cifvalue"),
      weight: column("NetWgt"),
      parts: [
        (column("Partner2Code"), ["", "0"]), (column("CustomsCode"), ["", "C00"]),
        (column("MotCode"), ["", "0"]), (column("MosCode"), ["", "0"]),
      ]
    )
    try columns.read(file, header, into: &draft)
  }

  /// How many places the fields stand right of their names, which tools that take the comma behind
  /// each row for one more column bring about.
  private static func shift(of header: Header, in file: SourceFile) -> Int {
    guard let flow = header["FlowCode"],
      let row = file.head.first(where: { $0.line > header.line })
    else { return 0 }
    let codes = ["M", "X", "RX", "RM", "MIP", "XIP", "FM", "DX"]
    return [0, -1, 1].first { codes.contains(row[flow + $0].uppercased()) } ?? 0
  }
}
