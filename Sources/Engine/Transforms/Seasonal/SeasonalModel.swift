import Catalogue
import Guidance
import Language
import Periods

/// How season and trend are told apart: what `sa` and `trend` share.
struct SeasonalModel: Sendable {
  let perYear: Int
  /// True where outliers count less.
  private let isRobust: Bool
  /// What the calendar does, taken out before.
  let effects: [CalendarEffect]
  /// True where the season is a percentage of the level: logarithms are taken apart.
  let isLogarithmic: Bool
  /// As they were written.
  let words: [String]
  /// True where a program of the machine is named.
  let isByProgram: Bool

  /// The words in parentheses: `stl` is the usual way, `additive` takes the season as an amount.
  static let methods =
    ["stl", "robust", "additive"] + CalendarEffect.allCases.map(\.rawValue) + [ProgramModel.word]

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
    let words = try SeasonalModel.words(of: call)
    self.words = words
    effects = CalendarEffect.allCases.filter { words.contains($0.rawValue) }
    guard effects.isEmpty || perYear == 12 else {
      throw Diagnostic(
        "frequency-mismatch",
        "the calendar moves days between months: `\(word) (\(effects[0].rawValue))` needs "
          + "monthly figures",
        at: call.name.span
      )
    }
    self.perYear = perYear
    isRobust = words.contains("robust")
    isByProgram = words.contains(ProgramModel.word)
    let isRate = input.unit == .percent || input.unit == .percentagePoints
    isLogarithmic = !words.contains("additive") && !input.isSigned && !isRate
  }

  private static func words(of call: TransformCall) throws(Diagnostic) -> [String] {
    guard case .name(let name) = call.argument else { return [] }
    let words = name.text.split(separator: ",").map { $0.filter { $0 != " " } }
    for word in words where !methods.contains(word) {
      let known = methods.map { "`\($0)`" }.joined(separator: ", ")
      throw Diagnostic(
        "unknown-method",
        "I do not know the method '\(word)' of `\(call.name.text)`",
        at: name.span,
        notes: ["the methods are \(known)"]
      ).suggesting(word, from: methods)
    }
    return words
  }

  /// The method in words, for the line above an answer.
  var label: String {
    let way = (isRobust ? "robust " : "") + (isLogarithmic ? "STL of logarithms" : "STL")
    return effectList.map { "\(way), \($0) taken out" } ?? way
  }

  /// `Lunar New Year, Easter and trading days`; nil where nothing is taken out.
  var effectList: String? {
    guard let last = effects.last?.words else { return nil }
    let others = effects.dropLast().map(\.words).joined(separator: ", ")
    return others.isEmpty ? last : "\(others) and \(last)"
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
  func span(of series: Series) -> Range<Int>? {
    let run = series.unbroken(atLeast: 3 * perYear)
    guard run.count >= 3 * perYear else { return nil }
    let needsLogarithms = isLogarithmic && !isByProgram
    return needsLogarithms && run.contains { series[$0].value <= 0 } ? nil : run
  }

  // MARK: Taking apart

  enum Part { case adjusted, trend }

  /// The series with the values of one part; without a value where it cannot be taken apart.
  func run(_ series: Series, _ part: Part) -> Series {
    guard let span = span(of: series) else {
      return series.map { series[$0].hasValue ? .missing(.incomplete) : series[$0] }
    }
    let (values, parts) = parts(series, span)
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

  private func parts(_ series: Series, _ span: Range<Int>) -> ([Double], SeasonalTrend) {
    var values = span.map { series[$0].value }
    if isLogarithmic { values = values.map(naturalLogarithm) }
    if !effects.isEmpty {
      values = withoutCalendar(values, months: span.map { series.period($0).start })
    }
    return (values, SeasonalTrend(of: values, period: perYear, isRobust: isRobust))
  }

  /// The values without what a regression lays on the calendar.
  ///
  /// STL without robust weights is linear, so the slopes are those of the rest of the values on the
  /// rests of the effects: what season and trend explain takes no part. An effect that the ones
  /// before it explain is left out.
  private func withoutCalendar(_ values: [Double], months: [Month]) -> [Double] {
    let removal = CalendarRemoval.of(effects, months, perYear)
    let rest = SeasonalTrend(of: values, period: perYear).rest
    let coefficients = removal.coefficients(of: rest)
    return values.indices.map { index in
      zip(removal.columns, coefficients).reduce(values[index]) { $0 - $1.0[index] * $1.1 }
    }
  }

  // MARK: What stands out

  /// The periods that neither season nor trend explains: further off than five times what is usual,
  /// by the median.
  func outliers(of series: Series) -> [Int] {
    guard let span = span(of: series) else { return [] }
    let (_, parts) = parts(series, span)
    let sizes = parts.rest.map { abs($0) }
    let limit = 5 * 1.4826 * Median.value(of: sizes)
    guard limit > 0 else { return [] }
    return span.filter { sizes[$0 - span.lowerBound] > limit }
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
