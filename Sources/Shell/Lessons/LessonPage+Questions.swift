import Engine
import Reports
import Teaching

// Questions and answers on a page of a lesson.
extension Workspace {
  /// Adds a question with what to do about it or, where it is answered, with its answer.
  func add(_ quiz: QuizBlock, to page: inout LessonPage) {
    guard let run = lesson else { return }
    page.space()
    let count = run.plan.quizzes.count
    page.text.append("Question \(run.number(of: quiz)) of \(count)", as: .heading)
    page.add(indented: quiz.question)
    let record = run.record[quiz.key]
    guard record.state == .open else {
      let question = question(of: quiz)
      if let question { page.add(solution: question, quiz) }
      page.add(remark: "\(record.state.words); Enter goes on")
      return
    }
    if let question = question(of: quiz) {
      page.add(remark: "\(question.kind.invitation) · \(quiz.ways(record))")
    } else {
      page.add(remark: "This question is broken: its answer cannot be worked out; `skip` goes on.")
    }
  }

  /// The end of a lesson: what was done, question by question.
  func addEnd(to page: inout LessonPage) {
    guard let run = lesson else { return }
    page.space()
    page.text.append("The lesson is over.", as: .heading)
    page.text.append(StudentReport(run.record, questions: run.plan.reportedQuestions).table)
    page.add(
      remark: "`progress \"report.json\"` writes this for your teacher · `lesson leave` leaves"
    )
  }
}

extension LessonPage {
  mutating func add(indented markdown: String) {
    for line in LessonProse(markdown, width: min(width, 88) - 2).text.lines {
      var indented = StyledText.Line("  ")
      indented.append(line)
      text.append(indented)
    }
  }

  /// Two answers below each other, such as the learner's and the model.
  mutating func add(quoted answer: String, label: String) {
    let lines = ProseLine(answer).lines(width: max(20, min(width, 88) - 9))
    for (i, line) in lines.enumerated() {
      var styled = StyledText.Line(i == 0 ? "  \(label)  " : "         ", as: .label)
      styled.append(line)
      text.append(styled)
    }
  }

  mutating func add(explanation: String) {
    for line in ProseLine(explanation).lines(width: min(width, 88) - 2) {
      var indented = StyledText.Line("  ")
      indented.append(line)
      text.append(indented)
    }
  }

  /// The right answer, with the query that gives it.
  mutating func add(solution question: Question, _ quiz: QuizBlock) {
    guard question.kind != .text else {
      if let model = quiz.model ?? quiz.answer { add(quoted: model, label: "model") }
      return
    }
    var line = StyledText.Line("  answer  ", as: .label)
    line.append(question.right.shown, as: .number)
    if let computation = question.computation, line.width + computation.text.count < width - 4 {
      line.append("   ")
      line.append(computation.text, as: .fix)
      text.append(line)
    } else {
      text.append(line)
      if let computation = question.computation { add(explanation: "`\(computation.text)`") }
    }
  }
}

extension QuizBlock {
  /// What a learner who does not know may do: `hint (2 more) · skip`.
  func ways(_ record: QuestionRecord) -> String {
    var ways: [String] = []
    let hints = givenHints.count - record.hints
    if hints > 0 { ways.append("`hint` (\(hints)\(record.hints > 0 ? " more" : ""))") }
    switch attemptsBeforeSkip {
    case nil: break
    case let needed? where record.wrongAttempts >= needed: ways.append("`skip`")
    case let needed?:
      let more = needed - record.wrongAttempts
      ways.append("`skip` after \(more) \(more == 1 ? "try" : "tries")")
    }
    return ways.joined(separator: " · ")
  }
}

extension QuestionRecord.State {
  var words: String {
    switch self {
    case .open: "open"
    case .right: "answered"
    case .skipped: "skipped"
    case .answered: "answered in words"
    }
  }
}

extension LessonPlan {
  /// The questions by the name and the text under which a report lists them.
  package var reportedQuestions: [StudentReport.Question] {
    quizzes.map { quiz in
      let text = quiz.question.split(whereSeparator: \.isNewline).joined(separator: " ")
      return StudentReport.Question(id: quiz.key, text: text)
    }
  }
}
