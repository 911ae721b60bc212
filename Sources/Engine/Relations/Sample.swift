import Catalogue
import Guidance
import Language
import Periods

/// The observations of a model: what several series have in the periods that all of them have.
struct Sample: Sendable {
  /// The operands as they were written, without their windows.
  var names: [String]
  var units: [Unit]
  /// The numbers of each operand in the order of time; money in billions.
  var values: [[Double]]
  /// The numbers of the periods, which may have gaps between them.
  var numbers: [Int]
  var frequency: Frequency
  /// The figures behind the values.
  var cells: [Cell]
  var plans: [Plan]
  var panels: [Panel]

  var count: Int { numbers.count }

  var period: Period? {
    guard let first = numbers.first, let last = numbers.last else { return nil }
    return Period(from: frequency.period(first).start, through: frequency.period(last).end)
  }

  /// Periods between the first and the last that some operand has no value for.
  var gapCount: Int {
    guard let first = numbers.first, let last = numbers.last else { return 0 }
    return last - first + 1 - numbers.count
  }

  /// The operand with its unit: `exports (USD bn)`.
  func label(_ index: Int) -> String {
    switch units[index] {
    case .ratio, .truth, .count: names[index]
    case .money: "\(names[index]) (\(units[index].label) bn)"
    default: "\(names[index]) (\(units[index].label))"
    }
  }

  /// True where the operand is a natural logarithm.
  func isLogarithm(_ index: Int) -> Bool {
    if case .transformed(let transform, _) = plans[index].unwindowed.step {
      type(of: transform) == Logarithm.self
    } else {
      false
    }
  }

  /// Only periods that follow each other without a gap: the last such run that is long enough, else
  /// the longest.
  func unbroken(atLeast length: Int) -> Sample {
    var runs: [Range<Int>] = []
    for index in numbers.indices {
      if let last = runs.last, numbers[index] - numbers[index - 1] == 1 {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    let kept = runs.last { $0.count >= length } ?? runs.max { $0.count < $1.count } ?? 0..<0
    var copy = self
    copy.numbers = Array(numbers[kept])
    copy.values = values.map { Array($0[kept]) }
    return copy
  }
}

extension Answerer {
  /// The common observations of operands, which must be series of one frequency.
  func sample(_ operands: [Expression], for word: String) throws(Diagnostic) -> Sample {
    var plans: [Plan] = []
    for operand in operands {
      let plan = try resolver.plan(Query(operand))
      try check(plan, operand, plans.first, word)
      plans.append(plan)
    }
    let panels = plans.map(evaluator.run)
    let series = panels.map { $0.columns.first?.series ?? Series(.monthly, first: 0, cells: []) }
    for (series, operand) in zip(series, operands) { try checkLogarithms(series, operand) }
    let first = series.map(\.first).max() ?? 0
    let end = max(first, series.map(\.end).min() ?? 0)
    let numbers = (first..<end).filter { number in series.allSatisfy { $0[number].hasValue } }
    if bench.isCancelled() {
      throw Diagnostic("interrupted", "the evaluation was stopped before its end")
    }
    if let failure = bench.facts.failure { throw failure }
    return Sample(
      names: operands.map(\.withoutWindow.description),
      units: plans.map { $0.kind.unit ?? .ratio },
      values: zip(plans, series).map { plan, series in
        let scale = plan.kind.unit?.currency == nil ? 1 : 1e9
        return numbers.map { series[$0].value / scale }
      },
      numbers: numbers,
      frequency: plans.first?.kind.frequency ?? .monthly,
      cells: series.flatMap { series in numbers.map { series[$0] } },
      plans: plans,
      panels: panels
    )
  }

  private func check(
    _ plan: Plan,
    _ operand: Expression,
    _ first: Plan?,
    _ word: String
  ) throws(Diagnostic) {
    guard !plan.kind.isScalar, plan.kind.dimensions.isEmpty else {
      let what = plan.kind.isScalar ? "this is one number" : "this has members"
      throw Diagnostic(
        "needs-series",
        "`\(word)` looks along single series, but \(what)",
        at: operand.span
      )
    }
    guard let first, first.kind.frequency != plan.kind.frequency else { return }
    let coarser = [first, plan].map(\.kind.frequency).max { $0.step < $1.step }
    throw Diagnostic(
      "frequency-mismatch",
      "one series is \(first.kind.frequency.label), this one \(plan.kind.frequency.label)",
      at: operand.span,
      notes: ["group all of them: `by \(coarser?.grain?.rawValue ?? "year")` behind the last"]
    )
  }

  /// Refuses logarithms of what is not above zero, which would quietly drop out.
  private func checkLogarithms(_ series: Series, _ operand: Expression) throws(Diagnostic) {
    guard operand.phrases.contains(where: { $0.transforms.contains { $0.name.text == "log" } }),
      let number = series.numbers.first(where: {
        series[$0].state == .notMeaningful(.undefined)
      })
    else { return }
    throw Diagnostic(
      "not-positive",
      "a logarithm needs values above zero; that of \(series.period(number).label) is not",
      at: operand.span
    )
  }

  /// What an answer about a sample says beside its table.
  func completed(_ answer: Answer, _ sample: Sample) -> Answer {
    var answer = answer
    var seen: Set<Source> = []
    answer.sources = sample.panels.flatMap(sources).filter { seen.insert($0).inserted }
    answer.issuers = issuers(of: sample.plans)
    if sample.gapCount > 0 {
      answer.notes.append(
        Note(
          "gaps-left-out",
          "\(sample.gapCount) periods between the first and the last are missing and left out"
        )
      )
    }
    return answer
  }
}

extension Regression {
  var operands: [Expression] { [dependent] + regressors }
}

extension Double {
  /// The number with four significant digits, for sentences.
  var brief: String {
    guard isFinite else { return "n.m." }
    guard self != 0 else { return "0" }
    var places = 3
    var size = abs(self)
    while size >= 10, places > 0 {
      size /= 10
      places -= 1
    }
    while size < 1, places < 8 {
      size *= 10
      places += 1
    }
    return Phrasing.decimals(self, places)
  }

  /// A probability with three decimals; `< 0.001` where that would be zero.
  var probability: String { self < 0.0005 ? "< 0.001" : "= " + Phrasing.decimals(self, 3) }
}
