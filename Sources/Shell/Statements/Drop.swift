import Guidance
import Language

/// Leaves entries out of the session.
enum Drop: StatementWord {
  static let entry = Entry(
    "drop",
    category: .statement,
    summary: "Leave entries out of the session, with what they defined.",
    usage: "drop 4 | drop 3..5 | drop 3, 7",
    searchTerms: ["delete", "remove", "entry"],
    examples: []
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let numbers = try EntryNumbers(command, in: workspace).numbers
    let dropped = numbers.compactMap { workspace.transcript.entry($0) }
    guard !dropped.isEmpty else { return Reply(lines: ["nothing is stale"]) }
    try workspace.drop(Set(numbers))
    return Reply(lines: dropped.map { "dropped \($0.number): \($0.input)" })
  }
}
