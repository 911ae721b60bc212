import Engine
import Guidance
import Language

/// Forgets a name.
enum Unset: StatementWord {
  static let entry = Entry(
    "unset",
    category: .statement,
    summary: "Forget a name that `let` or `def` gave.",
    usage: "unset NAME",
    searchTerms: ["delete", "remove", "variable"],
    examples: []
  )
  static let shape = CommandShape.words

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, let name = words.first else {
      throw Diagnostic("needs-name", "`unset` what? A name belongs behind it")
    }
    guard workspace.bench.undefine(name.text) != nil else {
      throw Diagnostic("unknown-name", "I do not know the name '\(name.text)'", at: name.span)
        .suggesting(name.text, from: workspace.bench.definitions.keys.sorted())
    }
    return Reply(lines: ["\(name.text) is forgotten"])
  }
}
