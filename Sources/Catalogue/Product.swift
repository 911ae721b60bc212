/// A traded good or class of goods that has a name: `steel`, `integrated circuits`.
package struct Product: Hashable, Sendable {
  /// A stable key: an HS code such as `8542`, or a word for a class that no code equals.
  package var code: String

  /// The spelling in readings and tables.
  package var name: String

  package var aliases: [String]

  package init(code: String, name: String, aliases: [String] = []) {
    self.code = code
    self.name = name
    self.aliases = aliases
  }
}

extension Product {
  /// The code of all goods together.
  package static let total = "TOTAL"

  /// True for a class that cuts across the others of a list: its figures hold some of theirs, so
  /// that it never stands beside them where goods are added up.
  package var holdsOthers: Bool { Product.classesAcross.contains(code) }

  private static let classesAcross: Set = ["AGRI", "GRAIN", "HIGHTECH", "MACHELEC"]
}
