import Catalogue
import Guidance
import Language

/// Members of a table that a program could not adjust, and why.
struct NotAdjusted: Lint {
  static let code = "not-adjusted"

  static func note(on finding: Finding) -> Note? {
    guard let outcomes = finding.plan.programOutcomes else { return nil }
    let failures = outcomes.compactMap { outcome in
      outcome.failure.map { (name: outcome.name, reason: $0.message) }
    }
    guard let first = failures.first else { return nil }
    let more = failures.count > 1 ? " and \(failures.count - 1) more" : ""
    return Note(
      code,
      "\(failures.count) of \(outcomes.count) are not adjusted, \(first.name)\(more): \(first.reason)"
    )
  }
}
