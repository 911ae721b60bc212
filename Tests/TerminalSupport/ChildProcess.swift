import Glibc
import LineEditing

/// A program whose controlling terminal is a pseudo-terminal, so that ^C and ^Z are signals.
package final class ChildProcess {
  package let terminal: PseudoTerminal
  private var process: pid_t = 0

  package init(
    _ arguments: [String] = [ChildProcess.demo],
    on terminal: PseudoTerminal = PseudoTerminal(columns: 60, rows: 14),
    environment: [String] = []
  ) {
    self.terminal = terminal
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    // The first terminal that the leader of a session opens becomes its controlling terminal.
    posix_spawn_file_actions_addopen(&actions, 0, terminal.name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    let newSession: Int16 = 0x80
    let flags = newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, flags)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let standard = [
      "TERM=xterm-256color", "EDITRC=/nonexistent", "SWIFT_BACKTRACE=enable=no",
      "PATH=/usr/bin:/bin",
    ]
    var words = arguments.map { strdup($0) } + [nil]
    var variables = (environment + standard).map { strdup($0) } + [nil]
    let code = posix_spawn(&process, arguments[0], &actions, &attributes, &words, &variables)
    precondition(code == 0, "\(arguments[0]) starts")
    for pointer in words + variables { free(pointer) }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
  }

  deinit {
    guard process > 0 else { return }
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
  }

  /// The path of a program of this package, which is built into the folder of the running one.
  package static func built(_ name: String) -> String {
    guard let resolved = realpath("/proc/self/exe", nil) else { return "" }
    defer { free(resolved) }
    let path = String(cString: resolved)
    return path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex) + "/" + name
  }

  /// The demonstration program of the editor.
  package static let demo = built("LineEditingDemo")

  package func type(_ keys: String) {
    terminal.type(keys)
  }

  /// Waits until the last rows of the screen are these.
  package func shows(_ rows: String...) -> Bool {
    terminal.wait { $0.screen.suffix(rows.count) == rows[...] }
  }

  package func signal(_ signal: Int32) {
    kill(process, signal)
  }

  /// How the program ended: its exit code, or the signal that ended it.
  package func end() -> (code: Int32?, signal: Int32?) {
    var status: Int32 = 0
    let id = process
    // The terminal has to be read meanwhile, or the program could not finish its output.
    let hasEnded = terminal.wait { _ in waitpid(id, &status, WNOHANG) == id }
    guard hasEnded else { return (nil, nil) }
    process = 0
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8 & 0xFF, nil) : (nil, signal)
  }
}
