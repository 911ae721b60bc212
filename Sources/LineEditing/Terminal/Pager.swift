import Glibc

/// Shows long text a page at a time.
package enum Pager {
  /// Writes the text, through a pager when it is taller than the terminal.
  ///
  /// `command` is a shell command such as `$PAGER`; nil is for `less`, which keeps the colours and
  /// leaves the text on the screen. Without a terminal, and where the pager cannot be started, the
  /// text is written as it is.
  package static func show(_ text: String, command: String?, output: Int32 = STDOUT_FILENO) {
    fflush(nil)
    let command = command.flatMap { $0.isEmpty ? nil : $0 } ?? "less -RFX"
    let size = Terminal.size(of: output)
    let isTall = Terminal.isTerminal(output) && rows(of: text, columns: size.columns) >= size.rows
    if isTall, TerminalRescue.lending({ page(text, through: command, output: output) }) { return }
    writeAll(text, to: output)
  }

  /// How many rows the text takes, when long lines wrap.
  static func rows(of text: String, columns: Int) -> Int {
    var rows = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let width = displayWidth(of: withoutSequences(line))
      rows += max(1, (width + columns - 1) / columns)
    }
    return text.hasSuffix("\n") ? rows - 1 : rows
  }

  private static func withoutSequences(_ line: Substring) -> String {
    guard line.utf8.contains(0x1B) else { return String(line) }
    var plain = String.UnicodeScalarView()
    var isInSequence = false
    for scalar in line.unicodeScalars {
      if scalar == "\u{1B}" {
        isInSequence = true
      } else if isInSequence {
        isInSequence = scalar == "[" || !(0x40...0x7E).contains(scalar.value)
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }

  /// False when the pager could not be started.
  private static func page(_ text: String, through command: String, output: Int32) -> Bool {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // ^C is for the pager, and a pager that is left early is no error.
    let saved = [SIGINT, SIGQUIT, SIGPIPE].map { ($0, Signals.install($0, SIG_IGN)) }
    defer { for (signal, action) in saved { Signals.install(signal, action) } }
    let child = spawn(["/bin/sh", "-c", command], input: ends[0], output: output)
    close(ends[0])
    if child != nil { writeAll(text, to: ends[1]) }
    close(ends[1])
    guard let child else { return false }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let commandWasNotFound = status == 127 << 8
    return !commandWasNotFound
  }

  private static func spawn(_ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, &attributes, &pointers, environ)
    return code == 0 ? child : nil
  }
}
