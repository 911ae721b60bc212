import Catalogue
import Engine
import Guidance
import Language
import Reports

/// Replays session files, each in a workspace of its own.
package struct SessionRunner: Sendable {
  let facts: any FactSource
  /// What the session may do with files.
  package var files: any FileAccess = NoFiles()
  /// The vintage of every entry, whatever the file says.
  package var vintage: Vintage?
  package var onlyBlock: String?

  package init(facts: any FactSource) { self.facts = facts }

  /// Runs the entries of a session and compares what they print with what the file says.
  package func replay(_ text: String) throws(Diagnostic) -> ReplayReport {
    let document = try SessionDocument(reading: text)
    let recorded = document.frontMatter?.data.first?.sha256
    let replay = Replay(
      dataChanged: recorded.map { !facts.dataSet.fingerprint.hasPrefix($0) } ?? false,
      onlyBlock: onlyBlock,
      isSameReading: { _, _ in false }
    )
    var workspace = workspace(for: document)
    let vintage = workspace.bench.vintage
    return replay.run(document) { step in
      workspace.bench.vintage = step.asOf.map(Vintage.asOf) ?? vintage
      return workspace.outcome(of: step.input)
    }
  }

  /// An empty workspace with the settings that the head of a session asks for.
  package func workspace(for document: SessionDocument) -> Workspace {
    var workspace = Workspace(facts, files: files)
    let head = document.frontMatter
    if let width = head?.width, (20...400).contains(width) { workspace.settings.width = width }
    if let day = head?.asOf { workspace.bench.vintage = .asOf(day) }
    if let vintage { workspace.bench.vintage = vintage }
    workspace.settings.title = head?.title
    return workspace
  }
}

extension Workspace {
  /// Runs one entry of a session file.
  mutating func outcome(of input: String) -> Replay.Outcome {
    do throws(Diagnostic) {
      let reply = try run(input)
      let lines = reply.answer.map { outputLines($0, input: input) } ?? []
      return Replay.Outcome(output: lines, holds: reply.holds)
    } catch {
      lastErrorCode = error.code.rawValue
      let text = TextWriter.text(of: error, on: Page(input: input, width: settings.width))
      return Replay.Outcome(output: text.plainLines, errorCode: error.code.rawValue)
    }
  }
}
