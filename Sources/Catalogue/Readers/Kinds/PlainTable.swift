import Guidance
import Periods

/// Any table with names above its columns: long or wide, with what the user says about it.
enum PlainTable: FileReader {
  static let kind = FileKind(name: "table", title: "table")

  static func recognises(_ file: SourceFile) -> Bool {
    guard !file.isJSON, let header = file.plainHeader else { return false }
    let roles = RoleFinder(header.names, file.samples(below: header), stem: file.stem).roles
    return roles.hasTime && (!roles.values.isEmpty || !roles.periods.isEmpty)
  }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let header = file.plainHeader else { throw unknownLayout(file) }
    try read(file, header, into: &draft) { _ in }
  }

  /// Reads a table after `adjusting` what its kind says about it.
  static func read(
    _ file: SourceFile,
    _ header: Header,
    into draft: inout Draft,
    adjusting adjust: (inout TableRows) -> Void
  ) throws(Diagnostic) {
    let samples = file.samples(below: header)
    var roles = RoleFinder(header.names, samples, stem: file.stem).roles
    try roles.apply(draft.options.mapping, names: header.names)
    guard roles.hasTime, !roles.values.isEmpty || !roles.periods.isEmpty else {
      throw unknownLayout(file)
    }
    roles.leaveDailyFlowsOut(file, header, &draft)
    roles.chooseAmongValues()
    if let column = roles.destroyedNames(file, header) { throw namesDestroyed(file, column) }
    if roles.needsFlow { throw needsFlow(file, roles, header) }
    var rows = TableRows(roles: roles, style: NumberStyle.likely(in: samples.flatMap(\.fields)))
    rows.indicatorName = ColumnWords(file.stem).joined
    if let period = roles.period {
      let texts = file.samples(below: header, atMost: 60).map { $0[period] }
      rows.dropsZeros = texts.contains { $0.utf8.count == 7 && $0.contains(".0") }
      rows.monthFirst = !texts.contains { $0.isDayFirst }
    }
    adjust(&rows)
    rows.readTitle(of: file, header, &draft)
    rows.setMoney(draft.options, header, &draft)
    draft.describe(rows.roles, header)
    try rows.read(file, header, into: &draft)
    draft.keepLastOfMonths(rows, file, header)
  }
}

extension SourceFile {
  /// True where the periods of a column are days, and not always the same of their month.
  func isByDay(_ column: Int, _ header: Header) -> Bool {
    let days = samples(below: header, atMost: 60).map { PeriodText($0[column])?.day }
    return !days.isEmpty && !days.contains(nil) && Set(days).count > 1
  }

  func samples(below header: Header, atMost count: Int = 40) -> [Record] {
    Array(head.filter { $0.line > header.line && $0.filledCount > 1 }.prefix(count))
  }
}

extension TableRoles {
  /// Beside flows, other numbers of a table with partners or products are left out.
  fileprivate mutating func chooseAmongValues() {
    let hasFlows = values.contains { $0.target.isMoney }
    guard hasMembers, hasFlows else { return }
    let others = values.filter { if case .indicator = $0.target { true } else { false } }
    ignored += others.map(\.column)
    values.removeAll { value in others.contains { $0.column == value.column } }
  }

  /// Amounts by day are no flow of a month.
  fileprivate mutating func leaveDailyFlowsOut(
    _ file: SourceFile,
    _ header: Header,
    _ draft: inout Draft
  ) {
    guard let period, file.isByDay(period, header) else { return }
    let flows = values.filter { $0.target.isMoney && isFlow($0) && !$0.isMapped }
    guard !flows.isEmpty, flows.count < values.count else { return }
    values.removeAll { value in flows.contains { $0.column == value.column } }
    ignored += flows.map(\.column)
    let names = flows.map(\.name).joined(separator: ", ")
    draft.find(
      ImportFinding(
        "flows-by-day",
        "amounts by day are no flow of a month: left out \(names)",
        isWarning: false
      )
    )
  }

  /// The column of places whose names hold question marks only; nil where they can be read.
  fileprivate func destroyedNames(_ file: SourceFile, _ header: Header) -> String? {
    guard case .column(let column)? = partner else { return nil }
    let names = file.samples(below: header, atMost: 60).map { $0[column] }.filter { !$0.isEmpty }
    let destroyed = names.count { $0.allSatisfy { $0 == "?" || $0 == "\u{FFFD}" } }
    return destroyed * 2 > names.count ? header.names[column] : nil
  }

