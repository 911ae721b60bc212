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

  /// True once ^C has stopped an entry.
  private(set) var isInterrupted = false

  /// Keeps the entries beside memory; only the prompt has one.
  var journal: Journal?

  let progress = ProgressDisplay()

  init(workspace: Workspace, output: Output) {
    self.workspace = workspace
    self.output = output
    self.workspace.bench.watch = progress.watch
  }

  /// Runs an entry and shows what it gives; false where the session ends with it.
  mutating func run(_ input: String) -> Bool {
    let quits = reply(to: input)?.quits == true
    return !quits && !isInterrupted
  }

  /// Runs an entry and shows what it gives; nil where it failed.
  mutating func reply(to input: String) -> Reply? {
    let start = secondsSinceStart()
    let isWanted = workspace.settings.isOn(.progress)
    let result = progress.during("working", isWanted: isWanted) { outcome(of: input) }
    let seconds = secondsSinceStart() - start
    switch result {
    case .success(let reply):
      journal?.record(workspace.transcript.items)
      output.show(reply, input: input, width: workspace.settings.width)
      if workspace.settings.isOn(.timing), reply.answer != nil { output.show(seconds: seconds) }
      if !reply.holds { hasFailed = true }
      return reply
    case .failure(let error):
      hasFailed = true
      let input = RemoteTable.holdsPassword(input) ? "" : input
      isInterrupted = error.code == "interrupted"
      output.show(error, input: input, width: workspace.settings.width)
      return nil
    }
  }

  private mutating func outcome(of input: String) -> Result<Reply, Diagnostic> {
    do throws(Diagnostic) {
      return .success(try workspace.take(input))
    } catch {
      workspace.lastErrorCode = error.code.rawValue
      return .failure(error)
    }
  }

  /// What the program exits with: 0 where everything answered, 1 where something did not or did not
  /// hold, and what shells expect of ^C.
  var exitStatus: Int32 { isInterrupted ? 130 : hasFailed ? 1 : 0 }

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
