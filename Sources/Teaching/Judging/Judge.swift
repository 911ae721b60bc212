import Catalogue
import Engine
import Guidance
import Language
import Periods
import Reports

/// Decides whether an answer is right by its value and unit, whatever its spelling, and finds out
/// what a wrong one rests on.
package struct Judge: Sendable {
  package let question: Question

  package init(_ question: Question) { self.question = question }

  /// The verdict on an answer as it was typed; throws where it cannot be read, which costs nothing.
  ///
  /// Its names and `_` mean what they mean on the workbench of the learner.
  package func verdict(on text: String, learner: Workbench) throws(Diagnostic) -> Judgement {
    let given = try AnswerReader(question.kind, on: learner).read(text)
    return verdict(on: given, learner: learner)
  }

  package func verdict(on given: Given, learner: Workbench) -> Judgement {
    let given = given.spelledOut(on: learner)
    switch comparison(with: given) {
    case .right: return Judgement(.right, rightSentence(given))
    case .unfinished(let sentence): return Judgement(.unfinished, sentence)
    case .shown: return Judgement(.shown, "Noted; nobody marks this one. Compare:")
    case .wrong:
      guard let diagnosis = foreseen(given) ?? Diagnostician(question).diagnosis(of: given) else {
        return Judgement(.wrong, "Not yet: \(unexplained(given))")
      }
      return Judgement(.wrong, "Not yet:", diagnosis)
    }
  }

  /// Whether a query that was merely run gives the answer.
  ///
  /// Names, periods and truths are few, and come out of many queries: only the very query counts.
  package func isRight(_ computation: Computation, _ answer: Answer) -> Bool {
    let isOfMany = question.kind == .number || question.kind == .query
    guard isOfMany || computation.text == question.computation?.text else { return false }
    guard let finding = try? answer.finding(question.kind, of: computation.text) else {
      return false
    }
    return comparison(with: .computed(computation, finding)) == .right
  }

  /// What would be said to a query that was merely run, where it resembles what is asked; nil where
  /// it is about something else.
  package func remark(on computation: Computation, learner: Workbench) -> String? {
    guard let query = computation.query?.spelledOut(on: learner) else { return nil }
    let same = question.foreseen.first { $0.given.query?.description == query.description }
    return same?.explanation ?? Diagnostician(question).remark(on: query)
  }

  /// True for an answer that counts as right.
  package func isRight(_ given: Given) -> Bool { comparison(with: given) == .right }

  /// The names of misconceptions that happen to give the right number.
  package var coincidences: [String] { Diagnostician(question).coincidences }

  // MARK: Right or wrong

  enum Comparison: Equatable {
    case right, wrong, shown
    case unfinished(String)
  }

  func comparison(with given: Given) -> Comparison {
    switch (question.right, given) {
    case (.number(let right), .number(let typed)): return compare(typed, with: right)
    case (.number(let right), .computed(_, .number(let number))):
      return isSame(number, right) ? .right : .wrong
    case (.figures(let right), .computed(_, .figures(let figures))):
      return right.matches(figures) ? .right : .wrong
    case (.period(let right), .period(let period)),
      (.period(let right), .computed(_, .period(let period))):
      if period == right { return .right }
      return period.contains(right)
        ? .unfinished("\(right.grain == .month ? "Which month" : "Which part") of it, exactly?")
        : .wrong
    case (.names(let right), .names(let names)),
      (.names(let right), .computed(_, .names(let names))):
      if names == right { return .right }
      let isBeginning = names.count < right.count && Array(right.prefix(names.count)) == names
      return isBeginning
        ? .unfinished("Right so far: \(names.count) of \(right.count). Go on.") : .wrong
    case (.truth(let right), .truth(let truth)),
      (.truth(let right), .computed(_, .truth(let truth))):
      return truth == right ? .right : .wrong
    case (.text, .text): return .shown
    default: return .wrong
    }
  }

  private func isSame(_ number: Measured, _ right: Measured) -> Bool {
    if right.matches(number, within: question.tolerance) { return true }
    guard question.ignoresSign else { return false }
    return right.matches(number.negated, within: question.tolerance)
  }

  private func compare(_ typed: TypedNumber, with right: Measured) -> Comparison {
    guard let reading = typed.reading(in: right) else { return .wrong }
    let isRight =
      reading.matches(right.value, within: question.tolerance)
      || (question.ignoresSign && reading.matches(-right.value, within: question.tolerance))
    guard isRight else { return .wrong }
    // One digit fits too much to be an answer, unless the figure itself is shown by no more.
    let coarsest = max(0.025 * right.value.magnitude, right.rounding, question.tolerance)
    return typed.significantDigits >= 2 || reading.half <= coarsest * (1 + 1e-9)
      ? .right : .unfinished("As far as it goes; give one more digit.")
  }

  // MARK: What to say

  private func rightSentence(_ given: Given) -> String {
    guard case .number(let right) = question.right, case .number(let typed) = given,
      let reading = typed.reading(in: right)
    else { return "Right: \(question.right.shown)" }
    let half = Measured(reading.half, right.unit == .percent ? .percentagePoints : right.unit)
    let exact = abs(reading.value - right.value) <= right.rounding * (1 + 1e-9)
    return exact
      ? "Right: \(right.shown)"
      : "Right to the digits you typed (± \(half.tidy)): \(right.shown)"
  }

  private func foreseen(_ given: Given) -> Diagnosis? {
    // The same query first: two queries may happen to give the same number.
    let query = given.query
    let same = question.foreseen.first { foreseen in
      guard let query, let other = foreseen.given.query else { return false }
      return query.description == other.description
    }
    guard let found = same ?? question.foreseen.first(where: { given.isSame(as: $0.given) }) else {
      return nil
    }
    return Diagnosis("foreseen", found.explanation)
  }

  /// True for a number that misses by less than a hundredth.
  private func isClose(_ typed: TypedNumber, to right: Measured) -> Bool {
    guard let reading = typed.reading(in: right) else { return false }
    return abs(reading.value - right.value) < max(0.01 * right.value.magnitude, 2 * right.rounding)
  }

  private func unexplained(_ given: Given) -> String {
    switch (question.right, given) {
    case (.number(let right), .number(let typed)) where typed.reading(in: right) == nil:
      return "the answer is \(right.unit.words), and that is not."
    case (.number(let right), .computed(_, .number(let number)))
    where number.converted(to: right.unit) == nil:
      return "the answer is \(right.unit.words), and that is \(number.unit.words)."
    case (.number(let right), .number(let typed)) where isClose(typed, to: right):
      return "that is close, and not to the digits you typed: was something rounded on the way?"
    case (.names(let right), .names(let names)) where names.count > right.count:
      return "\(right.count) \(right.count == 1 ? "name is" : "names are") asked for."
    default: return "that is not it."
    }
  }
}

extension Unit {
  /// What a number in the unit is: `an amount of money`, `in percentage points`.
  fileprivate var words: String {
    switch self {
    case .money: "an amount of money"
    case .percentagePoints: "in percentage points"
    default: noun
    }
  }
}

extension Measured {
  var negated: Measured { Measured(-value, unit, isChange: isChange) }

  /// The number with no more decimals than it needs: `0.5 USD bn`.
  var tidy: String {
    let shown = shown
    guard shown.hasPrefix("0.0") || value.magnitude < rounding else {
      return shown.hasPrefix("+") ? String(shown.dropFirst()) : shown
    }
    let format = format
    let scaled = value / powerOfTen(format.exponent)
    let unit = format.suffix.isEmpty ? " " + format.unitLabel : format.suffix
    return "\(scaled)\(unit)"
  }
}
