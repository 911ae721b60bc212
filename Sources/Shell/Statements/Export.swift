import Engine
import Guidance
import Language

/// Writes an answer to a file.
enum Export: StatementWord {
  static let entry = Entry(
    "export",
    category: .statement,
    summary: "Write an answer to a file, in the format of the file's ending.",
    usage: "[export] QUERY into \"FILE\" [as FORM]",
    searchTerms: ["write", "csv", "json", "markdown", "latex", "svg", "html", "file", "download"],
    examples: []
  )
  static let shape = CommandShape.output
  // A replay may write no file, so a saved session does not repeat it.
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .output(let query, let file) = command.argument else {
      throw Diagnostic("needs-file", "export where? `export exports in 2025 into \"exports.csv\"`")
    }
    let told = workspace.told(query)
    let answer = try Answerer(workspace.bench).answer(told)
    let name = "\(query.expression)"
    return try workspace.write(answer, named: name, input: told.description, into: file)
  }
}
