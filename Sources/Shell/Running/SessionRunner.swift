import Catalogue
import Engine
import Guidance
import Language
import Periods
import Reports
import Teaching

/// Replays session files, each in a workspace of its own.
package struct SessionRunner: Sendable {
  let facts: any FactSource
  /// What the session may do with files.
  package var files: any FileAccess = NoFiles()
  /// What adjusts series where an entry names a program.
  package var seasonalProgram: any SeasonalProgram = NoSeasonalProgram()
  /// The vintage of every entry, whatever the file says.
  package var vintage: Vintage?
  package var onlyBlock: String?
  /// The fingerprint of the data, where it is known already.
  package var fingerprint: String?

  /// A file with more entries is refused: nobody reads as many, and a machine should not hang on it.
  package static let mostEntries = 10_000

  /// So many entries that drifted are explained: each takes some hundred runs.
  private static let mostExplained = 20

  package init(facts: any FactSource) { self.facts = facts }

  /// Replays on the data and with the programs of a session.
  init(on bench: Workbench) {
    facts = bench.facts
    if let program = bench.seasonalProgram { seasonalProgram = program }
  }

  /// The program that the entries of a block need and that is not installed; nil where there is none.
  package func missingProgram(of block: TradeBlock) -> String? {
    guard let name = block.attributes.program else { return nil }
    do throws(Diagnostic) {
      try seasonalProgram.checkInstalled()
      return nil
    } catch {
      return name
    }
  }

  /// Runs the entries of a session and compares what they print with what the file says.
  package func replay(_ text: String) throws(Diagnostic) -> ReplayReport {
    let document = try SessionRunner.document(reading: text)
    if let onlyBlock, !document.tradeBlocks.contains(where: { $0.attributes.id == onlyBlock }) {
      throw Diagnostic("no-such-block", "no block of this session has the id '\(onlyBlock)'")
    }
    let replay = Replay(dataChanged: hasOtherData(document), onlyBlock: onlyBlock)
    var workspace = workspace(for: document)
    var before = workspace
    var explained = 0
    // Values that a lesson draws are those of a student without a name.
    let picks = PickList(text)
    let choices = picks.choices(student: "", lesson: document.pickKey)
    let watch = Watch.current
    let count = document.tradeBlocks.reduce(0) { $0 + $1.entries.count }
    var done = 0
    var report = replay.run(document) { step in
      watch.report(Advance("replay", done, of: count, "entries"))
      done += 1
      before = workspace
      before.bench.vintage = day(of: step.asOf) ?? workspace.bench.vintage
      return run(picks.filled(step.input, choices), asOf: step.asOf, &workspace)
    } explaining: { record in
      explained += 1
      guard explained <= SessionRunner.mostExplained else { return [] }
      return otherVintage(record, document, before)
        ?? RevisionFinder(before, record).explanation()
    } missingProgram: {
      missingProgram(of: $0)
    } isCancelled: {
      watch.isCancelled()
    }
    try watch.check()
    report.quizCount = document.quizCount
    if onlyBlock == nil, report.quizCount > 0 {
      let check = QuizCheck(runner: self, source: text)
      report.brokenQuizzes = try check.findings(choices).filter { $0.severity == .error }
    }
    return report
  }

  /// What to say where an entry differs only because it is seen as of another day than that of the
  /// file; nil where it differs on that day as well.
  private func otherVintage(
    _ record: ReplayReport.Record,
    _ document: SessionDocument,
    _ before: Workspace
  ) -> [String]? {
    guard case .asOf(let day)? = vintage else { return nil }
    var copy = before
    copy.bench.vintage = document.frontMatter?.asOf.map(Vintage.asOf) ?? .latest
    let output = copy.outcome(of: record.input).output
    guard OutputComparison(tolerance: record.tolerance).matches(record.expected, output) else {
      return nil
    }
    return ["what is recorded still holds; this is how it was known on \(day)"]
  }

  /// Runs one entry of a block.
  package func run(
    _ entry: TradeBlock.Entry,
    in block: TradeBlock,
    _ workspace: inout Workspace
  ) -> Replay.Outcome {
    run(entry.input, asOf: block.attributes.asOf, &workspace)
  }

  private func run(_ input: String, asOf: Day?, _ workspace: inout Workspace) -> Replay.Outcome {
    let result = result(of: input, asOf: asOf, &workspace)
    return workspace.outcome(result, of: input)
  }

  /// Runs an input as of the day that its block names.
  func result(
    of input: String,
    asOf: Day?,
    _ workspace: inout Workspace
  ) -> Result<Reply, Diagnostic> {
    guard let vintage = day(of: asOf) else { return workspace.result(of: input) }
    let usual = workspace.bench.vintage
    workspace.bench.vintage = vintage
    defer {
      // An entry may have chosen another day for what follows.
      if workspace.bench.vintage == vintage { workspace.bench.vintage = usual }
    }
    return workspace.result(of: input)
  }

  /// The vintage that is asked for from outside, else that of the block.
  private func day(of block: Day?) -> Vintage? { vintage ?? block.map(Vintage.asOf) }

  /// Reads a session that can be run: it has a head or a transcript, and an end in sight.
  static func document(reading text: String) throws(Diagnostic) -> SessionDocument {
    let document = try SessionDocument(reading: text)
    let hasBlocks = document.blocks.contains { if case .prose = $0 { false } else { true } }
    guard hasBlocks || document.frontMatter?["tradewind"] != nil else {
      throw Diagnostic("not-a-session", "this is no session: no block in it is marked `trade`")
    }
    let count = document.tradeBlocks.reduce(0) { $0 + $1.entries.count }
    guard count <= mostEntries else {
      throw Diagnostic(
        "session-too-long",
        "this session has \(count) entries; \(mostEntries) are run at most"
      )
    }
    return document
  }

  /// True where a difference may be a revision: the file names other data, or is seen of another day.
  private func hasOtherData(_ document: SessionDocument) -> Bool {
    if let vintage, vintage != document.frontMatter?.asOf.map(Vintage.asOf) { return true }
    guard let recorded = document.frontMatter?.data.first?.sha256 else { return false }
    return !(fingerprint ?? facts.fingerprint).hasPrefix(recorded)
  }

  /// The text of a file after `--update`: new outputs and, where all of them are, the data they are of.
  package func updatedText(_ report: ReplayReport) -> String {
    var document = report.updated
    let isWhole = onlyBlock == nil && vintage == nil && report.count(.error) == 0
    if isWhole, let recorded = document.frontMatter?.data, !recorded.isEmpty {
      let reference = DataReference(facts.dataSet, fingerprint: fingerprint ?? facts.fingerprint)
      if recorded != [reference] {
        document.frontMatter?["data"] = DataReference.text(of: [reference])
      }
    }
    return document.text
  }

  /// An empty workspace with the settings that the head of a session asks for.
  package func workspace(for document: SessionDocument) -> Workspace {
    var workspace = Workspace(facts, files: files)
    workspace.bench.watch = Watch.current.silent
    workspace.bench.seasonalProgram = seasonalProgram
    workspace.set(document.frontMatter)
    if let vintage { workspace.bench.vintage = vintage }
    return workspace
  }
}

