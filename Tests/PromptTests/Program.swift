import Glibc
import LineEditing
import TerminalSupport
import TestKit
import Testing

/// The real program on a terminal, with folders of its own.
final class Program {
  let terminal: PseudoTerminal
  let process: ChildProcess

  init(
    columns: Int = 80,
    rows: Int = 24,
    in home: Home = Home(),
    environment: [String] = [],
    arguments: [String] = []
  ) {
    terminal = PseudoTerminal(columns: columns, rows: rows)
    terminal.complain = { Issue.record("\($0)") }
    self.home = home
    process = ChildProcess(
      [ChildProcess.built("tradewind")] + arguments,
      on: terminal,
      environment: home.variables + environment
    )
  }

  private let home: Home

  var screen: [String] { terminal.screen }

  func type(_ keys: String) { terminal.type(keys) }

  /// Types an entry and waits until the prompt asks for the next one.
  func enter(_ entry: String, next number: Int) -> Bool {
    type(entry + "\r")
    return shows("tradewind [\(number)]>")
  }

  /// Waits until a row begins so.
  func shows(_ text: String) -> Bool {
    terminal.wait { $0.screen.contains { $0.hasPrefix(text) } }
  }

  /// Waits until a row contains this.
  func mentions(_ text: String) -> Bool {
    terminal.wait { $0.screen.contains { $0.contains(text) } }
  }

  /// Waits until the row of the prompt is exactly this.
  func showsLast(_ row: String) -> Bool { terminal.wait { $0.screen.last == row } }

  /// The text in a style in the row of the prompt.
  func text(styled style: String) -> String {
    let row = screen.lastIndex { $0.hasPrefix("tradewind [") } ?? 0
    return terminal.emulator.text(row, styled: style)
  }
}

/// The folders of a user who has nothing yet; they go with the value.
final class Home {
  private let folder = TemporaryFolder()

  var path: String { folder.path }

  init(configuration: String? = nil) {
    guard let configuration else { return }
    mkdir(path + "/tradewind", 0o700)
    let file = open(path + "/tradewind/config", O_CREAT | O_WRONLY, 0o600)
    writeAll(configuration, to: file)
    close(file)
  }

  var variables: [String] {
    ["HOME=\(path)", "XDG_STATE_HOME=\(path)", "XDG_CONFIG_HOME=\(path)"]
  }
}

/// Runs a program to its end; its exit code.
func spawnAndWait(_ arguments: [String]) -> Int32 {
  var words = arguments.map { strdup($0) } + [nil]
  defer { words.forEach { free($0) } }
  var process = pid_t()
  guard posix_spawn(&process, arguments[0], nil, nil, &words, environ) == 0 else { return -1 }
  var status: Int32 = 0
  while waitpid(process, &status, 0) < 0, errno == EINTR {}
  return status >> 8 & 0xFF
}
