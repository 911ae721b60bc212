import Engine
import Guidance
import Language

/// States what must hold; a replay fails where it does not.
enum Expect: StatementWord {
  static let entry = Entry(
    "expect",
    category: .statement,
    summary: "State what must hold; a replay fails where it does not.",
    usage: "expect QUERY = NUMBER [± NUMBER] | expect error CODE",
    searchTerms: ["assert", "test", "verify"],
    examples: ["expect surplus 2025 ≈ 1.18 trillion ± 0.01 trillion"]
  )
  static let shape = CommandShape.expectation

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    switch command.argument {
    case .query(let query):
      let answer = try Answerer(workspace.bench).expect(query)
      var reply = Reply(answer)
      if case .check(let check) = answer.content { reply.holds = check.holds }
      return reply
    case .expectedError(let code):
      let actual = workspace.lastErrorCode
      guard actual == code.text else {
        throw Diagnostic(
          "expected-error",
          actual.map { "the last error was '\($0)'" } ?? "there was no error before this line",
          at: code.span
        )
      }
      return Reply(lines: ["✓"])
    default: return Reply()
    }
  }
}
