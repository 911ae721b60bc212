import Guidance
import Periods

/// Tables of China's customs office: a month and the year to date, with growth.
enum CustomsMonths: FileReader {
  static let kind = FileKind(
    name: "gacc",
    title: "China's customs, by month",
    publisher: "China Customs (GACC)",
    address: "customs.gov.cn"
  )

  /// The columns alone prove nothing, as every ministry may name them so: the figures must be China's.
  static func recognises(_ file: SourceFile) -> Bool {
    let isTable = file.header(with: ["exports_month", "exports_cum", "imports_month"]) != nil
    let isSeries = file.header(with: ["date", "value", "yoy", "ytd_value", "ytd_yoy"]) != nil
    guard isTable || (isSeries && ColumnWords(file.stem).flow != nil),
      let header = file.plainHeader
    else { return false }
    return UnitBenchmark(file, header).measurement != nil
  }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = file.plainHeader else { throw unknownLayout(file) }
    let benchmark = draft.options.measurement == nil ? UnitBenchmark(file, header) : nil
    try PlainTable.read(file, header, into: &draft) { rows in
      rows.reporter = Place.known("CHN")
      rows.basis = ["exports": "FOB", "imports": "CIF"]
      guard let found = benchmark?.measurement else { return }
      rows.money = found
      rows.isUnitKnown = true
    }
    guard let benchmark, let found = benchmark.measurement else { return }
    draft.find(
      ImportFinding(
        "unit-inferred",
        "unit and currency are not declared; \(benchmark.matches) months agree with "
          + "`china-customs` in \(found.label), so that is taken",
        isWarning: false
      )
    )
  }
}
