import Catalogue
import Periods

/// The two sides of a flow count it differently.
struct MirrorBasis: Lint {
  static let code = "mirror-basis"

  static func note(on finding: Finding) -> Note? {
    guard finding.answerer.isMirrored(finding.plan) else { return nil }
    return Note(
      code,
      "the partner counts by origin and on its own basis: parcels under the de minimis limit,"
        + " re-exports through Hong Kong, freight and timing set the two sides apart"
    )
  }
}
