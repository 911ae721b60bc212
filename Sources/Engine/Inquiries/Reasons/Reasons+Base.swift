import Catalogue
import Guidance
import Language
import Periods

// The base and the calendar: what the year before, and the month, did to a rate of growth.
extension Reasons {
  /// The base year's own growth, and the pace over two years.
  var baseEffect: String? {
    guard isRate, back * inquiry.value.series.frequency.step == 12, let level,
      let value = inquiry.value.cell.number
    else { return nil }
    let base = inquiry.look(at: level, number - back, inquiry.evaluator).cell
    let before = inquiry.look(at: level, number - 2 * back, inquiry.evaluator).cell
    guard let base = base.number, let before = before.number, before > 0 else { return nil }
    let growth = 100 * (base / before - 1)
    let pace = 100 * (squareRoot((1 + value / 100) * (base / before)) - 1)
    guard pace.isFinite else { return nil }
    let amount = Phrasing.amount(growth, .percent, signed: true)
    let yearly = Phrasing.amount(pace, .percent, signed: true)
    let kind = growth >= 15 ? "a high one: " : growth <= -5 ? "a low one: " : ""
    return "\(kind)growth a year earlier was \(amount), so the two-year pace is \(yearly) a year"
  }

  /// January and February are comparable only together.
  var calendar: String? {
    guard inquiry.answerer.bench.reporter == "CHN", measure?.isTrade == true,
      inquiry.span.length == 1, inquiry.span.start.number <= 2, isRate,
      back * inquiry.value.series.frequency.step == 12
    else { return nil }
    let year = inquiry.span.start.year
    guard let now = LunarCalendar.newYear(in: year),
      let then = LunarCalendar.newYear(in: year - 1)
    else {
      return nil
    }
    return "the Lunar New Year fell on \(now), after \(then) the year before\(together(year))"
  }

  private func together(_ year: Int) -> String {
    let period = Period(start: Month(year: year, month: 1), length: 2)
    guard var phrase = inquiry.phrase else { return "" }
    phrase.qualifiers.window = Window(.at(period), at: phrase.location)
    guard let plan = try? inquiry.answerer.resolver.plan(Query(.phrase(phrase))),
      let value = inquiry.answerer.evaluator.run(plan).columns.first?.series.cells.first?.number
    else { return "" }
    let amount = Phrasing.amount(value, .percent, signed: true)
    return "; \(period.label) together \(amount)"
  }
}

extension Measure {
  var isTrade: Bool {
    if case .trade = kind { true } else { false }
  }
}
