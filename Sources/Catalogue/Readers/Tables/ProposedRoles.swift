/// Guesses which columns of a table of trade facts play which role, by their names.
///
/// Where several could, the one with codes is preferred to the one with names.
package func proposedRoles(of columns: [String]) -> [String: String] {
  var roles: [String: String] = [:]
  for (role, usual) in usualColumns {
    let known = usual.lazy.compactMap { name in columns.first { $0.plainWord == name } }.first
    let column =
      known ?? columns.first { ColumnRole(naming: $0)?.rawValue == role }
      ?? (role == "value" ? columns.first { ColumnWords($0).isValue } : nil)
    if let column { roles[role] = column }
  }
  if roles["period"] == nil {
    roles["period"] = columns.first { ColumnRole(naming: $0) == .year }
  }
  return roles
}

/// The names that the usual sources give the columns, the best first.
private let usualColumns: [(role: String, names: [String])] = [
  ("period", ["period", "refperiodid", "yearmonth", "month"]),
  ("flow", ["flowcode", "flow", "tradeflow", "flowdesc"]),
  ("reporter", ["reporteriso", "reporter", "reportercode", "reporterdesc"]),
  ("partner", ["partneriso", "partner", "partnercode", "partnerdesc"]),
  ("product", ["cmdcode", "product", "hs", "hs6", "commoditycode", "commodity"]),
  ("value", ["primaryvalue", "value", "tradevalue", "valueusd", "amount"]),
]
