import Engine
import Guidance
import Language
import Reports
import Teaching

// What a learner types at a question.
extension Workspace {
  /// Runs what a person typed: in a lesson it may be an answer, else it is an entry.
  package mutating func take(_ input: String) throws(Diagnostic) -> Reply {
    guard let run = lesson else { return try self.run(input) }
    if run.isAskingName { return try takeName(input) }
    lesson?.spend(until: seat.clock())
    if input.allSatisfy(\.isWhitespace) { return goOn() }
    guard run.isOpen, let quiz = run.quiz, let question = question(of: quiz) else {
      if let reply = takeStep(input) { return reply }
      return try self.run(input)
    }
    if isStatement(input) { return try self.run(input) }
    if isPlainAnswer(input, to: question) { return try judge(input, quiz, question) }
    var reply: Reply
    do throws(Diagnostic) {
      reply = try self.run(input)
    } catch {
      guard error.code == "needs-measure" else { throw error }
      var copy = error
      copy.notes.append("the question takes something else: \(question.kind.invitation)")
      throw copy
    }
    guard reply.answer != nil, let computation = try? Computation(input, bench.vocabulary),
      question.kind != .truth, let answer = reply.answer
    else { return reply }
    let judge = Judge(question)
    if judge.isRight(computation, answer) {
      reply.page =
        lessonReply { workspace, page in
          page.space()
          workspace.accept(input, Judgement(.right, "Right: \(question.right.shown)"), quiz, &page)
        }.page
    } else if let remark = judge.remark(on: computation, learner: bench) {
      // Nothing was handed in, so nothing is counted.
      reply.page = lessonReply { _, page in page.add(remark: "as an answer: \(remark)") }.page
    }
    return reply
  }

  /// True for an entry that begins with the word of a statement, `when` excepted: it computes.
  private func isStatement(_ input: String) -> Bool {
    guard case .command(let command)? = try? parse(input, vocabulary) else { return false }
    if case .condition = command.argument { return false }
    return true
  }

  /// True for what can only be meant as an answer: a number, a name, a period.
  private func isPlainAnswer(_ input: String, to question: Question) -> Bool {
    guard question.kind != .text else { return false }
    if AnswerReader(question.kind, on: bench).plain(input) != nil { return true }
    guard case .query(let query)? = try? parse(input, vocabulary),
      case .phrase(let phrase) = query.expression, case .quantity = phrase.head
    else { return false }
    return TypedNumber(input) != nil
  }

  /// The step itself, typed instead of run by Enter; nil for any other entry.
  private mutating func takeStep(_ input: String) -> Reply? {
    guard case .step(let step)? = lesson?.part, step.input.trimmed == input.trimmed else {
      return nil
    }
    return goOn()
  }

  // MARK: Judging

  /// Judges what stands behind `answer` or, where nothing does, the last result.
  mutating func judge(_ text: String) throws(Diagnostic) -> Reply {
    guard let run = lesson, let quiz = run.quiz else {
      throw Diagnostic("no-open-question", "no question is open now")
    }
    guard run.isOpen else {
      throw Diagnostic(
        "no-open-question",
        "this question is answered already",
        fix: Fix("`next` goes on")
      )
    }
    guard let question = question(of: quiz) else {
      throw Diagnostic("no-open-question", "this question has no answer to compare with")
    }
    let text = text.isEmpty ? "_" : text
    guard text != "_" || !bench.answers.isEmpty || question.kind == .text else {
      throw Diagnostic(
        "not-an-answer",
        "`answer` alone gives the last result, and there is none",
        notes: [question.kind.invitation]
      )
    }
    guard question.kind != .text || text != "_" else {
      throw Diagnostic("not-an-answer", "say it in a sentence: `answer …`")
    }
    return try judge(text, quiz, question)
  }

