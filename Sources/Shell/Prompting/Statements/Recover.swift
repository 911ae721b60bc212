import Guidance
import Language

/// Brings back the session that was left open when the program last ended.
enum Recover: StatementWord {
  static let entry = Entry(
    "recover",
    category: .statement,
    summary: "Bring back the session that a crash or a closed window ended.",
    usage: "recover [list | drop]",
    searchTerms: ["crash", "journal", "restore", "lost"],
    examples: []
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate] {
    guard words.isEmpty else { return [] }
    return [
      Completion.Candidate("list", "what the session held"),
      Completion.Candidate("drop", "forget it"),
    ]
  }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, let session = workspace.interrupted else {
      return Reply(lines: ["there is no session to bring back"])
    }
    switch words.first?.text.lowercased() {
    case nil: return bringBack(session, in: &workspace)
    case "list": return Reply(lines: session.items.map(\.line))
    case "drop":
      workspace.interrupted = nil
      return settled(["\(session.entryCount) entries forgotten"])
    default:
      throw Diagnostic(
        "unknown-word",
        "`recover` takes `list`, `drop` or nothing",
        at: words[0].span
      )
    }
  }

  private static func bringBack(
    _ session: InterruptedSession,
    in workspace: inout Workspace
  ) -> Reply {
    var failed: [String] = []
    for item in session.items {
      guard item.kind == .entry else {
        workspace.transcript.append(
          Transcript.Entry(number: 0, input: item.text, output: [], kind: item.kind)
        )
        continue
      }
      do throws(Diagnostic) {
        _ = try workspace.run(item.text)
      } catch {
        failed.append("this entry no longer runs: \(item.text)")
      }
    }
    workspace.interrupted = nil
    let count = session.entryCount - failed.count
    return settled(["\(count) entries brought back; `history` lists them"] + failed)
  }

  private static func settled(_ lines: [String]) -> Reply {
    var reply = Reply(lines: lines)
    reply.settlesRecovery = true
    return reply
  }
}

extension InterruptedSession.Item {
  fileprivate var line: String {
    switch kind {
    case .entry: "> \(text)"
    case .note: text
    case .section: "## \(text)"
    }
  }
}
