import Catalogue
import Guidance
import Language
import Periods

/// Published growth beside growth computed from levels, and what sets them apart.
struct PublishedGap: Sendable {
  var rate: Cell
  /// The day of the release that gave the rate; nil where it is from a later compilation.
  var day: Day?
  var reason: String
}

extension Inquiry {
  /// What the source published for growth of the year that the query computes.
  ///
  /// Nil where the value is no growth on a year earlier, or the source gave none.
  var publishedGap: PublishedGap? {
    guard isYearlyGrowth, let rates = PublishedRates(plan, answerer.bench) else { return nil }
    let rate = rates.rate(span)
    guard rate.hasValue, value.cell.hasValue else { return nil }
    let record = rates.rateHistory(span).last { $0.value == rate.value }
    let releaseDay = record?.origin.status == .first ? record?.published : nil
    return PublishedGap(rate: rate, day: releaseDay, reason: reason(rates, rate))
  }

  /// True for `yoy` and `ytd yoy` in percent, of the months of the value.
  var isYearlyGrowth: Bool {
    guard phrase?.qualifiers.published == nil, plan.kind.unit == .percent else { return false }
    return transformNames == ["yoy"] || transformNames == ["ytd", "yoy"]
  }

  /// Revised levels, a revised base, or nothing that the figures could tell.
  private func reason(_ rates: PublishedRates, _ rate: Cell) -> String {
    guard abs(rate.value - value.cell.value) >= 0.1 else { return "the two differ by rounding" }
    let span = span
    let before = span.shifted(by: -12)
    let (level, base) = (rates.level(span), rates.level(before))
    guard level.hasValue, base.hasValue, let implied = rates.impliedBase(rate, span) else {
      return revision(of: before, rates)
        ?? "rate and levels are not of one vintage; the data do not say what was revised"
    }
    let figures = FormulaFigures(
      [implied.base, base.value, implied.level, level.value],
      rates.levels.unit
    )
    var reasons: [String] = []
    if abs(level.value / implied.level - 1) > 0.0003 {
      reasons.append(
        "the level was then \(figures.amount(implied.level)) and is here"
          + " \(figures.amount(level.value))"
      )
    }
    if abs(base.value / implied.base - 1) > 0.0005 {
      reasons.append(
        "on the level of that day, \(figures.amount(implied.level)), it implies a base of"
          + " \(figures.amount(implied.base)); the base here is \(figures.amount(base.value))"
      )
      if let later = rates.levelHistory(before).last, abs(later.value / base.value - 1) > 0.0005 {
        let day = later.published.map { " on \($0)" } ?? ""
        reasons.append("that base was later published as \(figures.amount(later.value))\(day)")
      }
    }
    return reasons.isEmpty ? "the two differ by rounding" : reasons.joined(separator: "; ")
  }

  /// How the level of some months was revised between its first and its last publication.
  private func revision(of span: Period, _ rates: PublishedRates) -> String? {
    let history = rates.levelHistory(span)
    guard let first = history.first, let last = history.last,
      abs(first.value / last.value - 1) > 0.0005
    else { return nil }
    let figures = FormulaFigures([first.value, last.value], rates.levels.unit)
    let then = first.published.map { " on \($0)" } ?? ""
    let now = last.published.map { " on \($0)" } ?? ""
    return "its base, \(span.label), was published as \(figures.amount(first.value))\(then)"
      + " and as \(figures.amount(last.value))\(now)"
  }
}
