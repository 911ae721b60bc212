import Guidance

extension TableRoles {
  /// Puts what the user says in the place of what was found.
  mutating func apply(_ mapping: [String: String], names: [String]) throws(Diagnostic) {
    for (key, text) in mapping.sorted(by: { $0.key < $1.key }) {
      guard let role = ColumnRole(rawValue: key) else {
        throw Diagnostic(
          "unknown-role",
          "a column cannot be '\(key)'",
          notes: ["roles: \(ColumnRole.allCases.map(\.rawValue).joined(separator: ", "))"]
        )
      }
      try apply(role, text, names)
    }
  }

  private mutating func apply(
    _ role: ColumnRole,
    _ text: String,
    _ names: [String]
  ) throws(Diagnostic) {
    switch role {
    case .period: period = try column(text, names)
    case .year: year = try column(text, names)
    case .month: month = try column(text, names)
    case .reporter: reporter = place(text, names)
    case .partner: partner = place(text, names)
    case .flow: flow = place(text, names)
    case .product: product = place(text, names)
    case .value: try setValue(text, .flow(nil), names)
    case .quantity: try setValue(text, .quantity(nil), names)
    case .exports, .imports, .balance, .trade: try setValue(text, .flow(role.rawValue), names)
    }
    if role == .period {
      year = nil
      month = nil
      periods = []
    }
  }

  /// `column`, `column*1000`, `column/10`.
  private mutating func setValue(
    _ text: String,
    _ target: Target,
    _ names: [String]
  ) throws(Diagnostic) {
    let sign = text.last { $0 == "*" || $0 == "/" }
    let parts = text.split { $0 == "*" || $0 == "/" }.map { $0.trimmed }
    let column = try column(parts.first ?? "", names)
    var factor = 1.0
    if parts.count == 2 {
      guard let number = Double(parts[1].replacing(",", with: "")), number != 0 else {
        throw Diagnostic("bad-mapping", "'\(parts[1])' is no number to multiply by")
      }
      factor = sign == "/" ? 1 / number : number
    }
    let known = values.first { $0.column == column }
    if target == .flow(nil) { values.removeAll { !$0.isMapped } }
    values.removeAll { $0.column == column || ($0.target == target && !$0.isMapped) }
    ignored.removeAll { $0 == column }
    var value = ValueColumn(column: column, name: names[column], target: target)
    value.measurement = known?.measurement ?? Measurement(reading: names[column])
    value.factor = factor
    value.isToDate = known?.isToDate ?? false
    value.isMapped = true
    values.append(value)
  }

  private mutating func place(_ text: String, _ names: [String]) -> Place {
    guard let column = names.firstIndex(where: { $0.plainWord == text.plainWord }) else {
      return .fixed(text)
    }
    ignored.removeAll { $0 == column }
    values.removeAll { $0.column == column }
    return .column(column)
  }

  private func column(_ text: String, _ names: [String]) throws(Diagnostic) -> Int {
    if let column = names.firstIndex(where: { $0.plainWord == text.plainWord }) { return column }
    throw Diagnostic(
      "unknown-column",
      "there is no column '\(text)'",
      notes: ["columns: \(names.filter { !$0.isEmpty }.joined(separator: ", "))"]
    )
  }
}
