import Engine
import Guidance
import LineEditing
import Reports
import Shell

/// One run of the program over statements, wherever they come from.
struct Session {
  var workspace: Workspace
  var output: Output
  private(set) var hasFailed = false

  /// What the program ends with: 1 where something failed, 130 where ^C stopped it.
  var status: Int32 { Signals.isInterrupted ? 130 : hasFailed ? 1 : 0 }

  /// The width that the prompt took from the terminal last.
  var followedWidth: Int?

  /// Keeps the entries beside memory; only the prompt has one.
  var journal: Journal?

  init(workspace: Workspace, output: Output) {
    self.workspace = workspace
    self.output = output
  }

  /// Runs an entry and shows what it gives; false where the session ends with it.
  mutating func run(_ input: String) -> Bool {
    reply(to: input)?.quits != true && !Signals.isInterrupted
  }

  /// Runs an entry and shows what it gives; nil where it failed.
  mutating func reply(to input: String) -> Reply? {
    do throws(Diagnostic) {
      let reply = try workspace.take(input)
      journal?.record(workspace.transcript.items)
      output.show(reply, input: input, width: workspace.settings.width)
      if !reply.holds { hasFailed = true }
      return reply
    } catch {
      hasFailed = true
      workspace.lastErrorCode = error.code.rawValue
      let input = RemoteTable.holdsPassword(input) ? "" : input
      output.show(error, input: input, width: workspace.settings.width)
      return nil
    }
  }

  /// Runs lines as entries; an entry goes on over lines until it is complete.
  mutating func run(lines: [String]) {
    var entry = ""
    for line in lines {
      entry += entry.isEmpty ? line : "\n" + line
      guard isComplete(entry) else { continue }
      if !run(entry) { return }
      entry = ""
    }
    if !entry.isEmpty { _ = run(entry) }
  }

  /// Runs what standard input holds, without a prompt.
  mutating func readPipe() {
    let editor = LineEditor(
      program: "tradewind",
      options: Options(environment: variable),
      hooks: hooks { isComplete($0) }
    )
    while case .line(let line) = editor.readLine(prompt: "") {
      if !run(line) { return }
    }
  }

  private func hooks(isComplete: @escaping (String) -> Bool) -> Hooks {
    var hooks = Hooks()
    hooks.isComplete = isComplete
    return hooks
  }
}
