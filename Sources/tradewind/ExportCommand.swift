import ArgumentParser
import Catalogue
import Engine
import Guidance
import Periods
import Shell

/// Writes a session as a page, a notebook or a document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Run a session and write it as .html, .ipynb or .md."
  )

  @Argument(help: "The session file.")
  var file: String

  @Option(name: .shortAndLong, help: "The file to write; its ending says what.")
  var output: String

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard exporter(for: output) != nil else {
      throw ValidationError(
        "I cannot tell from '\(output)' what to write: .html, .ipynb and .md are known"
      )
    }
  }

  func run() throws {
    guard let exporter = exporter(for: output) else { return }
    var runner = SessionRunner(facts: try common.facts())
    runner.vintage = common.asOf.flatMap { Day($0) }.map(Vintage.asOf)
    runner.files = FolderFiles(folder(of: file))
    runner.seasonalProgram = seasonalProgram
    do throws(Diagnostic) {
      let text = try DiskFiles().read(file)
      guard !isSameFile(file, output) else {
        throw Diagnostic("cannot-write", "'\(output)' is the session itself")
      }
      try DiskFiles().write(exporter.text(of: try runner.export(text)), to: output)
    } catch {
      common.output().show(error.naming(file), input: "", width: common.width ?? 80)
      throw ExitCode(2)
    }
  }
}
