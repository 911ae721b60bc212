import Catalogue
import Dispatch
import Guidance
import Language
import Periods
import Synchronization

/// Season and trend as a program of the machine tells them apart: `sa (x13as)`.
///
/// The program chooses between logarithms and levels, the ARIMA model and the outliers by itself; X-11
/// filters what it has cleaned and continued.
/// US Census Bureau 2023, X-13ARIMA-SEATS Reference Manual, version 1.1.
struct ProgramModel: Sendable {
  /// The word by which it is named among the methods.
  static let word = "x13as"

  /// What is asked for, and which figures can be adjusted at all.
  private let frame: SeasonalModel
  /// Nil while somebody types: then nothing is run.
  private var program: (any SeasonalProgram)?
  /// Who waits, also for runs on other threads.
  private var watch = Watch()
  /// What came of every series of the panel.
  private(set) var outcomes: [Outcome] = []

  struct Outcome: Sendable {
    /// The members of the column, joined.
    var name: String
    var result: Result<Adjustment, Diagnostic>
  }

  init(_ frame: SeasonalModel, _ call: TransformCall) throws(Diagnostic) {
    for word in ["robust", "stl"] where frame.words.contains(word) {
      let left = call.without(word)
      throw Diagnostic(
        "unknown-method",
        word == "stl"
          ? "`stl` and `x13as` are two methods: one of them has to go"
          : "`robust` is a way of STL; `x13as` looks for outliers by itself",
        at: call.location.span,
        fix: Fix("write `\(left)`", replacing: call.location.span, with: left)
      )
    }
    self.frame = frame
  }

  /// The model once the program has been asked; refuses where it is missing or adjusts nothing.
  func asked(
    _ panel: Panel,
    _ application: Application
  ) throws(Diagnostic) -> ProgramModel {
    let call = application.call
    try frame.check(panel, call)
    guard let program = application.resolver.bench.seasonalProgram else { return self }
    var copy = self
    copy.program = program
    copy.watch = Watch.current.silent
    do throws(Diagnostic) {
      try program.checkInstalled()
    } catch {
      throw error.offeringOwnMethod(for: call)
    }
    copy.outcomes = try outcomes(of: panel, program)
    let failures = copy.outcomes.compactMap(\.failure)
    guard let first = failures.first, failures.count == copy.outcomes.count else { return copy }
    throw first.offeringOwnMethod(for: call)
  }

  /// Asks for all series, as many at a time as there are cores.
  private func outcomes(
    of panel: Panel,
    _ program: any SeasonalProgram
  ) throws(Diagnostic) -> [Outcome] {
    let work = panel.columns.compactMap { column in
      task(of: column.series).map { (name: column.name, task: $0) }
    }
    let watch = Watch.current
    let done = Mutex(0)
    let results = Mutex([Result<Adjustment, Diagnostic>?](repeating: nil, count: work.count))
    DispatchQueue.concurrentPerform(iterations: work.count) { index in
      guard !watch.isCancelled() else { return }
      let result = watch.silent.over {
        Result { () throws(Diagnostic) in try program.adjustment(of: work[index].task) }
      }
      results.withLock { $0[index] = result }
      let count = done.withLock { count in
        count += 1
        return count
      }
      watch.report(Advance(ProgramModel.word, count, of: work.count, "series"))
    }
    try watch.check()
    return zip(work, results.withLock { $0 }).compactMap { work, result in
      result.map { Outcome(name: work.name, result: $0) }
    }
  }

  private func task(of series: Series) -> AdjustmentTask? {
    frame.span(of: series).map { task(series, $0) }
  }

