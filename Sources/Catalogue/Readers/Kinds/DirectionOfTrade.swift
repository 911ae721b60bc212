import Guidance
import Periods

/// The IMF's Direction of Trade Statistics in bulk: a row for reporter, indicator and counterpart,
/// with periods to the right.
enum DirectionOfTrade: FileReader {
  static let kind = FileKind(
    name: "dots",
    title: "Direction of Trade Statistics",
    publisher: "International Monetary Fund",
    address: "data.imf.org"
  )

  private static let required = ["Country Name", "Indicator Code", "Counterpart Country Name"]

  static func recognises(_ file: SourceFile) -> Bool { file.header(with: required) != nil }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = file.header(with: required) else { return }
    let periods = header.names.indices.compactMap { column in
      PeriodText(header.names[column]).map { (column: column, period: $0.period) }
    }
    draft.roles = [
      ("Country Name", "reporter"), ("Counterpart Country Name", "partner"),
      ("Indicator Code", "flow"),
    ]
    draft.note(.dollars)
    var scanner = file.records
    while let row = scanner.next() {
      guard row.line > header.line else { continue }
      draft.rowsRead += 1
      // Rows of another attribute, such as Status, repeat the key of a row of values.
      guard ["", "value"].contains(row[header["Attribute"]].lowercased()) else { continue }
      guard let flow = Flow(row[header["Indicator Code"]]) else {
        try draft.refuse(row.line, "'\(row[header["Indicator Code"]].shortened)' is no trade flow")
        continue
      }
      let reporter = draft.places.place(name: row[header["Country Name"]])
      let partner = draft.places.place(name: row[header["Counterpart Country Name"]])
      for (column, period) in periods {
        let value = try draft.number(row[column], line: row.line, column: header.names[column])
        guard let value else { continue }
        var figure = Figure(flow.series, value, in: .money(.usd), for: period, line: row.line)
        figure.reporter = reporter
        figure.partner = partner
        figure.spelling = row[header["Counterpart Country Name"]]
        figure.basis = flow.basis
        draft.add(figure)
      }
    }
  }

  /// `TXG_FOB_USD`, `TMG_CIF_USD`, `TMG_FOB_USD`, `TBG_USD`.
  struct Flow {
    var series: String
    var basis: String

    init?(_ code: String) {
      switch code.prefix(4) {
      case "TXG_": series = "exports"
      case "TMG_": series = "imports"
      case "TBG_": series = "balance"
      default: return nil
      }
      basis = code.contains("CIF") ? "CIF" : code.contains("FOB") ? "FOB" : ""
      // The same imports on another valuation are a series of their own.
      if series == "imports", basis == "FOB" { series = "imports.fob" }
    }
  }
}
