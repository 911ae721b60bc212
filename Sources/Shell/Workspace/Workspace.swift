import Catalogue
import Engine
import Guidance
import Language
import Periods
import Reports

/// Everything one session knows.
///
/// A value: an entry runs on a copy, and a failing one leaves no trace.
package struct Workspace: Sendable {
  package var bench: Workbench
  package var transcript = Transcript()
  package var settings = Settings()

  /// How files are read and written; a stranger's session gets one that refuses.
  package var files: any FileAccess

  /// How servers are reached; a stranger's session gets one that refuses.
  package var servers: any ServerAccess = NoServers()

  /// The data sets of the session by name: the one it began with and those it imported.
  package internal(set) var dataSets: [String: any FactSource]

  /// How files of the session were read, by the name of their data set.
  var readings: [String: Reading] = [:]

  /// One file as it was read, and the statement that read it.
  struct Reading: Sendable {
    var report: FileReport
    var statement: String
    /// True where the statement names the data set.
    var hasName: Bool
  }

  /// The data set it began with, to which `reset` and `undo` go back.
  let home: any FactSource

  /// The code of the last diagnostic, which `expect error` looks at.
  package var lastErrorCode: String?

  /// A session that ended without its user's wish, which `recover` brings back.
  package var interrupted: InterruptedSession?

  /// The lesson that is being taken; nil where none is.
  package internal(set) var lesson: LessonRun?

  /// What lessons need of the place where they are taken.
  package var seat = LessonSeat()

  /// Entries that were undone can be seen no more; their numbers are not given again.
  package internal(set) var nextNumber = 1

  package init(_ facts: any FactSource, files: any FileAccess) {
    bench = Workbench(facts, Lexicon(ofSessionOn: facts.dataSet))
    home = facts
    dataSets = [facts.dataSet.name: facts]
    self.files = files
  }

  /// The words that an entry may use now.
  ///
  /// The words of lessons are there in lessons alone: elsewhere they are free as names.
  package var vocabulary: Vocabulary {
    guard lesson != nil else { return bench.vocabulary }
    var vocabulary = bench.vocabulary
    for word in lessonStatements {
      vocabulary.add(word.entry.name, Term(.statement(word.shape), word.entry.name))
    }
    return vocabulary
  }

  /// Runs one entry; what it changed is kept only if it succeeds.
  ///
  /// Whoever waits by ``Workbench/watch`` can stop it.
  package mutating func run(_ input: String) throws(Diagnostic) -> Reply {
    let watch = bench.watch
    let input = Habits.translation(of: input) ?? input
    return try watch.over { () throws(Diagnostic) in try runOnView(input) }
  }

  /// Runs an entry on the source as it sees it: what fails on a server fails that entry alone.
  private mutating func runOnView(_ input: String) throws(Diagnostic) -> Reply {
    let source = dataSets[bench.data.name] ?? bench.facts
    guard let view = source.view(isCancelled: bench.isCancelled) else { return try runEntry(input) }
    return try run(input, on: view)
  }

  mutating func runEntry(_ input: String) throws(Diagnostic) -> Reply {
    if let answer = answerToQuestion(input) {
      let reply = Reply(answer)
      record(input, reply, nil)
      return reply
    }
    guard let statement = try parse(input, vocabulary) else { return Reply() }
    var draft = self
    let reply = try draft.reply(to: statement, input)
    if reply.isRecorded { draft.record(input, reply, statement) }
    self = draft
    return reply
  }

  private mutating func reply(
    to statement: Statement,
    _ input: String
  ) throws(Diagnostic) -> Reply {
    switch statement {
    case .query(let query):
      var answer = try Answerer(bench).answer(query)
      try checkDrawing(answer, query)
      if !settings.showsNotes { answer.notes = [] }
      return Reply(answer)
    case .command(let command):
      let known = statements + lessonStatements
      guard let word = known.first(where: { $0.entry.name == command.name.text }) else {
        throw Diagnostic(
          "unknown-name",
          "I do not know the statement '\(command.name.text)'",
          at: command.name.span
        )
      }
      var reply = try word.run(command, in: &self)
      if let file = command.file, let answer = reply.answer {
        return try write(answer, named: "`\(word.entry.name)`", input: input, into: file)
      }
      reply.isRecorded = reply.isRecorded && word.isRecorded
      return reply
    }
  }

  private mutating func record(_ input: String, _ reply: Reply, _ statement: Statement?) {
    let lines = reply.answer.map { outputLines($0, input: input) } ?? []
    var entry = Transcript.Entry(number: nextNumber, input: input, output: lines)
    entry.mentions = mentions(in: input)
    transcript.append(entry)
    if let query = statement?.query { bench.answers[nextNumber] = settled(query, input) }
    nextNumber += 1
  }

  /// A query whose `_` names the answer that it means now: later it would mean another.
  private func settled(_ query: Query, _ input: String) -> Query {
    let latest = bench.answers.keys.max()
    let text = replacingAnswers(in: input) { $0 == .last ? latest : nil }
    guard text != input, let statement = try? parse(text, vocabulary) else { return query }
    return statement.query ?? query
  }

  /// An answer as a session file records it: plain, at the width of the session.
  package func outputLines(_ answer: Answer, input: String) -> [String] {
    let page = Page(input: input, width: settings.width)
    let writer: any Writer.Type =
      answer.form.flatMap { Reports.writer(named: $0) } ?? TextWriter.self
    return writer.text(of: answer, on: page).plainLines
  }

  /// A workspace on the same data in which nothing has happened yet.
  var fresh: Workspace {
    var fresh = Workspace(home, files: files)
    fresh.settings = settings.atStart
    fresh.servers = servers
    fresh.interrupted = interrupted
    fresh.seat = seat
    fresh.bench.watch = bench.watch
    fresh.bench.seasonalProgram = bench.seasonalProgram
    return fresh
  }
}

extension Lexicon {
  /// The words of queries on a data set, and those of statements.
  init(ofSessionOn data: DataSet) {
    self.init(data)
    for statement in statements { add(statement.entry, .statement(statement.shape)) }
    for statement in lessonStatements { explain(statement.entry) }
  }
}

extension Statement {
  /// The query whose values a later `_` takes up.
  fileprivate var query: Query? {
    switch self {
    case .query(let query): query
    case .command(let command):
      if case .query(let query) = command.argument, command.name.text == "plot" {
        query
      } else {
        nil
      }
    }
  }
}
