import Guidance
import Language

/// Runs entries of the session again.
enum Rerun: StatementWord {
  static let entry = Entry(
    "rerun",
    aliases: ["again"],
    category: .statement,
    summary: "Run entries again, as new ones; `rerun stale` those that are out of date.",
    usage: "rerun 3 | rerun 3..5 | rerun stale",
    searchTerms: ["repeat", "recompute", "refresh", "stale"],
    examples: []
  )
  static let shape = CommandShape.words
  // The entries that it runs are recorded themselves.
  static let isRecorded = false

  static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate] {
    words.isEmpty ? [Completion.Candidate("stale", "entries whose definitions have changed")] : []
  }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let numbers = try EntryNumbers(command, in: workspace).numbers
    guard !numbers.isEmpty else { return Reply(lines: ["nothing is stale"]) }
    let results = try workspace.rerun(numbers)
    var lines: [String] = []
    for result in results {
      let input = result.input.split(separator: "\n", omittingEmptySubsequences: false)
      for (i, line) in input.enumerated() { lines.append((i == 0 ? "> " : ". ") + line) }
      lines += result.output.map { $0.isEmpty ? "" : "  " + $0 }
    }
    return Reply(lines: lines)
  }
}
