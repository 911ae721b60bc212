import Catalogue
import Language
import Periods

/// Growth on a base that is not positive, or tiny, has no meaning; the change has.
struct NotMeaningful: Lint {
  static let code = "not-meaningful"

  static func note(on finding: Finding) -> Note? {
    let cells = finding.cells.filter {
      if case .notMeaningful = $0.state { true } else { false }
    }
    guard let first = cells.first, case .notMeaningful(let reason) = first.state else { return nil }
    let why =
      switch reason {
      case .baseNotPositive: "the base is a deficit, so growth in percent has no meaning"
      case .tinyBase: "the base is close to zero, so growth in percent has no meaning"
      case .signChange: "a surplus became a deficit, so growth in percent has no meaning"
      case .divisionByZero: "the base is zero"
      case .undefined: "the formula has no value here"
      }
    return Note(code, why + change(finding))
  }

  /// The change behind a single number, and how to ask for it.
  private static func change(_ finding: Finding) -> String {
    guard var phrase = finding.phrase, let number = finding.number,
      let last = phrase.transforms.last, ["yoy", "mom", "qoq"].contains(last.name.text)
    else { return "" }
    phrase.transforms[phrase.transforms.count - 1].argument = .expressed(.change)
    let query = Query(.phrase(phrase))
    guard let plan = try? finding.answerer.resolver.plan(query), let unit = plan.kind.unit,
      let cell = finding.answerer.evaluator.outcome(of: plan).panel.columns.first?
        .series[number.period], cell.hasValue
    else { return "" }
    return "; `\(query)` is \(Phrasing.amount(cell.value, unit, signed: true))"
  }
}
