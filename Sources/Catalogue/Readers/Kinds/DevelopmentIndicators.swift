import Guidance
import Periods

/// The World Bank's World Development Indicators: four lines of preamble, years to the right.
enum DevelopmentIndicators: FileReader {
  static let kind = FileKind(
    name: "wdi",
    title: "World Development Indicators",
    publisher: "World Bank",
    address: "data.worldbank.org",
    licence: "Creative Commons Attribution 4.0"
  )

  private static let required = [
    "Country Name", "Country Code", "Indicator Name", "Indicator Code",
  ]

  /// The same columns as the data bank names them.
  private static let bank = ["Country Name", "Country Code", "Series Name", "Series Code"]

  static func recognises(_ file: SourceFile) -> Bool { header(of: file) != nil }

  private static func header(of file: SourceFile) -> Header? {
    file.header(with: required) ?? file.header(with: bank)
  }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = header(of: file) else { return }
    let code = header.column("Indicator Code", "Series Code")
    let name = header.column("Indicator Name", "Series Name")
    let years = header.names.indices.compactMap { column in
      // Newer downloads write `1960 [YR1960]`.
      PeriodText(String(header.names[column].prefix(4))).map { (column: column, year: $0.period) }
    }
    draft.roles = [
      ("Country Code", "reporter"), (code.map { header.names[$0] } ?? "", "measure"),
      ("\(years.first?.year.label ?? "") … \(years.last?.year.label ?? "")", "value of each year"),
    ]
    var aggregates = 0
    var scanner = file.records
    while let row = scanner.next() {
      guard row.line > header.line else {
        draft.preambleLines += row.line < header.line ? 1 : 0
        continue
      }
      guard row.filledCount > 2 else {
        draft.footnoteLines += 1
        continue
      }
      draft.rowsRead += 1
      let place = place(row[header["Country Code"]], row[header["Country Name"]], &draft)
      let measure = WorldBankMeasure(
        code: row[code],
        name: row[name]
      )
      if measure.isFlow, place.kind != .country {
        aggregates += 1
        continue
      }
      try read(row, years, place, measure, into: &draft)
    }
    if aggregates > 0 {
      draft.find(
        ImportFinding(
          "aggregates-skipped",
          "\(aggregates) rows of groups of reporters were left out: their members are there",
          isWarning: false
        )
      )
    }
  }

  /// A country by its code; the World Bank's groups are its own, whatever codes they share.
  private static func place(_ code: String, _ name: String, _ draft: inout Draft) -> Place {
    if let known = Place.known(iso: code), known.kind == .country || groups.contains(code) {
      return known
    }
    return draft.places.stranger(name, isAggregate: true)
  }

  private static let groups: Set<String> = ["WLD", "EUU", "EMU"]

  private static func read(
    _ row: Record,
    _ years: [(column: Int, year: Period)],
    _ place: Place,
    _ measure: WorldBankMeasure,
    into draft: inout Draft
  ) throws(Diagnostic) {
    var series = measure.series
    if !measure.isFlow {
      series = "\(measure.series).\(place.code)"
      draft.addIndicator(
        series,
        name: "\(place.name) \(measure.word)",
        summary: measure.name.prefixSentence,
        aggregation: .mean
      )
    }
    draft.note(Measurement(measure.unit))
    for (column, year) in years {
      let value = try draft.number(row[column], line: row.line, column: "\(year)")
      guard let value else { continue }
      var figure = Figure(series, value, in: measure.unit, for: year, line: row.line)
      figure.reporter = place
      figure.column = year.description
      draft.add(figure)
    }
  }
}

/// An indicator of the World Bank: a trade flow, or a number of its own.
private struct WorldBankMeasure {
  let name: String
  let series: String
  let isFlow: Bool
  let unit: Unit

  init(code: String, name: String) {
    self.name = name
    let flow = WorldBankMeasure.flows[code]
    isFlow = flow != nil
    series = flow ?? "wdi.\(code.lowercased())"
    unit = Measurement(reading: name)?.unit ?? .ratio
  }

  /// The name without what stands in parentheses, in lower case.
  var word: String {
    let head = name.split(separator: "(").first ?? name[...]
    return head.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private static let flows = [
    "TX.VAL.MRCH.CD.WT": "exports", "TM.VAL.MRCH.CD.WT": "imports",
  ]
}

extension String {
  /// At most eighty characters, as summaries have.
  fileprivate var prefixSentence: String { count > 80 ? prefix(79) + "…" : self }
}
