import Guidance

/// UN Comtrade's old download: 35 columns, or a short header of the most important twelve.
enum ComtradeLegacy: FileReader {
  static let kind = FileKind(
    name: "comtrade-legacy",
    title: "UN Comtrade, old download",
    publisher: "UN Comtrade",
    address: "comtrade.un.org",
    licence: "free to use with credit; passing large parts on needs the UN's consent"
  )

  private static let required = [
    "Trade Flow", "Reporter", "Partner", "Commodity Code", "Trade Value (US$)",
  ]

  static func recognises(_ file: SourceFile) -> Bool { file.header(with: required) != nil }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = file.header(with: required) else { return }
    let columns = ComtradeColumns(
      period: header.column("Period", "Year"),
      reporter: (header["Reporter ISO"], header["Reporter Code"], header["Reporter"]),
      partner: (header["Partner ISO"], header["Partner Code"], header["Partner"]),
      flow: header["Trade Flow"],
      classification: header["Classification"],
      commodity: (header["Commodity Code"], header["Commodity"]),
      value: header["Trade Value (US$)"],
      fob: header["FOB Trade Value (US$)"],
      cif: header["CIF Trade Value (US$)"],
      weight: header["Netweight (kg)"],
      parts: [
        (header["2nd Partner Code"], ["", "0"]), (header["Customs Proc. Code"], ["", "C00"]),
        (header["Mode of Transport Code"], ["", "0"]),
      ]
    )
    try columns.read(file, header, into: &draft)
  }
}
