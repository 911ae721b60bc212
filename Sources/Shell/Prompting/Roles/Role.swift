/// What a part of an entry is, for its colour.
package enum Role: CaseIterable, Sendable {
  case measure, place, product, transform, keyword, dimension, period, number, string, comment
  case statement, variable, function, symbol

  /// A word that nobody knows.
  case unknown

  /// What Enter would complain about.
  case error
}

/// A part of an entry with its role; later ones cover earlier ones.
package struct RoleRun: Equatable, Sendable {
  package var range: Range<Int>
  package var role: Role

  package init(_ range: Range<Int>, _ role: Role) {
    self.range = range
    self.role = role
  }
}
