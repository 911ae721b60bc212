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
    configuration.apply(to: &workspace.settings)
    let state = folder("XDG_STATE_HOME", default: ".local/state")
    journal = state.map { Journal(folder: $0 + "/journals") }
    let orphan = journal?.newestOrphan()
    workspace.interrupted = orphan?.session

    let assistant = Assistant(workspace)
    var looks = Looks(workspace.settings, common)
    let scheme = SchemeInUse(looks.scheme)
    let editor = LineEditor(
      program: "tradewind",
      options: options(looks, historyFile: state.map { $0 + "/history" }),
      hooks: assistant.hooks { scheme.scheme }
    )
    defer { editor.close() }
    if workspace.settings.isOn(.greeting), workspace.lesson == nil { greet() }
    let terminal = TerminalImages()
    Signals.watchInterrupts()
    reading: while true {
      output.images = images(asked: terminal.images)
      workspace.settings.terminalWidth = max(20, min(400, Terminal.size(of: 1).columns))
      if assistant.workspace.settings != workspace.settings || scheme.isNew {
        looks = Looks(workspace.settings, common)
        (scheme.scheme, scheme.isNew) = (looks.scheme, false)
        output.apply(looks, pager: pager)
        editor.options = options(looks, historyFile: editor.options.historyFile)
      }
      assistant.workspace = workspace
      switch editor.readLine(prompt: numberedPrompt) {
      case .line(let line):
        Signals.reset()
        for entry in workspace.entries(in: line) {
          guard let reply = reply(to: entry) else { continue reading }
          if let text = reply.preload { editor.preload(text) }
          if reply.clearsScreen, editor.isInteractive { write("\u{1B}[H\u{1B}[2J", to: 1) }
          if reply.settlesRecovery, let orphan { Journal.remove(orphan) }
          if reply.quits { break reading }
        }
      case .interrupted: continue
      case .end: break reading
      }
    }
    journal?.close()
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

  /// The command for answers taller than the screen; nil: none.
  private var pager: String? {
    switch workspace.settings[.pager] {
    case "off": nil
    case "on": variable("PAGER") ?? ""
    case let command: command
    }
  }

  private func options(_ looks: Looks, historyFile: String?) -> Options {
    let settings = workspace.settings
    var options = Options(environment: variable)
    options.historyFile = historyFile
    options.historyLimit = Int(settings[.history]) ?? options.historyLimit
    options.ghost = settings.isOn(.ghost)
    options.highlighting = settings.isOn(.highlighting)
    options.menu = settings.isOn(.menu)
    options.mode = settings[.mode] == "vi" ? .vi : settings[.mode] == "emacs" ? .emacs : .file
    options.colours = looks.depth
    options.palette = looks.scheme.palette
    return options
  }

  private func greet() {
    let greeting = Greeting(
      data: workspace.bench.data,
      recoverable: workspace.interrupted?.entryCount ?? 0
    )
    write(greeting.text(columns: Terminal.size(of: 1).columns), to: 1)
  }
}

/// The scheme of the moment, which the editor's hooks look at.
private final class SchemeInUse {
  var scheme: Scheme
  var isNew = true

  init(_ scheme: Scheme) { self.scheme = scheme }
}
