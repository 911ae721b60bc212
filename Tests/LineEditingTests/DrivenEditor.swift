import Glibc
import Synchronization
import TerminalSupport
import Testing

@testable import LineEditing
@testable import LineEditingDemo

/// An editor on a pseudo-terminal, in a thread of its own.
///
/// Whenever the editor has nothing left to do but wait, it says behind its output how many bytes it
/// has read. So a test knows that all its keys are on the screen, and never waits for time to pass.
final class DrivenEditor {
  let terminal: PseudoTerminal
  private let outcomes: Outcomes
  private var taken = 0
  private let thread: pthread_t

  /// What the thread and the test share.
  private final class Outcomes: Sendable {
    let list = Mutex<[Outcome]>([])
  }

  struct Setup: Sendable {
    var columns = 40
    var rows = 10
    var history: [String] = []
    var entries = 1
    var preloaded: String?
    var bindings: String?
    var environment = ["TERM": "xterm-256color", "EDITRC": "/nonexistent"]
    var menu = true
    var ghost = true
    var prompt = Prompt(StyledText("> ", "1;32"), continuation: StyledText(". ", "90"))
  }

  init(_ setup: Setup = Setup()) {
    terminal = PseudoTerminal(columns: setup.columns, rows: setup.rows)
    terminal.complain = { Issue.record("\($0)") }
    let (device, outcomes) = (terminal.device, Outcomes())
    self.outcomes = outcomes
    thread = startThread {
      let editor = DrivenEditor.makeEditor(setup, device: device)
      editor.interactive?.input.willWait = { count in
        writeAll("\u{1B}]\(count)\u{07}", to: device)
      }
      for _ in 0..<setup.entries {
        let outcome = editor.readLine(prompt: setup.prompt)
        let count = outcomes.list.withLock {
          $0.append(outcome)
          return $0.count
        }
        writeAll("\u{1B}]outcome \(count)\u{07}", to: device)
      }
    }
    settle()
  }

  deinit {
    terminal.hangUp()
    pthread_join(thread, nil)
  }

  static func makeEditor(_ setup: Setup, device: Int32) -> LineEditor {
    var options = Options { setup.environment[$0] }
    options.menu = setup.menu
    options.ghost = setup.ghost
    if let bindings = setup.bindings { options.bindingsFile = bindings }
    // libedit asks the environment for the terminal's name.
    setenv("TERM", setup.environment["TERM"] ?? "dumb", 1)
    let editor = LineEditor(
      program: "tradewind",
      options: options,
      hooks: Toy.hooks(),
      input: device,
      output: device
    )
    setup.history.forEach(editor.history.add)
    if let text = setup.preloaded { editor.preload(text) }
    return editor
  }

  var screen: [String] { terminal.screen }
  var row: Int { terminal.emulator.row }
  var column: Int { terminal.emulator.column }

  func text(_ row: Int, styled style: String) -> String {
    terminal.emulator.text(row, styled: style)
  }

  /// Types keys one after the other, each once the screen shows what the last one did.
  func type(_ keys: String...) {
    for key in keys {
      terminal.type(key)
      settle()
    }
  }

  /// Gives the terminal another size; the signal comes as from a controlling terminal.
  func resize(columns: Int, rows: Int) {
    let marks = terminal.emulator.marks.count
    terminal.resize(columns: columns, rows: rows)
    kill(getpid(), SIGWINCH)
    let isPainted = terminal.wait { $0.emulator.marks.count > marks }
    if !isPainted { Issue.record("the editor does not notice the new size") }
  }

  /// Types a key that ends the last entry.
  func finish(_ key: String = Keys.enter) -> Outcome? {
    terminal.type(key)
    return outcome()
  }

  private func settle() {
    let isSettled = terminal.waitForMark(String(terminal.typed))
    if !isSettled { Issue.record("the editor does not answer: \(screen)") }
  }

  /// The next outcome, when it is there.
  func outcome() -> Outcome? {
    taken += 1
    let mark = "outcome \(taken)"
    guard terminal.wait({ $0.emulator.marks.contains(mark) }) else { return nil }
    return outcomes.list.withLock { $0[taken - 1] }
  }
}

/// Runs a function on a new thread.
func startThread(_ body: sending @escaping () -> Void) -> pthread_t {
  final class Box {
    let body: () -> Void
    init(_ body: @escaping () -> Void) { self.body = body }
  }
  var thread = pthread_t()
  let box = Unmanaged.passRetained(Box(body)).toOpaque()
  let code = pthread_create(
    &thread,
    nil,
    { box in
      if let box { Unmanaged<Box>.fromOpaque(box).takeRetainedValue().body() }
      return nil
    },
    box
  )
  precondition(code == 0, "there is a thread to be had")
  return thread
}
