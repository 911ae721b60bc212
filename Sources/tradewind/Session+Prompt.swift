import Catalogue
import Engine
import Guidance
import LineEditing
import Reports
import Shell

extension Session {
  /// Reads entries from the terminal until the user leaves.
  mutating func prompt(width: Int?) {
    var options = Options(environment: variable)
    options.historyFile = folder("XDG_STATE_HOME", default: ".local/state").map { $0 + "/history" }
    let editor = LineEditor(program: "tradewind", options: options, hooks: Hooks())
    greet()
    Signals.watchInterrupts()
    while true {
      let columns = width ?? Terminal.size(of: 1).columns
      workspace.settings.width = max(20, min(400, columns))
      switch editor.readLine(prompt: "tradewind> ") {
      case .line(let line):
        Signals.reset()
        if !run(line) { return }
      case .interrupted: continue
      case .end: return
      }
    }
  }

  private func greet() {
    let data = workspace.bench.data
    let through = data.lastMonth.map { " · through \($0)" } ?? ""
    write("\(data.title) (\(data.name))\(through)\nhelp explains · ^D leaves\n", to: 1)
  }
}
