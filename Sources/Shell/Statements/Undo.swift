import Guidance
import Language

/// Takes the last entries back, with what they defined.
enum Undo: StatementWord {
  static let entry = Entry(
    "undo",
    category: .statement,
    summary: "Take the last entries back, with what they defined.",
    usage: "undo [COUNT]",
    searchTerms: ["revert", "back"],
    examples: []
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let wanted = try command.entryCount() ?? 1
    let available = workspace.transcript.entries.count
    guard available > 0 else { throw Diagnostic("nothing-to-undo", "nothing has happened yet") }
    let count = min(wanted, available)
    let taken = workspace.transcript.entries.suffix(count).map(\.input)
    try workspace.undo(count)
    return Reply(lines: taken.map { "taken back: \($0)" })
  }
}