  /// True where amounts by partner or product may be exports or imports.
  fileprivate var needsFlow: Bool {
    guard flow == nil, hasMembers else { return false }
    return !periods.isEmpty || values.contains { $0.target == .flow(nil) }
  }
}

extension TableRows {
  /// The unit that a line above the table names, such as `(thousand US dollars)`.
  fileprivate mutating func readTitle(
    of file: SourceFile,
    _ header: Header,
    _ draft: inout Draft
  ) {
    guard !isUnitKnown, draft.options.measurement == nil else { return }
    for record in file.head where record.line < header.line {
      let text = record.fields.joined(separator: " ")
      guard let found = Measurement(reading: text), case .money = found.unit else { continue }
      money = found
      isUnitKnown = true
      draft.find(
        ImportFinding(
          "unit-in-title",
          "line \(record.line) says that amounts are in \(found.label)",
          isWarning: false
        )
      )
      return
    }
  }

  /// The unit of amounts: as the user says, as the columns say, or dollars with a warning.
  fileprivate mutating func setMoney(
    _ options: ImportOptions,
    _ header: Header,
    _ draft: inout Draft
  ) {
    let flows = roles.values.filter { $0.target.isMoney && roles.isFlow($0) }
    if let measurement = options.measurement { money = measurement }
    if options.measurement != nil {
      for index in roles.values.indices where roles.values[index].target.isMoney {
        roles.values[index].measurement = money
      }
    }
    for value in flows { draft.note(value.measurement ?? money) }
    let isDeclared = options.measurement != nil || isUnitKnown
    if !isDeclared, flows.contains(where: { $0.measurement == nil }) || hasFlowPeriods {
      if flows.isEmpty { draft.note(money) }
      draft.find(
        ImportFinding(
          "unit-undeclared",
          "currency and unit are not declared in the file: taken as plain US dollars",
          mend: "in usd*1000000"
        )
      )
    }
  }

  private var hasFlowPeriods: Bool { !roles.periods.isEmpty && roles.flow != nil }
}

extension TableRoles {
  fileprivate func isFlow(_ value: ValueColumn) -> Bool {
    value.target != .flow(nil) || flow != nil
  }
}

extension Draft {
  fileprivate mutating func describe(_ roles: TableRoles, _ header: Header) {
    func add(_ column: Int, _ role: String) { self.roles.append((header.names[column], role)) }
    for column in [roles.period, roles.year, roles.month].compactMap(\.self) {
      add(column, column == roles.period ? "period" : column == roles.year ? "year" : "month")
    }
    let places: [(TableRoles.Place?, String)] = [
      (roles.reporter, "reporter"), (roles.partner, "partner"), (roles.flow, "flow"),
      (roles.product, "product"),
    ]
    for case (.column(let column)?, let role) in places { add(column, role) }
    if let first = roles.periods.first, let last = roles.periods.last {
      self.roles.append(
        ("\(header.names[first.column]) … \(header.names[last.column])", "value of each period")
      )
    }
    for value in roles.values { add(value.column, value.role(roles.flow)) }
    ignoredColumns += roles.ignored.map { header.names[$0] }
  }
}

extension TableRoles.ValueColumn {
  fileprivate func role(_ flow: TableRoles.Place?) -> String {
    let ending = isToDate ? ", year to date" : ""
    if case .rate(let name)? = measurement?.unit { return name }
    switch target {
    case .flow(let series?): return series + ending
    case .flow(nil):
      if case .fixed(let series)? = flow { return series + ending }
      return (flow == nil ? "indicator" : "value") + ending
    case .growth(let series): return (series.isEmpty ? "" : series + " ") + "growth" + ending
    case .quantity: return "quantity"
    case .indicator: return "indicator"
    }
  }
}

extension String {
  /// `15/01/2017`: no month has that number.
  fileprivate var isDayFirst: Bool {
    let parts = split { "/.-".contains($0) }
    guard parts.count == 3, parts[2].count == 4, let first = Int(parts[0]) else { return false }
    return first > 12
  }
}
