import Language

/// The mean of growth rates is not the growth of the whole.
struct AverageOfGrowth: Lint {
  static let code = "average-of-growth"

  static func note(on finding: Finding) -> Note? {
    guard case .phrase(let phrase) = finding.query.expression,
      case .aggregate(let name, _) = phrase.head, name.text == "average",
      finding.plan.kind.nature == .growth
    else { return nil }
    return Note(
      code,
      "the mean of growth rates gives every period equal weight; it is not the growth of the whole"
    )
  }
}
