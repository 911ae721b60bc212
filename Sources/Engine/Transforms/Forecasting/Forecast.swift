import Catalogue
import Guidance
import Language
import Periods

/// The series continued into the future.
struct Forecast: Transform {
  static let entry = Entry(
    "forecast",
    aliases: ["projection", "预测"],
    category: .transform,
    summary: "Continues a series; last year's values or Holt–Winters, by back-test.",
    usage: "forecast SPAN [with interval]",
    formula: "level + h × slope + season[t + h − 1 year], on logarithms where all is positive",
    reference: "Hyndman and Athanasopoulos 2021, Forecasting: principles and practice, chapter 8",
    searchTerms: ["future", "predict", "projection", "holt-winters", "outlook"],
    examples: [
      "exports forecast 12m since 2026", "exports forecast 6m with interval",
    ]
  )
  static let shape = TransformShape.horizon

  let isCostly = true
  private let span: Span
  private let steps: Int
  private let perYear: Int
  private let mayUseLogarithms: Bool
  /// The method and its error, known once the figures are.
  private var verdict: String?

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard case .span(let span) = call.argument else {
      throw Diagnostic("needs-span", "how far ahead? `forecast 12m`", at: call.name.span)
    }
    guard input.nature != .growth else {
      throw Diagnostic(
        "forecast-first",
        "`forecast` takes levels: forecast first, then compute growth",
        at: call.name.span
      )
    }
    guard let perYear = input.frequency.perYear, perYear == 12 || perYear == 4 else {
      throw Diagnostic(
        "frequency-mismatch",
        "`forecast` needs monthly or quarterly figures, but these are \(input.frequency.label)",
        at: call.name.span
      )
    }
    guard span.months <= 36 else {
      throw Diagnostic(
        "too-far",
        "`forecast` looks three years ahead at most: beyond that, it would be invention",
        at: call.name.span
      )
    }
    self.span = span
    self.perYear = perYear
    steps = try span.periods(of: input, for: call)
    let isRate = input.unit == .percent || input.unit == .percentagePoints
    mayUseLogarithms = !input.isSigned && !isRate
  }

  var label: String { verdict.map { "forecast by \($0)" } ?? "forecast for \(span)" }

  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    let columns = application.figures(of: plan).columns
    guard columns.contains(where: { known($0.series) != nil }) else {
      throw Diagnostic(
        "too-short",
        "`forecast` needs four years without a gap up to the last figure",
        at: application.call.name.span
      )
    }
    var copy = self
    if columns.count == 1 { copy.verdict = verdict(on: columns[0].series) }
    return Plan(.transformed(copy, plan), kind(after: plan.kind))
  }

  func run(_ series: Series) -> Series {
    guard let known = known(series), let last = series.lastNumber else { return series }
    let choice = ForecastChoice.remembered(known.values, period: perYear, steps: steps)
    let ahead = choice.forecast(steps)
    let basis = (last - perYear + 1...last).map { series[$0] }
    let cells = ahead.map { value in
      basis.joined(known.isLogarithmic ? exponential(value) : value, state: .provisional)
    }
    var result = series.clamped(to: series.first...last)
    result.cells += cells
    return result
  }

  /// The values up to the last figure, four years at the least; nil where a gap lies in them.
  private func known(_ series: Series) -> (values: [Double], isLogarithmic: Bool)? {
    guard let last = series.lastNumber else { return nil }
    var first = last
    while series[first - 1].hasValue { first -= 1 }
    guard last - first + 1 >= 4 * perYear else { return nil }
    let values = (first...last).map { series[$0].value }
    guard mayUseLogarithms, values.allSatisfy({ $0 > 0 }) else { return (values, false) }
    return (values.map(naturalLogarithm), true)
  }

  /// How far the values ahead may be from those forecast, with two probabilities; empty where nothing
  /// is.
  func bands(_ series: Series) -> [Int: [ClosedRange<Double>]] {
    guard let known = known(series), let last = series.lastNumber else { return [:] }
    let choice = ForecastChoice.remembered(known.values, period: perYear, steps: steps)
    let middle = choice.forecast(steps)
    var bands: [Int: [ClosedRange<Double>]] = [:]
    for (index, value) in middle.enumerated() {
      let deviation = choice.deviation(ahead: index + 1)
      bands[last + 1 + index] = [0.2, 0.05].map { probability in
        let reach = Distribution.normalQuantile(twoSided: probability) * deviation
        let ends = [value - reach, value + reach].map { known.isLogarithmic ? exponential($0) : $0 }
        return ends[0]...ends[1]
      }
    }
    return bands
  }

  /// The method, how far off it was, and how far off it may be at the end.
  private func verdict(on series: Series) -> String? {
    guard let known = known(series) else { return nil }
    let choice = ForecastChoice.remembered(known.values, period: perYear, steps: steps)
    let method = choice.isSmoothed ? "Holt–Winters" : "last year's values"
    guard known.isLogarithmic else { return method }
    let other = choice.isSmoothed ? "last year's values" : "Holt–Winters"
    let reach = 1.96 * choice.deviation(ahead: steps)
    return "\(method), off by \(percent(choice.error)) in \(choice.testedCount) tests "
      + "(\(other): \(percent(choice.otherError))), 95 % within −\(percent(-reach)) to "
      + "+\(percent(reach)) at the end"
  }

  /// A difference of logarithms as a percentage of one decimal, without its sign.
  private func percent(_ difference: Double) -> String {
    let tenths = (1000 * abs(exponential(difference) - 1)).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10) %"
  }
}
