import Catalogue
import Engine
import Guidance
import Language
import Periods
import Reports
import Teaching

// Opening a lesson, going through it, leaving it.
extension Workspace {
  /// Opens the lesson in a file where the learner left it, for a student with a name or without.
  package mutating func openLesson(_ file: String, student: String?) throws(Diagnostic) -> Reply {
    let source = try files.read(file)
    if lesson != nil { _ = leaveLesson() }
    do throws(Diagnostic) {
      try prepareLesson(source, file: file, student: student ?? "")
    } catch {
      throw error.naming(file)
    }
    if student == nil, seat.isAttended {
      lesson?.isAskingName = true
      return lessonReply { workspace, page in
        let title = workspace.lesson?.plan.title ?? ""
        page.text.append("A lesson: \(title)", as: .heading)
        page.add(
          remark: "Who is learning? A name keeps your place and goes on your report; "
            + "Enter alone goes on without one. Nothing leaves this machine."
        )
      }
    }
    return beginLesson()
  }

  /// Reads the lesson with the values of a student in it, and what they have done so far.
  private mutating func prepareLesson(
    _ source: String,
    file: String,
    student: String
  ) throws(Diagnostic) {
    let picks = PickList(source)
    let key = try SessionRunner.document(reading: source).pickKey
    let filled = picks.filled(source, picks.choices(student: student, lesson: key))
    let plan = try LessonPlan(reading: filled, file: file)
    var runner = SessionRunner(on: bench)
    runner.files = filesOfSession(at: file)
    var desk = runner.workspace(for: plan.document)
    desk.bench.isCancelled = bench.isCancelled
    if plan.document.frontMatter?.asOf == nil { desk.bench.vintage = bench.vintage }
    var run = LessonRun(
      plan: plan,
      record: LessonRecord(lesson: plan.title, student: student),
      desk: Boxed(desk),
      source: source,
      file: file
    )
    if let kept = seat.store?.read(run.storeName),
      let record = try? LessonRecord(reading: kept, file: run.storeName)
    {
      run.take(up: record)
    }
    lesson = run
  }

  /// Greets the learner and shows the lesson from where they are.
  private mutating func beginLesson() -> Reply {
    guard let run = lesson else { return Reply() }
    lesson?.lastMoment = seat.clock()
    takeVintage(of: run.plan)
    let isResumed = run.position > 0
    catchUp()
    return lessonReply { workspace, page in
      if isResumed {
        page.add(prose: "# \(run.plan.title)")
        page.add(remark: "You are back where you were.")
      } else {
        page.add(
          remark: "`next` or Enter goes on; explore as you like; `lesson` shows where you are"
        )
      }
      if let remark = workspace.dataRemark { page.add(remark: remark) }
      workspace.lesson?.rewindProse()
      workspace.showLesson(on: &page)
    }
  }

  /// Gives the name that was asked for; values drawn for students are drawn anew.
  mutating func takeName(_ input: String) throws(Diagnostic) -> Reply {
    guard let run = lesson else { return Reply() }
    let name = String(input.trimmed.visible.prefix(60))
    try prepareLesson(run.source, file: run.file, student: name)
    return beginLesson()
  }

  /// The lesson is seen as of its own day; a session that is saved says so.
  private mutating func takeVintage(of plan: LessonPlan) {
    guard let day = plan.document.frontMatter?.asOf, bench.vintage != .asOf(day) else { return }
    _ = try? run("set as-of \(day)")
    lesson?.hasOwnVintage = true
  }

  private var dataRemark: String? {
    guard let recorded = lesson?.plan.document.frontMatter?.data.first?.sha256,
      !bench.facts.fingerprint.hasPrefix(recorded)
    else { return nil }
    return "This lesson was written on other data than these: its text may not fit."
  }

  /// Leaves the lesson; what was done is kept.
  mutating func leaveLesson() -> Reply {
    guard let run = lesson else { return Reply() }
    lesson?.spend(until: seat.clock())
    keepProgress()
    lesson = nil
    if run.hasOwnVintage { _ = try? self.run("set as-of latest") }
    return Reply(lines: ["you have left \(run.plan.title); `lesson \(run.file)` takes it up again"])
  }

  // MARK: Going on

  /// Shows the lesson from the present part up to where the learner has to do something.
  mutating func showLesson(on page: inout LessonPage) {
    while let part = lesson?.part {
      switch part {
      case .prose(let prose):
        if part.isChapter, !page.isChapterStart {
          page.space()
          page.add(remark: "Enter goes on")
          return
        }
        page.add(prose: prose)
        page.isChapterStart = false
      case .step(let step):
        guard step.isHidden else {
          page.space()
          page.add(remark: "Enter runs `\(step.input.replacing("\n", with: " "))`")
          return
        }
        runSteps(upTo: (lesson?.position ?? 0) + 1)
      case .quiz(let quiz):
        add(quiz, to: &page)
        return
      }
      lesson?.position += 1
    }
    addEnd(to: &page)
  }

  /// Goes one part on.
  mutating func goOn() -> Reply {
    guard let run = lesson else { return Reply() }
    return lessonReply { workspace, page in
      switch run.part {
      case nil:
        workspace.addEnd(to: &page)
        return
      case .quiz(let quiz)?:
        guard !run.isOpen else {
          page.add(remark: "The question is open. \(quiz.ways(run.record[quiz.key]))")
          return
        }
        workspace.lesson?.position += 1
      case .step(let step)?:
        let output = workspace.runSteps(upTo: run.position + 1)
        page.add(input: step.input, output: output)
        workspace.lesson?.position += 1
        page.isChapterStart = false
      case .prose?: break
      }
      workspace.showLesson(on: &page)
    }
  }

