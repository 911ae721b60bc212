import Guidance
import Language

/// Puts an earlier entry back on the line.
enum Edit: StatementWord {
  static let entry = Entry(
    "edit",
    category: .statement,
    summary: "Put the text of an earlier entry back on the line, to change it.",
    usage: "edit [NUMBER]",
    searchTerms: ["change", "again", "entry", "fc"],
    examples: []
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    let entries = workspace.transcript.entries.filter { $0.kind == .entry }
    guard case .words(let words) = command.argument, let word = words.first else {
      return try preload(entries.last)
    }
    guard let number = Int(word.text) else {
      throw Diagnostic("needs-number", "`edit` takes the number of an entry", at: word.span)
    }
    guard let entry = entries.first(where: { $0.number == number }) else {
      throw Diagnostic("no-such-entry", "there is no entry \(number)", at: word.span)
    }
    return try preload(entry)
  }

  private static func preload(_ entry: Transcript.Entry?) throws(Diagnostic) -> Reply {
    guard let entry else { throw Diagnostic("no-such-entry", "nothing has been entered yet") }
    var reply = Reply()
    reply.preload = entry.input
    return reply
  }
}
