import Catalogue
import Engine
import Guidance
import LineEditing
import Periods
import Reports
import Shell

extension Session {
  /// Reads entries from the terminal until the user leaves.
  mutating func prompt(_ common: CommonOptions) {
    let (configuration, path) = Configuration.ofUser()
    for problem in configuration.problems { write("\(path ?? ""), \(problem)\n", to: 2) }
    apply(configuration, common)
    let width = common.width ?? configuration.width
    let state = folder("XDG_STATE_HOME", default: ".local/state")
    journal = state.map { Journal(folder: $0 + "/journals") }
    let orphan = journal?.newestOrphan()
    workspace.interrupted = orphan?.session

    let assistant = Assistant(workspace)
    let editor = LineEditor(
      program: "tradewind",
      options: options(configuration, historyFile: state.map { $0 + "/history" }),
      hooks: assistant.hooks
    )
    if configuration.greets, workspace.lesson == nil { greet(configuration) }
    let terminal = TerminalImages()
    Signals.watchInterrupts()
    workspace.bench.isCancelled = { Signals.isInterrupted }
    reading: while true {
      followWidth(width)
      output.images = images(asked: terminal.images)
      assistant.workspace = workspace
      switch editor.readLine(prompt: numberedPrompt) {
      case .line(let line):
        Signals.reset()
        guard let reply = reply(to: line) else { continue }
        if let text = reply.preload { editor.preload(text) }
        if reply.settlesRecovery, let orphan { Journal.remove(orphan) }
        if reply.quits { break reading }
      case .interrupted: continue
      case .end: break reading
      }
    }
    journal?.close()
  }

  /// Lays answers out for the terminal as wide as it is now, until `set width` says otherwise.
  private mutating func followWidth(_ chosen: Int?) {
    guard followedWidth == nil || followedWidth == workspace.settings.width else { return }
    let columns = max(20, min(400, chosen ?? Terminal.size(of: 1).columns))
    workspace.settings.width = columns
    followedWidth = columns
  }

  /// The protocol for bitmaps that the session wants and the terminal has.
  private func images(
    asked terminal: @escaping () -> ImageProtocol?
  ) -> () -> ImageProtocol? {
    switch workspace.settings.images {
    case .auto: terminal
    case .off: { nil }
    case .by(let form): { form }
    }
  }

  private var numberedPrompt: Prompt {
    var first = StyledText((workspace.lesson?.label ?? "tradewind") + " ", .bold)
    first.append("[\(workspace.nextNumber)]", .dim)
    first.append("> ", .bold)
    return Prompt(first, continuation: StyledText("… ", .dim))
  }

  /// The command line wins over the file.
  private mutating func apply(_ configuration: Configuration, _ common: CommonOptions) {
    workspace.settings.showsNotes = configuration.notes
    if common.color == "auto" {
      switch configuration.colour {
      case "always": (output.styles, output.colours) = (true, true)
      case "never": output.colours = false
      default: break
      }
    }
    if configuration.pages { output.pager = configuration.pager ?? variable("PAGER") ?? "" }
  }

  private func options(_ configuration: Configuration, historyFile: String?) -> Options {
    var options = Options(environment: variable)
    options.historyFile = historyFile
    options.ghost = configuration.ghost
    options.highlighting = configuration.highlighting
    options.menu = configuration.menu
    if !output.colours { options.colours = .none }
    if output.colours, options.colours == .none { options.colours = .basic }
    return options
  }

  private func greet(_ configuration: Configuration) {
    let greeting = Greeting(
      data: workspace.bench.data,
      recoverable: workspace.interrupted?.entryCount ?? 0
    )
    write(greeting.text(columns: Terminal.size(of: 1).columns), to: 1)
  }
}
