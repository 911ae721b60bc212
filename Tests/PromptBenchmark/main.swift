import Catalogue
import Engine
import Glibc
import LineEditing
import Shell
import TerminalSupport

// How fast the prompt is: swift build -c release --static-swift-stdlib --product PromptBenchmark,
// then .build/release/PromptBenchmark

/// The median of some runs, in milliseconds.
func median(_ runs: Int, _ body: () -> Void) -> Double { times(runs, body)[runs / 2] }

/// The times of some runs in milliseconds, shortest first.
func times(_ runs: Int, _ body: () -> Void) -> [Double] {
  let times = (0..<runs).map { _ in
    let start = secondsSinceStart()
    body()
    return (secondsSinceStart() - start) * 1000
  }
  return times.sorted()
}

func show(_ title: String, _ milliseconds: Double) {
  let rounded = (milliseconds * 1000).rounded() / 1000
  print(title + String(repeating: " ", count: max(1, 56 - title.count)) + "\(rounded) ms")
}

let workspace = Workspace(EmbeddedFacts(.chinaCustoms), files: NoFiles())
let assistant = Assistant(workspace)
let phrases = (0..<200).map { _ in "exports to US yoy + " }.joined().prefix(1980)
let lines = [
  ("20 characters", "exports to US by yea", "r"),
  ("20 characters, unknown word", "exports to US by yeb", "x"),
  ("2,000 characters", phrases + "exports to US yo", "y"),
  ("2,000 characters, unknown word", phrases + "exports to US yx", "x"),
]
if CommandLine.arguments.contains("loop") {
  for _ in 0..<2000 {
    _ = assistant.roles(of: phrases + "exports to US yoy")
    _ = assistant.roles(of: phrases + "exports to US yoy ")
  }
  exit(0)
}
for (title, line, end) in lines {
  _ = assistant.roles(of: line)
  _ = assistant.continuation(of: line)
  var isLonger = false
  // Another text each time, as when typing.
  func typed() -> String {
    isLonger.toggle()
    return isLonger ? line + end : line
  }
  show("roles, \(title)", median(201) { _ = assistant.roles(of: typed()) })
  show(
    "roles, type and ghost, \(title)",
    median(201) {
      let text = typed()
      _ = assistant.roles(of: text)
      _ = assistant.typeOfLine(text)
      _ = assistant.continuation(of: text)
    }
  )
  show(
    "completions, \(title)",
    median(21) { _ = assistant.completions(in: line, at: line.utf8.count) }
  )
}
show("completions of partners", median(20) { _ = assistant.completions(in: "exports to ", at: 11) })

let state = "/tmp/tradewind-benchmark-\(getpid())"
mkdir(state, 0o700)
mkdir(state + "/tradewind", 0o700)
let history = open(state + "/tradewind/history", O_CREAT | O_WRONLY, 0o600)
writeAll((0..<10_000).map { "exports to US yoy since \($0)\n" }.joined(), to: history)
close(history)

/// The real program on a terminal, with the history of ten thousand entries.
@MainActor func start() -> (PseudoTerminal, ChildProcess) {
  let terminal = PseudoTerminal(columns: 80, rows: 40)
  let program = ChildProcess(
    [ChildProcess.built("tradewind")],
    on: terminal,
    environment: ["XDG_STATE_HOME=\(state)", "XDG_CONFIG_HOME=\(state)"]
  )
  terminal.wait { $0.screen.last?.hasPrefix("tradewind [1]>") == true }
  return (terminal, program)
}

let starts = times(25) {
  let (_, program) = start()
  program.signal(SIGKILL)
}
show("start to prompt, 10,000 history entries, fastest", starts[0])
show("start to prompt, 10,000 history entries, median", starts[12])

/// From a key to the last byte of the screen that shows it, in the real program.
@MainActor func showKeys(_ title: String, line: String, _ keys: [String]) {
  let (terminal, program) = start()
  func press(_ keys: String) {
    let before = terminal.output.count
    program.type(keys)
    // A picture is one write.
    terminal.wait { $0.output.count > before }
  }
  press(Keys.paste(line))
  // The last of the paste's pictures has to be there before the clock runs.
  usleep(300_000)
  press(" ")
  press(Keys.erase)
  var turn = 0
  let times = times(201) {
    press(keys[turn % keys.count])
    turn += 1
  }
  show("key to painted screen, \(title), median", times[100])
  show("key to painted screen, \(title), slowest of twenty", times[190])
  program.signal(SIGKILL)
}
/// From ^C to the next prompt, while an entry works on something long.
@MainActor func showInterrupts(_ title: String, entry: String, showing progress: String) {
  let (terminal, program) = start()
  let times = (0..<21).map { turn in
    program.type(entry + "\r")
    // Each time at another moment of the work.
    terminal.wait { $0.screen.contains { $0.contains(progress) } }
    usleep(UInt32(37_000 * (turn % 7)))
    let start = secondsSinceStart()
    program.type(Keys.control("C"))
    terminal.wait { $0.screen.last == "tradewind [1]>" }
    let time = (secondsSinceStart() - start) * 1000
    program.type("clear\r")
    terminal.wait { $0.screen == ["tradewind [1]>"] }
    return time
  }.sorted()
  show("control C to prompt, \(title), median", times[10])
  show("control C to prompt, \(title), slowest of 21", times[20])
  program.signal(SIGKILL)
}
let session = state + "/long.trade.md"
let entries = (0..<9_000).map { "> exports by partner yoy 2024 * \($0)\n" }.joined()
let sessionFile = open(session, O_CREAT | O_WRONLY, 0o600)
writeAll("# long\n\n```trade\n\(entries)```\n", to: sessionFile)
close(sessionFile)
showInterrupts("in a replay", entry: "replay \"\(session)\"", showing: "of 9,000 entries")

let table = state + "/long.csv"
let tableFile = open(table, O_CREAT | O_WRONLY, 0o600)
writeAll("flow,reporter,partner,product,period,value\n", to: tableFile)
for year in 0..<300 {
  let rows = (0..<10_000).map {
    "X,CHN,USA,\(10 + $0 % 80),20250\(1 + $0 % 9),\(year * 10_000 + $0)\n"
  }
  writeAll(rows.joined(), to: tableFile)
}
close(tableFile)
showInterrupts("in the reading of a table", entry: "import \"\(table)\"", showing: "MB/s")

showKeys("20 characters", line: "exports to US by yea", ["r", Keys.erase])
showKeys("2,000 characters", line: phrases + "exports to US yo", ["y", Keys.erase])
showKeys(
  "2,000 characters, in the middle",
  line: phrases + "exports",
  [Keys.wordLeft, "a", Keys.erase]
)
