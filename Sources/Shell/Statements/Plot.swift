import Engine
import Guidance
import Language

/// Draws an answer.
enum Plot: StatementWord {
  static let entry = Entry(
    "plot",
    category: .statement,
    summary: "Draw an answer in the form that suits it, or in the one named.",
    usage: "plot QUERY [as FORM] [with events] [into \"FILE\"]",
    searchTerms: ["chart", "graph", "draw", "figure"],
    examples: ["plot exports since 2024", "plot exports to US since 2018 with events"]
  )
  static let shape = CommandShape.output

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    switch command.argument {
    case .query(let query): return Reply(try answer(query, command, workspace))
    case .output(let query, let file):
      let told = workspace.told(query)
      return try workspace.writePlot(try answer(told, command, workspace), told, into: file)
    default: return Reply()
    }
  }

  private static func answer(
    _ query: Query,
    _ command: Command,
    _ workspace: Workspace
  ) throws(Diagnostic) -> Answer {
    var answer = try Answerer(workspace.bench).answer(query)
    try workspace.checkDrawing(answer, query, command: command.name)
    if !workspace.settings.showsNotes { answer.notes = [] }
    if answer.form == nil { answer.form = "chart" }
    return answer
  }
}
