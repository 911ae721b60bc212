import ArgumentParser
import Guidance
import LineEditing
import Shell

/// The prompt, statements given by `-c`, or the statements of a pipe.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Open the prompt, or run statements given by -c or by a pipe (the default)."
  )

  @Option(name: .customShort("c"), help: "Run a statement, print and leave; may be repeated.")
  var statements: [String] = []

  @OptionGroup var common: CommonOptions

  func run() throws {
    let workspace = try common.workspace()
    var session = Session(workspace: workspace, output: common.output())
    if statements.isEmpty, Terminal.isTerminal(0), Terminal.isTerminal(1) {
      // Whoever sits there has seen what failed: leaving is no failure.
      return session.prompt(common)
    }
    Signals.watchInterrupts(once: true)
    if !statements.isEmpty {
      for statement in statements where !session.run(statement) { break }
    } else {
      session.readPipe()
    }
    throw ExitCode(session.exitStatus)
  }
}

/// Runs the statements of a file.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the statements of a file, or of standard input by `-`."
  )

  @Argument(help: "The file, or `-`.")
  var file: String

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(workspace: try common.workspace(), output: common.output())
    Signals.watchInterrupts(once: true)
    if file == "-" {
      session.readPipe()
    } else {
      let text: String
      do {
        text = try DiskFiles().read(file)
      } catch {
        session.output.show(error, input: "", width: 80)
        throw ExitCode(2)
      }
      session.run(
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      )
    }
    throw ExitCode(session.exitStatus)
  }
}
