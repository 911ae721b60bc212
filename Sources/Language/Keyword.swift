/// The words that shape a query: prepositions, connectives and the heads of phrases.
///
/// Everything else that a query may say comes from the ``Vocabulary``.
package enum Keyword: String, CaseIterable, Hashable, Sendable {
  case show, to, from, with, of, `in`, by, vs, `as`, `where`, `is`
  case since, until, before, after, during, between, last, this, latest, each, every
  case excluding, reported, mirror, published, first
  case share, top, bottom, contribution, contributions, growth
  case and, or, not, within
  case sorted, limit, asc, desc, total, chart, events, fit, interval
  case month, quarter, half, year
  case into, using, `for`, error, on, at
}

extension Keyword {
  /// Other spellings, beside the case's own name.
  static let aliases: [String: Keyword] = [
    "versus": .vs, "except": .excluding, "without": .excluding,
    "months": .month, "quarters": .quarter, "halves": .half, "years": .year,
    "monthly": .month, "quarterly": .quarter, "yearly": .year, "annual": .year,
    "highest": .top, "largest": .top, "lowest": .bottom, "smallest": .bottom,
    "through": .until, "intervals": .interval,
  ]

  init?(spelling: String) {
    guard let keyword = Keyword.bySpelling[spelling] else { return nil }
    self = keyword
  }

  private static let bySpelling: [String: Keyword] = {
    var spellings = aliases
    for keyword in Keyword.allCases { spellings[keyword.rawValue] = keyword }
    return spellings
  }()
}