  private mutating func judge(
    _ text: String,
    _ quiz: QuizBlock,
    _ question: Question
  ) throws(Diagnostic) -> Reply {
    let verdict = try Judge(question).verdict(on: text, learner: bench)
    return lessonReply { workspace, page in
      switch verdict.outcome {
      case .right, .shown: workspace.accept(text, verdict, quiz, &page)
      case .unfinished:
        workspace.lesson?.record[quiz.key].add(QuestionRecord.Attempt(text, .unfinished))
        page.add(verdict)
      case .wrong:
        let name = verdict.diagnosis?.name
        workspace.lesson?.record[quiz.key].add(QuestionRecord.Attempt(text, .wrong, name))
        page.add(verdict)
        if let record = workspace.lesson?.record[quiz.key] { page.add(remark: quiz.ways(record)) }
      }
    }
  }

  /// Puts an answer down as given, says why it is right, and goes on.
  private mutating func accept(
    _ text: String,
    _ verdict: Judgement,
    _ quiz: QuizBlock,
    _ page: inout LessonPage
  ) {
    lesson?.record[quiz.key].add(QuestionRecord.Attempt(text, verdict.outcome))
    lesson?.record[quiz.key].state = verdict.outcome == .shown ? .answered : .right
    page.add(verdict)
    if verdict.outcome == .shown, let model = quiz.model ?? quiz.answer {
      page.add(quoted: text, label: "yours")
      page.add(quoted: model, label: "model")
    }
    for explanation in quiz.explanations { page.add(explanation: explanation) }
    lesson?.position += 1
    page.isChapterStart = false
    showLesson(on: &page)
  }

  /// The question of a quiz on the definitions of the lesson; nil where the quiz is broken.
  func question(of quiz: QuizBlock) -> Question? {
    guard let run = lesson else { return nil }
    var bench = run.desk.value.bench
    bench.isCancelled = self.bench.isCancelled
    return try? quiz.question(on: bench)
  }

  // MARK: Hints and skipping

  mutating func giveHint() throws(Diagnostic) -> Reply {
    let quiz = try openQuiz()
    let hints = quiz.givenHints
    return lessonReply { workspace, page in
      guard !hints.isEmpty else {
        page.add(remark: "There is no hint to this question.")
        return
      }
      let shown = min((workspace.lesson?.record[quiz.key].hints ?? 0) + 1, hints.count)
      workspace.lesson?.record[quiz.key].hints = shown
      page.add(hint: hints[shown - 1], shown, of: hints.count)
      if shown == hints.count, hints.count > 1 { page.add(remark: "That was the last hint.") }
    }
  }

  /// Leaves a question, showing its answer, where the teacher's policy lets the learner.
  mutating func skipQuestion() throws(Diagnostic) -> Reply {
    let quiz = try openQuiz()
    let record = lesson?.record[quiz.key] ?? QuestionRecord(id: quiz.key)
    let question = question(of: quiz)
    let isFree = quiz.attemptsBeforeSkip.map { record.wrongAttempts >= $0 } ?? false
    guard isFree || question == nil else {
      let more = quiz.attemptsBeforeSkip.map { $0 - record.wrongAttempts }
      throw Diagnostic(
        "not-to-be-skipped",
        more.map { "this question can be skipped after \($0) more \($0 == 1 ? "try" : "tries")" }
          ?? "this question cannot be skipped",
        notes: quiz.givenHints.count > record.hints ? ["`hint` helps"] : []
      )
    }
    return lessonReply { workspace, page in
      workspace.lesson?.record[quiz.key].state = .skipped
      if let question { page.add(solution: question, quiz) }
      for explanation in quiz.explanations { page.add(explanation: explanation) }
      workspace.lesson?.position += 1
      page.isChapterStart = false
      workspace.showLesson(on: &page)
    }
  }

  private func openQuiz() throws(Diagnostic) -> QuizBlock {
    guard let run = lesson, run.isOpen, let quiz = run.quiz else {
      throw Diagnostic("no-open-question", "no question is open now")
    }
    return quiz
  }
}
