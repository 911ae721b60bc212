import Guidance
import Language
import Reports
import Teaching

/// Shows how a lesson went so far, or writes it into a file for the teacher.
enum ProgressStatement: StatementWord {
  static let entry = Entry(
    "progress",
    category: .statement,
    summary: "How the lesson went so far; with a file name, the report for the teacher.",
    usage: "progress [\"FILE.json|.md|.csv\"]",
    searchTerms: ["lesson", "report", "score", "marks"],
    examples: []
  )
  static let shape = CommandShape.file
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard let run = workspace.lesson else { return Reply() }
    let report = StudentReport(run.record, questions: run.plan.reportedQuestions)
    guard case .file(let file?, _) = command.argument else {
      return workspace.lessonReply { workspace, page in
        page.text.append("\(run.plan.title) · \(run.label)", as: .heading)
        page.text.append(report.table)
      }
    }
    try workspace.writeReport(to: file.text)
    return Reply(lines: ["report written to \(file.text)"])
  }
}

extension Workspace {
  /// Writes the report of the lesson into a file, whose ending says in which form.
  package func writeReport(to file: String) throws(Diagnostic) {
    guard lesson != nil else {
      throw Diagnostic("no-open-question", "no lesson is open, so there is no report")
    }
    guard let text = reportText(file.split(separator: ".").last.map(String.init) ?? "") else {
      throw Diagnostic(
        "unknown-ending",
        "a report is written as .json, .md or .csv; '\(file)' ends in none of them"
      )
    }
    try files.write(text, to: file)
  }

  /// The report of the lesson in a form that programs read; nil for any other form.
  package func reportText(_ form: String) -> String? {
    guard let report else { return nil }
    return switch form {
    case "json": report.json
    case "md", "markdown": report.markdown
    case "csv": report.csv
    default: nil
    }
  }

  /// The report of the lesson as a screen shows it.
  package var reportTable: StyledText { report?.table ?? StyledText() }

  private var report: StudentReport? {
    lesson.map { StudentReport($0.record, questions: $0.plan.reportedQuestions) }
  }
}