  /// Goes back to the stop before.
  mutating func goBack() -> Reply {
    guard let run = lesson else { return Reply() }
    return lessonReply { workspace, page in
      let before = run.plan.parts[..<min(run.position, run.plan.parts.count)]
      guard let stop = before.lastIndex(where: \.isStop) else {
        page.add(remark: "This is where the lesson begins.")
        return
      }
      workspace.lesson?.position = stop
      workspace.lesson?.rewindProse()
      workspace.showLesson(on: &page)
    }
  }

  /// Shows the present part again.
  mutating func showWhereIAm() -> Reply {
    guard let run = lesson else { return Reply() }
    return lessonReply { workspace, page in
      page.add(remark: "\(run.plan.title) · \(run.label)")
      workspace.lesson?.rewindProse()
      workspace.showLesson(on: &page)
    }
  }

  // MARK: Steps

  /// Runs the steps before a part that have not been run, and gives the output of the last.
  @discardableResult
  private mutating func runSteps(upTo end: Int) -> [String] {
    guard var run = lesson else { return [] }
    var output: [String] = []
    let start = min(run.preparedParts, end - 1)
    for index in max(0, start)..<max(0, end) {
      guard case .step(let step) = run.plan.parts[index] else { continue }
      let isNew = index >= run.preparedParts
      output = runStep(step, &run, isNew: isNew)
      run.preparedParts = max(run.preparedParts, index + 1)
    }
    lesson = run
    return output
  }

  /// Runs a step on the desk of the lesson and, for what it defines, in the session of the learner.
  private mutating func runStep(
    _ step: LessonPlan.Step,
    _ run: inout LessonRun,
    isNew: Bool
  ) -> [String] {
    var desk = run.desk.value
    desk.settings.width = max(40, settings.width - 2)
    desk.bench.isCancelled = bench.isCancelled
    let runner = SessionRunner(on: bench)
    let number = desk.nextNumber
    let input = replacingAnswers(in: step.input) { reference in
      switch reference {
      case .entry(let number): run.numbers[number]
      case .last: run.numbers.keys.max().flatMap { run.numbers[$0] }
      }
    }
    let result = runner.result(of: step.input, asOf: step.asOf, &desk)
    let output = desk.outcome(result, of: step.input).output
    guard isNew else { return output }
    run.desk.value = desk
    guard isOfSessions(input) else { return output }
    let (ownFiles, ownSeat) = (files, seat)
    (files, seat, lesson) = (desk.files, LessonSeat(), nil)
    let ownNumber = nextNumber
    _ = runner.result(of: input, asOf: step.asOf, &self)
    (files, seat) = (ownFiles, ownSeat)
    if nextNumber > ownNumber { run.numbers[number] = ownNumber }
    return output
  }

  /// False for what is about the session itself, such as `reset`: a lesson has no business there.
  private func isOfSessions(_ input: String) -> Bool {
    guard case .command(let command)? = try? parse(input, bench.vocabulary) else { return true }
    return statements.first { $0.entry.name == command.name.text }?.isRecorded ?? false
  }

  /// Runs again what the learner has passed already, in silence.
  private mutating func catchUp() {
    guard let run = lesson, run.position > 0 else { return }
    runSteps(upTo: run.position)
  }

  // MARK: Replies

  /// A reply with a page of the lesson; what was done is kept.
  mutating func lessonReply(_ fill: (inout Workspace, inout LessonPage) -> Void) -> Reply {
    var page = LessonPage(width: settings.width)
    fill(&self, &page)
    if let problem = keepProgress() { page.add(remark: problem) }
    var reply = Reply()
    reply.page = page.text
    reply.isRecorded = false
    return reply
  }

  /// Keeps what was done; gives what to say where that cannot be.
  @discardableResult
  private mutating func keepProgress() -> String? {
    guard var run = lesson, !run.isAskingName, let store = seat.store else { return nil }
    run.record.place.index = run.position
    run.record.place.key = run.part?.key ?? ""
    run.record.isFinished = run.isOver
    defer { lesson = run }
    do throws(Diagnostic) {
      try store.write(run.record.json.text + "\n", to: run.storeName)
      return nil
    } catch {
      guard !run.hasMentionedStore else { return nil }
      run.hasMentionedStore = true
      return "Your place cannot be kept: \(error.message)."
    }
  }
}

extension LessonRun {
  /// Goes back over the prose before the present part, so that it is shown again with it.
  mutating func rewindProse() {
    while position > 0, case .prose = plan.parts[position - 1] {
      position -= 1
      if plan.parts[position].isChapter { return }
    }
  }

  /// Takes up what was done in earlier sittings, as far as the lesson still has it.
  mutating func take(up kept: LessonRecord) {
    record.questions = kept.questions
    let keys = plan.parts.map(\.key)
    let places = keys.indices.filter { keys[$0] == kept.place.key }
    if let nearest = places.min(by: {
      abs($0 - kept.place.index) < abs($1 - kept.place.index)
    }) {
      position = nearest
    } else if kept.isFinished, kept.place.key.isEmpty {
      position = plan.parts.count
    } else {
      // The part is gone: behind the last question that was done.
      let done = plan.parts.lastIndex { part in
        guard case .quiz(let quiz) = part else { return false }
        return record[quiz.key].state != .open
      }
      position = done.map { $0 + 1 } ?? 0
    }
  }
}

extension Workspace {
  /// Begins the lesson anew; what was done before is forgotten.
  mutating func restartLesson() -> Reply {
    guard let old = lesson else { return Reply() }
    lesson?.record = LessonRecord(lesson: old.plan.title, student: old.record.student)
    lesson?.position = 0
    return lessonReply { workspace, page in workspace.showLesson(on: &page) }
  }
}
