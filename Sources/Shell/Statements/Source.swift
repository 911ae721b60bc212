import Catalogue
import Engine
import Guidance
import Language

/// Names the sources of an answer.
enum SourceStatement: StatementWord {
  static let entry = Entry(
    "source",
    category: .statement,
    summary: "The sources of an answer, with their addresses.",
    usage: "source QUERY | source _",
    searchTerms: ["provenance", "origin", "where from", "citation"],
    examples: ["source exports 2025-11"]
  )
  static let shape = CommandShape.query

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .query(let query) = command.argument else { return Reply() }
    let answer = try Answerer(workspace.bench).answer(query)
    guard !answer.sources.isEmpty else {
      return Reply(lines: [
        "\(answer.reading) rests on no source: it is computed from numbers typed"
      ])
    }
    var named = Answer(
      reading: answer.reading,
      description: ["sources of \(answer.reading)"],
      content: .text(answer.sources.map { "\($0.publisher)  \($0.address)" })
    )
    named.sources = answer.sources
    return Reply(named)
  }
}
