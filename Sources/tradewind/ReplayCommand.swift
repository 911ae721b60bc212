import ArgumentParser
import Catalogue
import Engine
import Guidance
import Periods
import Reports
import Shell

/// Replays session files.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run session files again and say what still holds."
  )

  @Argument(help: "Session files.")
  var files: [String]

  @Flag(help: "Compare and report (the default).")
  var verify = false

  @Flag(help: "Rewrite the outputs in the files; inputs and prose stay as they are.")
  var update = false

  @Option(help: "Only the block with this id.")
  var only: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let output = common.output()
    var runner = SessionRunner(facts: EmbeddedFacts(.chinaCustoms))
    runner.onlyBlock = only
    runner.vintage = common.asOf.flatMap { Day($0) }.map(Vintage.asOf)
    var status: Int32 = 0
    for file in files {
      do throws(Diagnostic) {
        let report = try runner.replay(try DiskFiles().read(file))
        let text = report.text(named: file)
        let painter: any Painter =
          output.styles ? ANSIPainter(usesColour: output.colours) : PlainPainter()
        write(painter.paint(text, lineEnding: "\n"), to: 1)
        if update {
          try DiskFiles().write(report.updated.text, to: file)
        } else {
          status = max(status, report.exitStatus)
        }
      } catch {
        output.show(error, input: "", width: common.width ?? 80)
        status = 2
      }
    }
    throw ExitCode(status)
  }
}
