import Catalogue
import Language

/// Growth on the month before mirrors the season unless the figures are adjusted for it.
struct NotSeasonallyAdjusted: Lint {
  static let code = "not-seasonally-adjusted"

  static func note(on finding: Finding) -> Note? {
    let words = finding.transforms
    guard !words.contains("sa"), !words.contains("trend") else { return nil }
    let isTrade = finding.plan.scans.contains {
      !$0.isExact && $0.requests[0].request.aggregation == .sum
    }
    guard isTrade, words.contains("mom") || words.contains("qoq") || words.contains("saar") else {
      return nil
    }
    return Note(code, "these figures are not seasonally adjusted: much of this is the calendar")
  }
}
