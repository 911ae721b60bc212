import Engine
import Guidance
import Teaching

/// Goes through a lesson as one student would, and looks at every question on the way.
struct QuizCheck {
  let runner: SessionRunner
  let source: String

  /// The questions to look at, by their place among all; nil: all.
  var only: Set<Int>?

  /// True where only what is defined has to be run, because the rest has been.
  var isBrief = false

  /// What is wrong with the questions, with these values filled in.
  func findings(_ choices: [String: String]) throws(Diagnostic) -> [LessonFinding] {
    let filled = PickList(source).filled(source, choices)
    let plan = try LessonPlan(reading: filled, file: "lesson")
    var desk = runner.workspace(for: plan.document)
    var findings: [LessonFinding] = []
    var number = 0
    for part in plan.parts {
      switch part {
      case .prose: continue
      case .step(let step):
        if isBrief, !step.defines { continue }
        _ = runner.result(of: step.input, asOf: step.asOf, &desk)
      case .quiz(let quiz):
        defer { number += 1 }
        guard only?.contains(number) ?? true else { continue }
        findings += self.findings(quiz, on: desk.bench)
      }
    }
    return findings
  }

  private func findings(_ quiz: QuizBlock, on bench: Workbench) -> [LessonFinding] {
    let question: Question
    do throws(Diagnostic) {
      question = try quiz.question(on: bench)
    } catch {
      return [LessonFinding(.error, quiz.lineNumber, error.message)]
    }
    let judge = Judge(question)
    var findings: [LessonFinding] = []
    for (diagnosis, foreseen) in zip(quiz.diagnoses, question.foreseen)
    where judge.isRight(foreseen.given) {
      let text = "`if \"\(diagnosis.query)\"` of '\(quiz.key)' gives the right answer"
      findings.append(LessonFinding(.error, quiz.lineNumber, text))
    }
    let given = question.foreseen.map(\.given)
    for (i, other) in given.enumerated()
    where given[..<i].contains(where: { $0.isSame(as: other) }) {
      let text =
        "`if \"\(quiz.diagnoses[i].query)\"` of '\(quiz.key)' gives the same as one before it"
      findings.append(LessonFinding(.warning, quiz.lineNumber, text))
    }
    return findings
  }
}

extension LessonPlan.Step {
  /// True for what later entries may rest on.
  fileprivate var defines: Bool {
    let word = input.prefix { $0.isLetter }
    return ["let", "def", "set", "use", "import"].contains(word.lowercased())
  }
}
