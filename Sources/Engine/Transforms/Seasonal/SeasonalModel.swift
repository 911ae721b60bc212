import Catalogue
import Guidance
import Language
import Periods

/// How season and trend are told apart: what `sa` and `trend` share.
struct SeasonalModel: Sendable {
  private let method: Method
  private let perYear: Int
  /// True where the season is a percentage of the level: logarithms are taken apart.
  private let isLogarithmic: Bool

  enum Method: String, CaseIterable, Sendable {
    case stl
    /// Outliers count less.
    case robust
    /// The season is an amount, not a percentage of the level.
    case additive
    /// The effect of the Lunar New Year is taken out first.
    case lunar
  }

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    let word = call.name.text
    guard input.nature != .growth else {
      throw Diagnostic(
        "adjust-first",
        "`\(word)` takes levels: adjust first, then compute growth",
        at: call.name.span
      )
    }
    guard let perYear = input.frequency.perYear, perYear == 12 || perYear == 4 else {
      throw Diagnostic(
        "frequency-mismatch",
        "`\(word)` needs monthly or quarterly figures, but these are \(input.frequency.label)",
        at: call.name.span
      )
    }
    method = try SeasonalModel.method(of: call)
    guard method != .lunar || perYear == 12 else {
      throw Diagnostic(
        "frequency-mismatch",
        "the Lunar New Year moves between months: `\(word) (lunar)` needs monthly figures",
        at: call.name.span
      )
    }
    self.perYear = perYear
    let isRate = input.unit == .percent || input.unit == .percentagePoints
    isLogarithmic = method != .additive && !input.isSigned && !isRate
  }

  private static func method(of call: TransformCall) throws(Diagnostic) -> Method {
    guard case .name(let name) = call.argument else { return .stl }
    if let method = Method(rawValue: name.text) { return method }
    let known = Method.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    throw Diagnostic(
      "unknown-method",
      "I do not know the method '\(name.text)' of `\(call.name.text)`",
      at: name.span,
      notes: ["the methods are \(known)"]
    ).suggesting(name.text, from: Method.allCases.map(\.rawValue))
  }

  /// The method in words, for the line above an answer.
  var label: String {
    let way = isLogarithmic ? "STL of logarithms" : "STL"
    return switch method {
    case .stl, .additive: way
    case .robust: "robust \(way)"
    case .lunar: "\(way), Lunar New Year taken out"
    }
  }

  // MARK: Whether it can run

  /// Refuses figures that are too short, have gaps or cannot be positive, if all series are so.
  func check(_ panel: Panel, _ call: TransformCall) throws(Diagnostic) {
    guard !panel.columns.contains(where: { span(of: $0.series) != nil }) else { return }
    let series = panel.columns.first?.series ?? Series(.monthly, first: 0, cells: [])
    let run = series.unbroken(atLeast: 3 * perYear)
    guard run.count >= 3 * perYear else { throw tooShort(series, run, call) }
    throw Diagnostic(
      "not-positive",
      "`\(call.name.text)` takes logarithms, but not all figures are above zero",
      at: call.name.span,
      fix: Fix(
        "write `\(call.name.text) (additive)`",
        replacing: call.name.span,
        with: "\(call.name.text) (additive)"
      )
    )
  }

  private func tooShort(_ series: Series, _ run: Range<Int>, _ call: TransformCall) -> Diagnostic {
    let gap = series.trimmed.numbers.first { !series[$0].hasValue }
    let length = "\(run.count) \(perYear == 12 ? "month" : "quarter")\(run.count == 1 ? "" : "s")"
    return Diagnostic(
      gap == nil ? "too-short" : "has-gaps",
      "`\(call.name.text)` needs three years without a gap; the longest run here has \(length)",
      at: call.name.span,
      notes: gap.map { ["there is no figure for \(series.period($0).label)"] } ?? []
    )
  }

  /// The periods that can be taken apart: the last without a gap, three years at the least.
  private func span(of series: Series) -> Range<Int>? {
    let run = series.unbroken(atLeast: 3 * perYear)
    guard run.count >= 3 * perYear else { return nil }
    guard !isLogarithmic || run.allSatisfy({ series[$0].value > 0 }) else { return nil }
    return run
  }

  // MARK: Taking apart

  enum Part { case adjusted, trend }

  /// The series with the values of one part; without a value where it cannot be taken apart.
  func run(_ series: Series, _ part: Part) -> Series {
    guard let span = span(of: series) else {
      return series.map { series[$0].hasValue ? .missing(.incomplete) : series[$0] }
    }
    var values = span.map { series[$0].value }
    if isLogarithmic { values = values.map(naturalLogarithm) }
    if method == .lunar {
      values = withoutHoliday(values, months: span.map { series.period($0).start })
    }
    let parts = SeasonalTrend(of: values, period: perYear, isRobust: method == .robust)
    return series.map { number in
      guard span.contains(number) else {
        return series[number].hasValue ? .missing(.incomplete) : series[number]
      }
      let index = number - span.lowerBound
      let value =
        part == .trend ? parts.trend[index] : values[index] - parts.season[index]
      return series[number].with(value: isLogarithmic ? exponential(value) : value)
    }
  }

  /// The values without what a regression lays on the days before and after the Lunar New Year.
  ///
  /// STL without robust weights is linear, so the slopes are those of the rest of the values on the
  /// rest of the effects: what season and trend explain takes no part.
  private func withoutHoliday(_ values: [Double], months: [Month]) -> [Double] {
    let effects = [-20, 0].map { LunarCalendar.effect(from: $0, months: months) }
    let rests = effects.map { SeasonalTrend(of: $0, period: perYear).rest }
    let rest = SeasonalTrend(of: values, period: perYear).rest
    func product(_ left: [Double], _ right: [Double]) -> Double {
      zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let (a, b, c) = (
      product(rests[0], rests[0]), product(rests[0], rests[1]), product(rests[1], rests[1])
    )
    let (x, y) = (product(rests[0], rest), product(rests[1], rest))
    let determinant = a * c - b * b
    guard determinant > 1e-12 * a * c else { return values }
    let before = (c * x - b * y) / determinant
    let after = (a * y - b * x) / determinant
    return values.indices.map { values[$0] - before * effects[0][$0] - after * effects[1][$0] }
  }
}

extension Series {
  /// The periods that follow each other without a gap: the last such run that is long enough, else
  /// the longest.
  func unbroken(atLeast length: Int) -> Range<Int> {
    var runs: [Range<Int>] = []
    for number in numbers where self[number].hasValue {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs.last { $0.count >= length } ?? runs.max { $0.count < $1.count } ?? first..<first
  }
}
