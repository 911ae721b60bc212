import ArgumentParser
import Catalogue
import Engine
import Guidance
import LineEditing
import Periods
import Shell

struct Tradewind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tradewind",
    abstract: "An interactive shell for trade statistics.",
    discussion: """
      Without a command the prompt opens, or the statements of a pipe are run.
      Exit status: 0 all answered, 1 something failed or did not hold, 2 wrong usage or input, 130 \
      stopped by ^C. Leaving the prompt is 0.
      """,
    version: "0.1.0",
    subcommands: [
      Ask.self, Run.self, ReplayCommand.self, ImportCommand.self, ExportCommand.self,
      LessonCommand.self,
    ],
    defaultSubcommand: Ask.self
  )
}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: "The data set: `china-customs`, which is built in, a file, or clickhouse://…"
  )
  var dataName = "china-customs"

  @Option(help: "Take figures as they were known on a day, such as 2025-12-08.")
  var asOf: String?

  @Option(help: "How to write answers: text, json, csv, markdown.")
  var format = "text"

  @Option(help: "Columns for which answers are laid out.")
  var width: Int?

  @Option(help: "Colour: auto, always, never.")
  var color = "auto"

  func validate() throws {
    let isFile = dataName.contains { "./".contains($0) }
    guard dataName == "china-customs" || isFile else {
      throw ValidationError(
        "there is no data set '\(dataName)'; `china-customs` is built in, else name a file"
      )
    }
    guard writerName(format) != nil else {
      throw ValidationError(
        "there is no format '\(format)': text, json, csv and markdown are known"
      )
    }
    guard ["auto", "always", "never"].contains(color) else {
      throw ValidationError("--color is auto, always or never")
    }
    if let asOf, Day(asOf) == nil {
      throw ValidationError("--as-of takes a day, such as 2025-12-08")
    }
    if let width, !(20...400).contains(width) {
      throw ValidationError("--width is from 20 to 400 columns")
    }
  }

  /// An empty workspace on the data, with the settings asked for.
  func workspace() throws -> Workspace {
    var workspace = Workspace(try facts(), files: DiskFiles(home: variable("HOME")))
    workspace.servers = serverAccess
    workspace.bench.seasonalProgram = seasonalProgram
    if let day = asOf.flatMap({ Day($0) }) { workspace.bench.vintage = .asOf(day) }
    if let width { workspace.settings.choose("\(width)", for: .width, by: .commandLine) }
    workspace.seat = .ofUser
    return workspace
  }

  func output() -> Output { Output(format: format, looks: Looks(Settings(), self)) }
}
