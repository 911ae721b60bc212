import Guidance
import Periods

/// The US Census Bureau's trade by country: months to the right, imports and exports in one row.
enum CensusCountries: FileReader {
  static let kind = FileKind(
    name: "census-countries",
    title: "US trade by country",
    publisher: "US Census Bureau",
    address: "census.gov/foreign-trade",
    licence: "work of the US government, in the public domain"
  )

  private static let required = ["year", "CTYNAME", "IJAN", "EJAN"]

  static func recognises(_ file: SourceFile) -> Bool { file.header(with: required) != nil }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = file.header(with: required) else { return }
    let flows = [("I", "imports", "customs value"), ("E", "exports", "FAS")].map { flow in
      FlowColumns(
        series: flow.1,
        basis: flow.2,
        months: Month.abbreviations.map { header[flow.0 + $0] },
        year: header[flow.0 + "YR"]
      )
    }
    draft.roles = [
      ("year", "year"), ("CTYNAME", "partner"), ("IJAN … IDEC", "imports by month"),
      ("EJAN … EDEC", "exports by month"), ("IYR, EYR", "the year, where it has no months"),
    ]
    draft.note(Measurement(.money(.usd), exponent: 6))
    var skipped = Skipped()
    var scanner = file.records
    while let record = scanner.next() {
      guard record.line > header.line else {
        draft.preambleLines += record.line < header.line ? 1 : 0
        continue
      }
      draft.rowsRead += 1
      try read(record, header, flows, into: &draft, &skipped)
    }
    skipped.zeros = draft.dropZerosToCome()
    skipped.note(in: &draft)
  }

  struct FlowColumns {
    var series: String
    var basis: String
    var months: [Int?]
    var year: Int?
  }

  private static func read(
    _ row: Record,
    _ header: Header,
    _ flows: [FlowColumns],
    into draft: inout Draft,
    _ skipped: inout Skipped
  ) throws(Diagnostic) {
    let name = row[header["CTYNAME"]]
    guard let year = draft.period(row[header["year"]])?.period, year.length == 12 else {
      return try draft.refuse(row.line, "'\(row[header["year"]].shortened)' is no year")
    }
    guard !name.isEmpty else { return try draft.refuse(row.line, "the country has no name") }
    if name.contains("Seasonally Adjusted"), !name.contains("Not Seasonally") {
      skipped.adjusted += 1
      return
    }
    let partner = draft.places.place(name: name)
    for flow in flows {
      var sum = 0.0
      var figures: [Figure] = []
      for (number, column) in flow.months.enumerated() {
        let value = try draft.number(row[column], exponent: 6, line: row.line, column: flow.series)
        guard let value else { continue }
        sum += value
        let month = Period(year.start + number)
        figures.append(figure(flow, value, month, partner, row))
      }
      for figure in figures { draft.add(figure) }
      guard sum == 0,
        let value = try draft.number(
          row[flow.year],
          exponent: 6,
          line: row.line,
          column: flow.series
        ), value != 0
      else { continue }
      draft.add(figure(flow, value, year, partner, row))
    }
  }

  private static func figure(
    _ flow: FlowColumns,
    _ value: Double,
    _ period: Period,
    _ partner: Place,
    _ row: Record
  ) -> Figure {
    var figure = Figure(flow.series, value, in: .money(.usd), for: period, line: row.line)
    figure.reporter = Place.known("USA") ?? .unnamed
    figure.partner = partner
    figure.spelling = row.fields.count > 2 ? row[1] + row[2] : row[1]
    figure.basis = flow.basis
    figure.column = flow.series
    return figure
  }
}

/// What was left out, for the report.
private struct Skipped {
  var adjusted = 0
  var zeros = 0

  func note(in draft: inout Draft) {
    if adjusted > 0 {
      draft.find(
        ImportFinding(
          "adjusted-skipped",
          "\(adjusted) rows of the seasonally adjusted world total were left out",
          isWarning: false
        )
      )
    }
    if zeros > 0 {
      draft.find(
        ImportFinding(
          "zeros-skipped",
          "\(zeros) zeros behind the last month with trade are months still to come: left out",
          isWarning: false
        )
      )
    }
  }
}

extension Draft {
  /// Leaves out zeros of months behind the last in which anything was traded; gives how many.
  fileprivate mutating func dropZerosToCome() -> Int {
    let last = values.indices.filter { values[$0] != 0 && periods[$0].length == 1 }
      .map { periods[$0] }.max()
    guard let last else { return 0 }
    let before = count
    let kept = values.indices.map { periods[$0].length > 1 || periods[$0] <= last }
    keep { kept[$0] }
    return before - count
  }
}
