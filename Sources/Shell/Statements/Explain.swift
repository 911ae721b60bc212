import Engine
import Guidance
import Language

/// Shows how a number came about, or what a diagnostic or a word means.
enum Explain: StatementWord {
  static let entry = Entry(
    "explain",
    category: .statement,
    summary: "The steps behind a number, with the numbers in them; or a code or word.",
    usage: "explain QUERY | explain CODE | explain WORD",
    searchTerms: ["how", "steps", "arithmetic", "lesson", "show work"],
    examples: ["explain exports ytd yoy 2026-07", "explain unit-mismatch"]
  )
  static let shape = CommandShape.queryOrWord

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    switch command.argument {
    case .query(let query):
      let answerer = Answerer(workspace.bench)
      var answer = try answerer.explain(query)
      answer.add(answerer.serverStatements(for: query))
      return Reply(answer)
    case .word(let word): return try explain(word, workspace)
    default:
      throw Diagnostic(
        "needs-query",
        "explain what? A query, the code of a diagnostic or a word belongs behind it"
      )
    }
  }

  /// The lesson of a code, or the help page of a word.
  private static func explain(
    _ word: Name,
    _ workspace: Workspace
  ) throws(Diagnostic) -> Reply {
    let code = word.text.lowercased()
    if let lesson = lesson(on: code) { return Reply(lines: lesson.lines) }
    let entries = workspace.bench.lexicon.entries
    if let entry = entries.first(where: { $0.answers(to: word.text) }) {
      return Reply(lines: Help.page(entry, workspace))
    }
    throw Diagnostic(
      "unknown-topic",
      "there is nothing to explain about '\(word.text)'",
      at: word.span
    )
    .suggesting(code, from: lessons.map(\.code) + entries.map(\.name))
  }
}

extension Answer {
  /// Shows what a server was asked.
  fileprivate mutating func add(_ statements: [String]) {
    guard case .text(let lines) = content, !statements.isEmpty else { return }
    let asked = statements.flatMap { $0.split(separator: "\n").map { "    \($0)" } }
    content = .text(lines + ["  asked of the server, in one statement"] + asked)
  }
}
