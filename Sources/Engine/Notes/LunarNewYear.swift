import Catalogue
import Language
import Periods

/// The Lunar New Year moves between January and February: a single month of the two misleads.
struct LunarNewYear: Lint {
  static let code = "lunar-new-year"

  static func note(on finding: Finding) -> Note? {
    guard let number = finding.number, finding.answerer.bench.reporter == "CHN",
      number.period.length == 1, number.period.start.number <= 2, number.cell.hasValue,
      let growth = finding.transforms.last, growth == "yoy" || growth == "mom",
      finding.transforms.count == 1
    else { return nil }
    let together = Period(start: Month(year: number.period.start.year, month: 1), length: 2)
    guard growth == "yoy", var phrase = finding.phrase else { return Note(code, advice("")) }
    phrase.qualifiers.window = Window(.at(together), at: phrase.location)
    guard let plan = try? finding.answerer.resolver.plan(Query(.phrase(phrase))),
      let cell = finding.answerer.evaluator.run(plan).columns.first?.series.cells.first,
      cell.hasValue
    else { return Note(code, advice("")) }
    let value = Phrasing.amount(cell.value, plan.kind.unit ?? .percent, signed: true)
    return Note(code, advice("; \(together.label) together \(value)"))
  }

  private static func advice(_ together: String) -> String {
    "January and February are distorted by the Lunar New Year\(together)"
  }
}
