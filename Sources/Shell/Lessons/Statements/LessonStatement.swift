import Guidance
import Language
import Teaching

/// Opens a lesson, says where the learner is in it, leaves it.
enum LessonStatement: StatementWord {
  static let entry = Entry(
    "lesson",
    category: .statement,
    summary: "Take a lesson: prose, steps and questions; or see where you are in it.",
    usage: "lesson \"FILE.trade.md\" [--student NAME] | lesson | lesson restart | lesson leave",
    searchTerms: ["class", "course", "teach", "learn", "quiz", "exercise"],
    examples: []
  )
  static let shape = CommandShape.file
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let name, let options) = command.argument, let name else {
      guard workspace.lesson != nil else {
        throw Diagnostic("needs-file", "which lesson? `lesson \"FILE.trade.md\"`")
      }
      return workspace.showWhereIAm()
    }
    switch (name.text, workspace.lesson) {
    case ("leave", _?): return workspace.leaveLesson()
    case ("restart", _?): return workspace.restartLesson()
    default: return try workspace.openLesson(name.text, student: try student(options))
    }
  }

  /// The name behind `--student`; nil where none is given.
  private static func student(_ options: [Name]) throws(Diagnostic) -> String? {
    guard let option = options.first else { return nil }
    let isKnown = option.text == "--student" || option.text.hasPrefix("--student=")
    guard isKnown else {
      throw Diagnostic(
        "unknown-option",
        "`lesson` has no option '\(option.text)'",
        at: option.span
      ).suggesting(option.text, from: ["--student"])
    }
    let first = option.text.dropFirst("--student=".count)
    let words = (first.isEmpty ? [] : [String(first)]) + options.dropFirst().map(\.text)
    let name = words.joined(separator: " ").filter { $0 != "\"" }.trimmed
    guard !name.isEmpty else {
      throw Diagnostic("needs-name", "`--student` takes a name", at: option.span)
    }
    return String(name.visible.prefix(60))
  }
}
