import Guidance
import Periods

/// Reads the rows of a table whose columns are known.
struct TableRows {
  var roles: TableRoles
  var style: NumberStyle
  /// The reporter of tables that name none.
  var reporter: Place?
  /// The unit of amounts whose columns name none.
  var money = Measurement.dollars
  var basis: [String: String] = [:]
  /// True for kinds of file whose unit is known.
  var isUnitKnown = false
  /// True where `2023.1` is October, because January is written `2023.01`.
  var dropsZeros = false
  var monthFirst = true
  /// The name for values of a table that names them `value` only.
  var indicatorName = "value"

  mutating func read(
    _ file: SourceFile,
    _ header: Header,
    into draft: inout Draft
  ) throws(Diagnostic) {
    var scanner = file.records
    while let record = scanner.next() {
      guard record.line > header.line else {
        draft.preambleLines += record.line < header.line ? 1 : 0
        continue
      }
      draft.rowsRead += 1
      try read(record, width: header.width, into: &draft)
    }
    if let line = scanner.openQuote {
      draft.find(ImportFinding("open-quote", "a quote never closes", line: line))
    }
  }

  private func read(
    _ row: Record,
    width: Int,
    into draft: inout Draft
  ) throws(Diagnostic) {
    // Sources and remarks stand below a table in its first column.
    if row.filledCount == 1, width > 2, !row.fields[0].isEmpty {
      draft.footnoteLines += 1
      draft.rowsRead -= 1
      return
    }
    if row.fields.count > width, row.fields[width...].contains(where: { !$0.isEmpty }) {
      return try draft.refuse(
        row.line,
        "\(row.fields.count) fields where \(width) columns have names"
      )
    }
    if !roles.periods.isEmpty {
      for (column, period) in roles.periods {
        let value = TableRoles.ValueColumn(column: column, name: "value", target: .flow(nil))
        try add(value, period, day: 0, row, &draft)
      }
      return
    }
    guard let found = try period(of: row, &draft) else { return }
    for value in roles.values {
      try add(value, found.period, day: found.day ?? 0, row, &draft)
    }
  }

  // MARK: Period

  private func period(of row: Record, _ draft: inout Draft) throws(Diagnostic) -> PeriodText? {
    let text = periodText(row)
    guard let found = draft.period(text, monthFirst: monthFirst) else {
      try draft.refuse(row.line, "'\(text.shortened)' is no period")
      return nil
    }
    return found
  }

  private func periodText(_ row: Record) -> String {
    if let period = roles.period {
      let text = row[period]
      let isShort = dropsZeros && text.utf8.count == 6 && text.hasSuffix(".1")
      return isShort ? text + "0" : text
    }
    guard let month = roles.month else { return row[roles.year] }
    let number = Int(row[month]) ?? PeriodText.month(row[month].lowercased()[...]) ?? 0
    return "\(row[roles.year])-\(number < 10 ? "0" : "")\(number)"
  }

  // MARK: Figures

  private func add(
    _ value: TableRoles.ValueColumn,
    _ period: Period,
    day: Int,
    _ row: Record,
    _ draft: inout Draft
  ) throws(Diagnostic) {
    guard let target = try target(of: value, row, &draft) else { return }
    let dated = target.isMoney ? draft.options.measurement(for: period) : nil
    let measurement = dated ?? value.measurement ?? (target.isMoney ? money : Measurement(.ratio))
    let scaled = draft.options.factor(for: value.name, period) * value.factor
    let power = scaled.powerOfTen
    guard
      var number = try draft.number(
        row[value.column],
        style,
        exponent: measurement.exponent + (power ?? 0),
        line: row.line,
        column: value.name
      )
    else { return }
    if power == nil { number *= scaled }
    var period = period
    if value.isToDate {
      // January to date is January, which has a column of its own.
      if period.start.number == 1, period.length == 1, roles.hasMonths(of: value) { return }
      period = Period(from: Month(year: period.start.year, month: 1), through: period.end)
    }
    let partner = value.partner ?? place(roles.partner, row, &draft)
    let reporterPlace = place(roles.reporter, row, &draft) ?? reporter ?? .unnamed
    var figure = Figure(
      target.series(partner?.name),
      number,
      in: measurement.unit,
      for: period,
      line: row.line,
      column: value.name
    )
    figure.reporter = reporterPlace
    figure.partner = partner ?? .world
    figure.spelling = value.partner?.code ?? text(roles.partner, row)
    figure.basis = basis[figure.series] ?? ""
    figure.day = day
    if target.isMoney || target.isQuantity { figure.product = product(row) }
    if case .indicator(let name) = target {
      draft.addIndicator(figure.series, name: partner.map { "\($0.name) \(name)" } ?? name)
    }
    draft.add(figure)
  }

