/// How finely products are told apart: as the data has them, or by a level of the Harmonized System.
package enum ProductLevel: Hashable, Sendable {
  case loaded
  /// The first four digits.
  case heading
  /// The first two digits.
  case chapter
  /// One of the twenty-one sections that chapters belong to.
  case section

  /// The code of the member that a product belongs to; nil for what has no place in the system.
  package func member(of code: String) -> String? {
    guard self != .loaded else { return code }
    guard code.count >= 2, code.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    switch self {
    case .loaded: return code
    case .heading: return code.count >= 4 ? String(code.prefix(4)) : nil
    case .chapter: return String(code.prefix(2))
    case .section: return Int(code.prefix(2)).flatMap(ProductLevel.section)
    }
  }

  /// The last chapter of every section, as the World Customs Organization draws them.
  private static let lastChapters = [
    5, 14, 15, 24, 27, 38, 40, 43, 46, 49, 63, 67, 70, 71, 83, 85, 89, 92, 93, 96, 97,
  ]

  /// `S16` for chapters 84 and 85; chapters 98 and 99 are for national use.
  private static func section(ofChapter chapter: Int) -> String? {
    guard chapter > 0, let place = lastChapters.firstIndex(where: { chapter <= $0 }) else {
      return nil
    }
    return place < 9 ? "S0\(place + 1)" : "S\(place + 1)"
  }
}