extension Workspace {
  /// Takes up the settings at the head of a session.
  mutating func set(_ head: FrontMatter?) {
    if let width = head?.width, (20...400).contains(width) { settings.width = width }
    if let day = head?.asOf { bench.vintage = .asOf(day) }
    settings.title = head?.title
  }

  /// Runs one entry of a session file.
  mutating func outcome(of input: String) -> Replay.Outcome {
    let result = result(of: input)
    return outcome(result, of: input)
  }

  mutating func result(of input: String) -> Result<Reply, Diagnostic> {
    do throws(Diagnostic) {
      return .success(try run(input))
    } catch {
      lastErrorCode = error.code.rawValue
      return .failure(error)
    }
  }

  /// What an entry gave, as a session file records it.
  func outcome(_ result: Result<Reply, Diagnostic>, of input: String) -> Replay.Outcome {
    switch result {
    case .success(let reply):
      let lines = reply.answer.map { outputLines($0, input: input) } ?? []
      return Replay.Outcome(output: lines, holds: reply.holds)
    case .failure(let diagnostic):
      let page = Page(input: input, width: settings.width)
      let text = TextWriter.text(of: diagnostic, on: page)
      return Replay.Outcome(output: text.plainLines, errorCode: diagnostic.code.rawValue)
    }
  }
}