  private func target(
    of value: TableRoles.ValueColumn,
    _ row: Record,
    _ draft: inout Draft
  ) throws(Diagnostic) -> TableRoles.Target? {
    switch value.target {
    case .flow(nil):
      guard roles.flow != nil else { return .indicator(indicatorName) }
      guard let series = FlowWord.series(text(roles.flow, row)) else {
        try draft.refuse(row.line, "'\(text(roles.flow, row).shortened)' is no trade flow")
        return nil
      }
      return .flow(series)
    case .quantity(nil):
      guard let series = FlowWord.series(text(roles.flow, row)) else { return nil }
      return .quantity(series)
    case .growth(""):
      guard let series = FlowWord.series(text(roles.flow, row)) else { return nil }
      return .growth(series)
    default: return value.target
    }
  }

  private func place(_ role: TableRoles.Place?, _ row: Record, _ draft: inout Draft) -> Place? {
    guard let role else { return nil }
    let text = text(role, row)
    guard !text.isEmpty else { return nil }
    return draft.places.place(iso: text.isCode ? text : "", name: text)
  }

  private func product(_ row: Record) -> Product {
    let text = text(roles.product, row)
    guard !text.isEmpty else { return .allGoods }
    let isCode = text.allSatisfy(\.isASCIIDigit)
    let code = isCode ? ProductCode.code(text, classification: "") : text
    if ProductCode.isTotal(code) { return .allGoods }
    return Product.known(code) ?? Product.known.first { $0.name == text.lowercased() }
      ?? Product(code: isCode ? code : text.plainWord.uppercased(), name: text)
  }

  private func text(_ role: TableRoles.Place?, _ row: Record) -> String {
    switch role {
    case .column(let column): row[column]
    case .fixed(let text): text
    case nil: ""
    }
  }
}

extension TableRoles {
  fileprivate func hasMonths(of value: ValueColumn) -> Bool {
    values.contains { $0.target == value.target && !$0.isToDate }
  }
}

extension TableRoles.Target {
  var isMoney: Bool { if case .flow = self { true } else { false } }

  var isQuantity: Bool { if case .quantity = self { true } else { false } }

  fileprivate func series(_ partner: String?) -> String {
    switch self {
    case .flow(let series): series ?? "value"
    case .growth(let series): series + ".yoy"
    case .quantity(let series): (series ?? "exports") + ".quantity"
    case .indicator(let name): partner.map { "\(name.plainWord).\($0.plainWord)" } ?? name.plainWord
    }
  }
}

extension Double {
  /// The exponent of an exact power of ten; nil for all other numbers.
  var powerOfTen: Int? { (-15...15).first { Double("1e\($0)") == self } }
}

extension String {
  /// Two or three capital letters, as codes of countries are.
  fileprivate var isCode: Bool {
    (2...3).contains(utf8.count) && utf8.allSatisfy { (65...90).contains($0) }
  }
}

extension Draft {
  mutating func addIndicator(
    _ code: String,
    name: String,
    summary: String = "",
    aggregation: Indicator.Aggregation = .mean
  ) {
    guard indicators[code] == nil else { return }
    let spelled = Draft.takenWords.contains(name) ? name + " column" : name
    indicators[code] = Indicator(
      code: code,
      name: spelled,
      summary: summary.isEmpty ? "\(spelled), as the file gives it" : summary,
      aggregation: aggregation,
      coverage: "the file"
    )
  }

  /// Words of the language that a column may be called by.
  private static let takenWords: Set<String> = [
    "hhi", "share", "rank", "index", "trend", "log", "value", "exports", "imports", "mean", "total",
    "change", "growth", "real", "nominal", "month", "year", "quarter", "count", "first", "latest",
  ]
}
