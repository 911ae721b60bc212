import Periods

/// Finds what the columns of a table are for.
struct RoleFinder {
  let names: [String]
  /// A few rows below the names.
  let samples: [Record]
  /// The name of the file, which may say what flow it holds.
  let stem: String
  private(set) var roles = TableRoles()

  init(_ names: [String], _ samples: [Record], stem: String) {
    self.names = names
    self.samples = samples
    self.stem = stem
    findPeriods()
    for column in names.indices { find(column) }
    findUnnamedPeriod()
    findFlowOfFile()
  }

  // MARK: Time

  private mutating func findPeriods() {
    let dated = names.indices.compactMap { column in
      PeriodText(names[column]).map { (column: column, period: $0.period) }
    }
    if dated.count >= 3 { roles.periods = dated }
  }

  /// A first column without a telling name whose cells are periods.
  private mutating func findUnnamedPeriod() {
    if let year = roles.year, roles.month == nil, roles.period == nil {
      roles.period = year
      roles.year = nil
    }
    guard !roles.hasTime else { return }
    let column = names.indices.first { column in
      column < 3 && !samples.isEmpty
        && samples.allSatisfy { PeriodText($0[column]) != nil }
    }
    guard let column else { return }
    roles.period = column
    roles.values.removeAll { $0.column == column }
    roles.ignored.removeAll { $0 == column }
  }

  private func holdsPeriods(_ column: Int) -> Bool {
    let filled = samples.map { $0[column] }.filter { !$0.isEmpty }
    return !filled.isEmpty && filled.count { PeriodText($0) != nil } * 2 > filled.count
  }

  // MARK: Columns

  private mutating func find(_ column: Int) {
    if roles.periods.contains(where: { $0.column == column }) { return }
    switch ColumnRole(naming: names[column]) {
    case .period: setPeriod(column)
    case .month where holdsPeriods(column): setPeriod(column)
    case .year: roles.year = roles.year ?? column
    case .month: roles.month = roles.month ?? column
    case .reporter: set(\.reporter, column)
    case .partner: set(\.partner, column)
    case .flow: set(\.flow, column)
    case .product: set(\.product, column)
    default: findValue(column)
    }
  }

  private mutating func setPeriod(_ column: Int) {
    guard roles.period == nil, roles.periods.isEmpty, holdsPeriods(column) else {
      roles.ignored.append(column)
      return
    }
    roles.period = column
  }

  /// The first column of a role that holds something; a later one takes over from an empty one.
  private mutating func set(
    _ role: WritableKeyPath<TableRoles, TableRoles.Place?>,
    _ column: Int
  ) {
    guard case .column(let other)? = roles[keyPath: role] else {
      roles[keyPath: role] = .column(column)
      return
    }
    let isBetter = isEmpty(other) && !isEmpty(column)
    roles.ignored.append(isBetter ? other : column)
    if isBetter { roles[keyPath: role] = .column(column) }
  }

  private func isEmpty(_ column: Int) -> Bool { samples.allSatisfy { $0[column].isEmpty } }

  private mutating func findValue(_ column: Int) {
    let name = names[column]
    guard !name.isEmpty, roles.periods.isEmpty, holdsNumbers(column) else {
      if !name.isEmpty { roles.ignored.append(column) }
      return
    }
    let words = ColumnWords(name)
    var value = TableRoles.ValueColumn(column: column, name: name, target: .indicator(words.joined))
    value.measurement = Measurement(reading: words.joined)
    value.isToDate = words.isToDate
    if let rate = RateName.unit(name) {
      value.measurement = Measurement(rate)
      roles.values.append(value)
      return
    }
    if let index = PriceIndexName(name) {
      value.target = .indicator(index.name)
      value.measurement = Measurement(.index(index.base))
      roles.values.append(value)
      return
    }
    if words.isYearOnYear {
      value.target = .growth(words.flow ?? "")
      value.measurement = Measurement(.percent)
    } else if !words.isRate, let flow = words.flow {
      value.target = .flow(flow)
    } else if words.isValue {
      value.target = .flow(nil)
    } else if words.has(["qty", "quantity", "weight", "netweight", "netwgt", "kg", "tonnes"]) {
      value.target = .quantity(words.flow)
    } else if words.isRate, words.flow != nil || words.has(["mom", "change"]) {
      roles.ignored.append(column)
      return
    }
    if words.has(["tariff", "share", "pct", "percent", "%"]), value.measurement == nil {
      value.measurement = Measurement(.percent)
    }
    roles.values.append(value)
  }

  private func holdsNumbers(_ column: Int) -> Bool {
    var numbers = 0
    var others = 0
    for sample in samples {
      switch NumberStyle().read(sample[column]) {
      case .number: numbers += 1
      case .unreadable:
        if case .number = NumberStyle(decimal: ",").read(sample[column]) {
          numbers += 1
        } else {
          others += 1
        }
      case .missing, .infinite: continue
      }
    }
    return numbers > others
  }

  /// The name of the file tells the flow of a table that does not: `exports.csv`.
  private mutating func findFlowOfFile() {
    guard roles.flow == nil else { return }
    guard let flow = ColumnWords(stem).flow, flow != "trade" else { return }
    roles.flow = .fixed(flow)
  }
}
