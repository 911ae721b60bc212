import Catalogue
import Language
import Periods

/// Growth that rests on a base which itself had grown or shrunk much.
struct SmallBase: Lint {
  static let code = "small-base"

  static func note(on finding: Finding) -> Note? {
    guard let number = finding.number, number.cell.hasValue, finding.transforms.last == "yoy",
      finding.plan.kind.unit == .percent, case .windowed(_, let inner) = finding.plan.step,
      let series = finding.answerer.evaluator.run(inner).columns.first?.series,
      let at = series.frequency.number(of: number.period)
    else { return nil }
    let base = series[at - 12 / max(1, series.frequency.step)]
    guard base.hasValue, abs(base.value) > 15 else { return nil }
    let pace = 100 * (squareRoot((1 + number.cell.value / 100) * (1 + base.value / 100)) - 1)
    guard pace.isFinite else { return nil }
    return Note(
      code,
      "the base itself moved by \(Phrasing.amount(base.value, .percent, signed: true)) a year "
        + "earlier; over two years the pace is \(Phrasing.amount(pace, .percent, signed: true)) a year"
    )
  }
}
