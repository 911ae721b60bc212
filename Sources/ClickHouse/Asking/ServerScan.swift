/// Which members of a role take part.
enum Members: Hashable, Sendable {
  case all
  case only([String])
  case except([String])
  /// Texts that begin with digits.
  case prefix(String)
  case none

  /// The shorter way to say that these of all texts take part.
  init(_ texts: [String], of all: [String]) {
    if texts.isEmpty {
      self = .none
    } else if texts.count == all.count {
      self = .all
    } else if texts.count <= all.count - texts.count {
      self = .only(texts)
    } else {
      self = .except(Set(all).subtracting(texts).sorted())
    }
  }
}

/// One request in the terms of a table.
struct ServerScan: Hashable, Sendable {
  var members: [Role: Members] = [:]
  /// The roles whose members stay apart.
  var apart: Set<Role> = []
  /// By how many of their first characters products are told apart; nil: by all.
  var digits: Int?
  var time = Time.periods

  /// What rows are told apart by in time.
  enum Time: Hashable, Sendable {
    case periods
    case years
    case nothing
  }
}

/// Scans that one pass over the table answers, because they differ only in single members.
struct Pass: Sendable {
  var shape: ServerScan
  /// The scans, by their position among those asked for.
  var scans: [(position: Int, scan: ServerScan)]

  /// Groups scans so that as few passes as possible remain.
  ///
  /// Exports and imports are one pass that keeps the flows apart, and so are ten partners.
  static func passes(_ scans: [ServerScan]) -> [Pass] {
    var passes = scans.enumerated().map {
      Pass(shape: $0.element, scans: [($0.offset, $0.element)])
    }
    for role in Role.keys {
      var merged: [Pass] = []
      var places: [ServerScan: Int] = [:]
      for pass in passes {
        guard case .only(let members) = pass.shape.members[role] ?? .all,
          !pass.scans.contains(where: { $0.scan.apart.contains(role) })
        else {
          merged.append(pass)
          continue
        }
        var rest = pass.shape
        rest.members[role] = nil
        rest.apart.remove(role)
        guard let place = places[rest] else {
          places[rest] = merged.count
          merged.append(pass)
          continue
        }
        if case .only(let known) = merged[place].shape.members[role] ?? .all {
          merged[place].shape.members[role] = .only(Set(known + members).sorted())
        }
        merged[place].shape.apart.insert(role)
        merged[place].scans += pass.scans
      }
      passes = merged
    }
    return passes
  }
}

extension TableLayout {
  /// The statement that makes some passes, each row marked with the number of its pass.
  func statement(_ passes: [Pass], settings: [String] = []) -> String {
    var parts = passes.enumerated().map { number, pass in select(pass.shape, number) }
    if !settings.isEmpty { parts.append(TableLayout.settingsSelect(settings)) }
    return parts.joined(separator: "\nUNION ALL\n") + "\nFORMAT TabSeparated"
  }

  private func select(_ scan: ServerScan, _ number: Int) -> String {
    let texts = Role.keys.map { role -> String in
      guard scan.apart.contains(role), let key = key(role, scan) else { return "''" }
      return text(role, key)
    }
    let time = timeKey(scan)
    let columns =
      ["'\(number)'"] + texts + [time.map { text(.period, $0) } ?? "''", sum, guardingSum]
    var lines = ["SELECT \(columns.joined(separator: ", "))", "FROM \(table)"]
    let conditions = (Role.keys + [.period]).compactMap { condition($0, scan.members[$0] ?? .all) }
    if !conditions.isEmpty { lines.append("WHERE " + conditions.joined(separator: " AND ")) }
    let keys =
      Role.keys.filter(scan.apart.contains).compactMap { key($0, scan) } + (time.map { [$0] } ?? [])
    lines.append(keys.isEmpty ? "HAVING count() > 0" : "GROUP BY " + keys.joined(separator: ", "))
    return lines.joined(separator: "\n")
  }

  /// What rows are grouped by to keep a role apart; products may count by their first digits.
  private func key(_ role: Role, _ scan: ServerScan) -> String? {
    guard role == .product, let digits = scan.digits else { return key(role) }
    return key(role).map { "substring(\($0), 1, \(digits))" }
  }

  private func timeKey(_ scan: ServerScan) -> String? {
    switch scan.time {
    case .nothing: nil
    case .periods: key(.period)
    case .years: key(.period).map { "intDiv(\($0), 100)" }
    }
  }

  private func condition(_ role: Role, _ members: Members) -> String? {
    guard let key = key(role) else { return members == .none ? "0" : nil }
    switch members {
    case .all: return nil
    case .none: return "0"
    case .only(let texts):
      if texts.count == 1 { return "\(key) = \(literal(texts[0], role))" }
      return "\(key) IN (\(texts.map { literal($0, role) }.joined(separator: ", ")))"
    case .except(let texts):
      if texts.isEmpty { return nil }
      return "\(key) NOT IN (\(texts.map { literal($0, role) }.joined(separator: ", ")))"
    case .prefix(let digits): return "\(key) LIKE \(SQL.literal(digits + "%"))"
    }
  }

  /// A branch that tells settings, for users whom the server lets change none.
  static func settingsSelect(_ names: [String]) -> String {
    let list = names.map(SQL.literal).joined(separator: ", ")
    return "SELECT 'setting', name, value, '', '', '', '', ''\n"
      + "FROM system.settings\nWHERE name IN (\(list))"
  }
}
