import Engine
import Guidance
import Language
import Teaching

extension QuizBlock {
  /// The question with its right answer worked out; throws what is wrong with the quiz.
  package func question(on bench: Workbench) throws(Diagnostic) -> Question {
    let kind = try questionKind(on: bench)
    guard kind != .text else {
      return Question(.text, nil, .text(model ?? answer ?? ""), bench: bench)
    }
    guard let answer, !answer.isEmpty else {
      throw Diagnostic("bad-quiz", "the quiz '\(key)' has no answer")
    }
    let given: Given
    do throws(Diagnostic) {
      given = try QuizBlock.right(answer, kind, bench)
    } catch {
      throw Diagnostic(
        "bad-quiz",
        "the answer of the quiz '\(key)', `\(answer)`, does not evaluate: \(error.message)",
        notes: error.notes
      )
    }
    var question: Question
    switch given {
    case .computed(let computation, let finding):
      question = Question(kind, computation, finding, bench: bench)
    case .period(let period): question = Question(kind, nil, .period(period), bench: bench)
    case .names(let names): question = Question(kind, nil, .names(names), bench: bench)
    case .truth(let truth): question = Question(kind, nil, .truth(truth), bench: bench)
    case .number, .text:
      throw Diagnostic("bad-quiz", "the answer of the quiz '\(key)' is no \(kind.rawValue)")
    }
    question.ignoresSign = try ignoresSign
    question.tolerance = try tolerance(question)
    question.foreseen = try foreseen(kind, bench)
    return question
  }

  /// The right answer; a number that stands as it is, is a query too.
  private static func right(
    _ text: String,
    _ kind: Question.Kind,
    _ bench: Workbench
  ) throws(Diagnostic) -> Given {
    let reader = AnswerReader(kind, on: bench)
    if kind != .number, let plain = reader.plain(text) { return plain }
    let computation = try Computation(text, bench.vocabulary)
    return .computed(computation, try computation.finding(kind, on: bench))
  }

  /// The kind that the quiz names or, where it names none, the one that fits its answer.
  private func questionKind(on bench: Workbench) throws(Diagnostic) -> Question.Kind {
    if let kind {
      guard let known = Question.Kind(rawValue: kind) else {
        let kinds = Question.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Diagnostic(
          "bad-quiz",
          "the quiz '\(key)' is of no kind '\(kind)'; there are \(kinds)"
        )
      }
      return known
    }
    guard let answer else { return model == nil ? .number : .text }
    for kind in [Question.Kind.truth, .period, .partner] {
      if AnswerReader(kind, on: bench).plain(answer) != nil { return kind }
    }
    guard let computation = try? Computation(answer, bench.vocabulary),
      let found = try? computation.answer(on: bench)
    else { return .number }
    return switch found.content {
    case .scalar, .text: .number
    case .check: .truth
    case .periods: .period
    case .series: .query
    case .table: computation.isRanking ? .ranking : .query
    }
  }

  private var ignoresSign: Bool {
    get throws(Diagnostic) {
      switch sign {
      case nil: return false
      case "any": return true
      default: throw Diagnostic("bad-quiz", "`sign` of the quiz '\(key)' can only be `any`")
      }
    }
  }

  private func tolerance(_ question: Question) throws(Diagnostic) -> Double {
    guard let tolerance else { return 0 }
    let example = "the tolerance of the quiz '\(key)' is written such as `0.1pp` or `0.5 bn`"
    guard let typed = TypedNumber(tolerance), let right = question.number, typed.mantissa >= 0
    else { throw Diagnostic("bad-quiz", example) }
    guard let amount = typed.amount(beside: right) else { throw Diagnostic("bad-quiz", example) }
    return amount
  }

  private func foreseen(
    _ kind: Question.Kind,
    _ bench: Workbench
  ) throws(Diagnostic) -> [Question.Foreseen] {
    var foreseen: [Question.Foreseen] = []
    for diagnosis in diagnoses {
      do throws(Diagnostic) {
        let given = try AnswerReader(kind, on: bench).read(diagnosis.query)
        foreseen.append(Question.Foreseen(given: given, explanation: diagnosis.explanation))
      } catch {
        throw Diagnostic(
          "bad-quiz",
          "`if \"\(diagnosis.query)\"` of the quiz '\(key)' does not evaluate: \(error.message)",
          notes: error.notes
        )
      }
    }
    return foreseen
  }

  /// From how many wrong answers on the question may be left, by the teacher's policy; nil: never.
  package var attemptsBeforeSkip: Int? {
    switch skip {
    case nil: QuizBlock.usualAttempts
    case "always", "yes": 0
    case "never", "no": nil
    case let policy?:
      policy.hasPrefix("after-")
        ? Int(policy.dropFirst(6)) ?? QuizBlock.usualAttempts
        : QuizBlock.usualAttempts
    }
  }

  private static let usualAttempts = 2

  /// False for a policy that nobody knows.
  package var hasKnownPolicy: Bool {
    guard let skip, !["always", "yes", "never", "no"].contains(skip) else { return true }
    return skip.hasPrefix("after-") && (Int(skip.dropFirst(6)) ?? -1) >= 0
  }

  /// The hints that are given.
  package var givenHints: [String] { Array(hints.prefix(hintCount ?? hints.count)) }
}

extension Computation {
  /// True for names in an order: `top 5 partners by exports`.
  fileprivate var isRanking: Bool {
    guard case .phrase(let phrase)? = query?.expression else { return false }
    if case .ranking = phrase.head { return true }
    return query?.presentation.sort != nil
  }
}