  private func task(_ series: Series, _ span: Range<Int>) -> AdjustmentTask {
    let start = series.period(span.lowerBound).start
    var task = AdjustmentTask(
      span.map { series[$0].value },
      from: start,
      perYear: frame.perYear,
      mayUseLogarithms: frame.isLogarithmic
    )
    let months = (0..<span.count + frame.perYear).map { start + $0 * (12 / frame.perYear) }
    for effect in frame.effects {
      switch effect {
      case .trading: task.hasTradingDays = true
      case .easter: task.hasEaster = true
      case .lunar, .ramadan:
        task.holidays += effect.columns(months).enumerated().map { number, values in
          AdjustmentTask.Holiday(name: "\(effect.rawValue)\(number + 1)", values: values)
        }
      }
    }
    return task
  }

  func run(_ series: Series, _ part: SeasonalModel.Part) -> Series {
    let unknown = series.map { series[$0].hasValue ? .missing(.incomplete) : series[$0] }
    guard let program, let span = frame.span(of: series),
      let adjustment = try? watch.over({ () throws(Diagnostic) in
        try program.adjustment(of: task(series, span))
      })
    else { return unknown }
    let values = part == .trend ? adjustment.trend : adjustment.adjusted
    return unknown.map { number in
      guard span.contains(number) else { return unknown[number] }
      return series[number].with(value: values[number - span.lowerBound])
    }
  }

  // MARK: What was run, in words

  /// The program with its version, the model and the filters: for the line above an answer.
  var label: String {
    let adjustments = outcomes.compactMap { try? $0.result.get() }
    let effects = frame.effectList.map { ["\($0) taken out"] } ?? []
    guard let first = adjustments.first else {
      return ([ProgramModel.word] + effects).joined(separator: " · ")
    }
    let program = "X-13ARIMA-SEATS \(first.version) (\(ProgramModel.word))"
    guard adjustments.count == 1 else {
      return ([program, "X-11, an ARIMA model for each"] + effects).joined(separator: " · ")
    }
    let scale = first.usesLogarithms ? "logarithms" : "levels"
    let parts = [
      program, "ARIMA \(first.model.replacing(" ", with: ",")) of \(scale)",
      "X-11 \(first.seasonalFilter), Henderson \(first.trendFilter)",
    ]
    return (parts + effects).joined(separator: " · ")
  }

  /// What the program is told, in its own language.
  var formula: String {
    var variables: [String] = []
    if frame.effects.contains(.trading) { variables.append("td") }
    if frame.effects.contains(.easter) { variables.append("easter[8]") }
    let holidays = frame.effects.filter { $0 != .trading && $0 != .easter }.map(\.rawValue)
    var regression = variables.isEmpty ? [] : ["variables=(\(variables.joined(separator: " ")))"]
    if !holidays.isEmpty { regression.append("user=(\(holidays.joined(separator: " ")))") }
    let transform = frame.isLogarithmic ? "auto" : "none"
    let parts =
      ["transform{function=\(transform)}"]
      + (regression.isEmpty ? [] : ["regression{\(regression.joined(separator: " "))}"])
      + ["automdl{}", "outlier{}", "x11{}"]
    return "\(ProgramModel.word) by \(parts.joined(separator: " "))"
  }
}

extension ProgramModel.Outcome {
  var failure: Diagnostic? {
    if case .failure(let diagnostic) = result { diagnostic } else { nil }
  }
}

extension Diagnostic {
  /// Offers STL, which is always there, in the place of the program.
  fileprivate func offeringOwnMethod(for call: TransformCall) -> Diagnostic {
    guard code != "interrupted" else { return self }
    var copy = self
    copy.span = call.location.span
    let own = call.without(ProgramModel.word)
    copy.fix = Fix("`\(own)` does it by STL", replacing: call.location.span, with: own)
    return copy
  }
}

extension TransformCall {
  /// The call without one of the words in its parentheses.
  fileprivate func without(_ word: String) -> String {
    guard case .name(let list) = argument else { return name.text }
    let words = list.text.split(separator: ",").map { $0.filter { $0 != " " } }
      .filter { $0 != word }
    return words.isEmpty ? name.text : "\(name.text) (\(words.joined(separator: ", ")))"
  }
}
