import Guidance
import Language

/// Adds a paragraph of prose to the session.
enum NoteStatement: StatementWord {
  static let entry = Entry(
    "note",
    category: .statement,
    summary: "Add a paragraph of prose to the session.",
    usage: "note TEXT",
    searchTerms: ["comment", "prose", "text"],
    examples: ["note The surplus passed one trillion in November."]
  )
  static let shape = CommandShape.text
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    try workspace.addProse(command, kind: .note)
  }
}

extension Workspace {
  /// Adds the text behind `note` or `section` to the transcript.
  mutating func addProse(
    _ command: Command,
    kind: Transcript.Entry.Kind
  ) throws(Diagnostic) -> Reply {
    guard case .text(let text) = command.argument, !text.isEmpty else {
      throw Diagnostic("needs-text", "`\(command.name.text)` what? Text belongs behind it")
    }
    transcript.append(Transcript.Entry(number: 0, input: text, output: [], kind: kind))
    return Reply()
  }
}
