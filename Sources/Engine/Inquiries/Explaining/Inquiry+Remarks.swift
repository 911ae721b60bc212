import Catalogue
import Guidance
import Language
import Periods

// What one might have expected instead, and why it is another number.
extension Inquiry {
  var closingRemarks: [String] {
    [chosenPeriod, meanOfGrowth, otherOrder, publishedGrowth].compactMap { $0 }
  }

  var transformNames: [String] { phrase?.transforms.map(\.name.text) ?? [] }

  /// Of a series or table one value is told.
  private var chosenPeriod: String? {
    guard !plan.kind.isScalar || !members.isEmpty else { return nil }
    let what = members.map(\.name).joined(separator: " · ")
    let isSeasonal = query.expression.isSeasonal
    let period = plan.kind.isScalar || isSeasonal ? "" : value.period.label
    let told = [what, period].filter { !$0.isEmpty }.joined(separator: ", ")
    return told.isEmpty ? nil : "told for \(told); the others are computed the same way"
  }

  /// Growth of a running total is not the mean of the monthly growth rates.
  private var meanOfGrowth: String? {
    guard transformNames.suffix(2) == ["ytd", "yoy"], value.cell.hasValue, span.length > 1,
      var phrase
    else { return nil }
    phrase.transforms.removeAll { $0.name.text == "ytd" }
    phrase.qualifiers.window = nil
    guard let series = series(of: phrase) else { return nil }
    let rates = span.months.map { series[Period(Month(index: $0))] }
    guard rates.allSatisfy(\.hasValue) else { return nil }
    let mean = rates.reduce(0) { $0 + $1.value } / Double(rates.count)
    guard abs(mean - value.cell.value) >= 0.05 else { return nil }
    return "not the same as averaging the monthly yoy"
      + " (\(Phrasing.amount(mean, .percent, signed: true)))"
  }

  /// Averaging and growth do not commute.
  private var otherOrder: String? {
    guard var phrase, phrase.transforms.count == 2, Set(transformNames).isSuperset(of: ["ma"]),
      transformNames.contains("yoy"), value.cell.hasValue
    else { return nil }
    phrase.transforms.reverse()
    let words = phrase.transforms.map { "\($0)" }.joined(separator: " ")
    phrase.qualifiers.window = nil
    guard let other = series(of: phrase)?[value.period], other.hasValue else { return nil }
    return "the other order, `\(words)`, gives "
      + Phrasing.amount(other.value, plan.kind.unit ?? .percent, signed: true)
  }

  /// The source's own rate, and why it is another one.
  private var publishedGrowth: String? {
    guard let gap = publishedGap, abs(gap.rate.value - value.cell.value) >= 0.05 else { return nil }
    let rate = Phrasing.amount(gap.rate.value, .percent, signed: true)
    guard let day = gap.day else { return "the source's own rate is \(rate): \(gap.reason)" }
    return "the source published \(rate) on \(day): \(gap.reason)"
  }

  private func series(of phrase: Phrase) -> Series? {
    guard let plan = try? answerer.resolver.plan(Query(.phrase(phrase))) else { return nil }
    return evaluator.run(plan).columns.first?.series
  }
}
