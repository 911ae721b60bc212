import Glibc
import LineEditing

// The editor with a toy language, for trying it by hand and for the tests with signals.

@MainActor func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

var options = Options(environment: environment)
options.historyFile = environment("HISTFILE")
let editor = LineEditor(program: "tradewind", options: options, hooks: Toy.hooks())
let prompt = Prompt(StyledText("toy> ", "1;32"), continuation: StyledText("…  ", .dim))
Signals.watchInterrupts()

@MainActor func evaluate(_ line: String) {
  Signals.reset()
  switch line {
  case "spin":
    print("spinning")
    fflush(nil)
    while !Signals.isInterrupted {}
    print("interrupted")
  case "part": print("no end of line", terminator: "")
  case "long": Pager.show((1...200).map { "row \($0)\n" }.joined(), command: environment("PAGER"))
  case "edit": editor.preload("exports by partner")
  default: print("=> \(line.debugDescription)")
  }
}

reading: while true {
  switch editor.readLine(prompt: prompt) {
  case .line(let line): evaluate(line)
  case .interrupted: continue
  case .end: break reading
  }
}
