import Catalogue
import Language
import Periods

/// The growth that the source published differs from that of today's levels: the base was revised.
struct MixedVintages: Lint {
  static let code = "mixed-vintages"

  static func note(on finding: Finding) -> Note? {
    guard let number = finding.number, number.cell.hasValue, var phrase = finding.phrase,
      finding.transforms == ["yoy"] || finding.transforms == ["ytd", "yoy"],
      phrase.qualifiers.published == nil, phrase.qualifiers.excluding.isEmpty
    else { return nil }
    phrase.qualifiers.published = Name("published", at: phrase.location)
    guard let plan = try? finding.answerer.resolver.plan(Query(.phrase(phrase))),
      let published = finding.answerer.evaluator.run(plan).columns.first?.series[number.period],
      published.hasValue, abs(published.value - number.cell.value) > 0.1
    else { return nil }
    let gap = Phrasing.amount(published.value, .percent, signed: true)
    return Note(
      code,
      "the source published \(gap) for \(number.period.label): its base has been revised since"
        + " or is not comparable; `published` takes the source's own rate"
    )
  }
}
