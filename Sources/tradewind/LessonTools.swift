import ArgumentParser
import Engine
import Guidance
import Reports
import Shell
import Teaching

/// Writes a lesson to begin with.
struct LessonNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a lesson to begin with, which works as it stands."
  )

  @Argument(help: "The file to write, such as growth.trade.md.")
  var file: String

  @Option(help: "The title of the lesson.")
  var title = "A lesson"

  @OptionGroup var common: CommonOptions

  func run() throws {
    let facts = try common.facts()
    let draft = LessonTemplate(on: facts).text(title: title)
    do throws(Diagnostic) {
      // With the outputs of its steps it is verified from the first day on.
      let runner = SessionRunner(facts: facts)
      let text = runner.updatedText(try runner.replay(draft))
      try DiskFiles().write(text, to: file, over: .nothing)
    } catch {
      let isThere = error.code == "file-changed"
      let problem = isThere ? Diagnostic("cannot-write", "'\(file)' is there already") : error
      common.output().show(problem, input: "", width: common.width ?? 80)
      throw ExitCode(2)
    }
    write("\(file) written; `tradewind lesson check \(file)` looks at it\n", to: 1)
  }
}

/// Looks at lessons before a class does.
struct LessonCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Work out every question of lessons and say what is wrong with them.",
    discussion: """
      A folder stands for all '*.trade.md' below it that ask something.
      Exit status: 0 no errors, 1 errors, 2 a file could not be used.
      """
  )

  @Argument(help: "Lessons, or folders of them.")
  var paths: [String]

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output()
    let facts = try common.facts()
    var status: Int32 = 0
    do throws(Diagnostic) {
      for file in try sessionFiles(at: paths) {
        status = max(status, check(file, among: paths, facts, output))
      }
    } catch {
      output.show(error, input: "", width: common.width ?? 80)
      status = 2
    }
    throw ExitCode(status)
  }

  private func check(
    _ file: String,
    among paths: [String],
    _ facts: any FactSource,
    _ output: Output
  ) -> Int32 {
    do throws(Diagnostic) {
      let text = try DiskFiles().read(file)
      let isNamed = paths.contains(file)
      let document = try SessionDocument(reading: text)
      guard isNamed || document.quizCount > 0 else { return 0 }
      let check = LessonCheck(facts: facts, files: FolderFiles(folder(of: file)))
      let result = try check.result(text, file: file)
      write(output.painted(result.text(named: file)), to: 1)
      return result.hasErrors ? 1 : 0
    } catch {
      output.show(error.naming(file), input: "", width: common.width ?? 80)
      return 2
    }
  }
}

/// Writes the report of a learner on this machine.
struct LessonReport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Show what a learner did in a lesson, or write it into a file."
  )

  @Argument(help: "The lesson.")
  var file: String

  @Option(help: "The learner's name; without it, that of whoever gave none.")
  var student: String?

  @Option(name: .shortAndLong, help: "The file to write: .json, .md or .csv.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var workspace = try common.workspace()
    workspace.seat.isAttended = false
    workspace.seat.store = workspace.seat.store.map(ReadingStore.init)
    do throws(Diagnostic) {
      _ = try workspace.openLesson(file, student: student ?? "")
      guard let output else {
        if let text = workspace.reportText(common.format) { return write(text, to: 1) }
        return write(common.output().painted(workspace.reportTable), to: 1)
      }
      try workspace.writeReport(to: output)
    } catch {
      common.output().show(error, input: "", width: common.width ?? 80)
      throw ExitCode(2)
    }
  }
}

/// Makes a table of a class of the reports that students handed in.
struct LessonCollect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect",
    abstract: "Make a table of a class from the reports (*.json) in a folder."
  )

  @Argument(help: "The folder with the reports.")
  var folder: String

  @Option(name: .shortAndLong, help: "The file to write: .md, .csv or .json.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let screen = common.output()
    do throws(Diagnostic) {
      let records = try records(screen)
      guard !records.isEmpty else {
        throw Diagnostic(
          "no-reports",
          "there is no report of a lesson, no '*.json', in '\(folder)'"
        )
      }
      let tables = ClassTable.tables(of: records)
      guard let output else {
        if let text = text(of: tables, as: common.format) { return write(text, to: 1) }
        for table in tables { write(screen.painted(table.text), to: 1) }
        return
      }
      try DiskFiles().write(try text(of: tables, for: output), to: output)
    } catch {
      screen.show(error, input: "", width: common.width ?? 80)
      throw ExitCode(2)
    }
  }

  private func records(_ screen: Output) throws(Diagnostic) -> [LessonRecord] {
    var records: [LessonRecord] = []
    for file in try files(in: folder, endingIn: ".json") {
      do throws(Diagnostic) {
        records.append(try LessonRecord(reading: try DiskFiles().read(file), file: file))
      } catch {
        // One spoilt report does not keep the others from being read.
        screen.show(error.naming(file), input: "", width: common.width ?? 80)
      }
    }
    return records
  }

  private func text(of tables: [ClassTable], for file: String) throws(Diagnostic) -> String {
    let ending = file.split(separator: ".").last.map(String.init) ?? ""
    guard let text = text(of: tables, as: ending) else {
      throw Diagnostic(
        "unknown-ending",
        "a table is written as .md, .csv or .json; '\(file)' ends in none of them"
      )
    }
    return text
  }

  private func text(of tables: [ClassTable], as form: String) -> String? {
    switch form {
    case "md", "markdown": tables.map(\.markdown).joined(separator: "\n")
    case "csv": ClassTable.csv(tables)
    case "json": ClassTable.json(tables)
    default: nil
    }
  }
}
