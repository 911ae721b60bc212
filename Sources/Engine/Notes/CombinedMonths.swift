import Catalogue

/// Some months were published only together.
struct CombinedMonths: Lint {
  static let code = "combined"

  static func note(on finding: Finding) -> Note? {
    guard finding.cells.contains(where: { $0.state == .missing(.combined) }) else { return nil }
    return Note(
      code,
      "January and February were published together in this vintage; they are never split, but"
        + " totals count them"
    )
  }
}
