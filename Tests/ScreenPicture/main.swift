import Glibc
import LineEditing
import TerminalSupport

// Drives the real program in a pseudo-terminal and writes its screen as an SVG picture:
//   swift run ScreenPicture > Docs/screen.svg

let terminal = PseudoTerminal(columns: 96, rows: 30)
let folder = "/tmp/tradewind-picture-\(getpid())"
let program = ChildProcess(
  [ChildProcess.built("tradewind")],
  on: terminal,
  environment: [
    "XDG_STATE_HOME=\(folder)", "XDG_CONFIG_HOME=\(folder)", "HOME=\(folder)", "COLORFGBG=15;0",
  ]
)

@MainActor func wait(for text: String) {
  guard terminal.wait({ $0.screen.contains { $0.contains(text) } }) else {
    writeAll("the screen never showed '\(text)'\n", to: STDERR_FILENO)
    exit(1)
  }
}

wait(for: "[1]>")
program.type("surplus 2025\r")
wait(for: "[2]>")
program.type("when surplus ytd > 1 trillion\r")
wait(for: "[3]>")
program.type("exports to US ")
wait(for: "series · USD · monthly")
program.type(Keys.tab + Keys.tab)
wait(for: "exports to US yoy")
writeAll(ScreenDrawing(terminal.emulator).text, to: STDOUT_FILENO)
