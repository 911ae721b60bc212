import Glibc

extension Terminal {
  /// What a terminal answers to a question; nil where it is silent for too long, or where keys are
  /// already waiting to be read, which belong to the user.
  package static func answer(
    to question: String,
    endingWith end: Character,
    milliseconds: Int32
  ) -> String? {
    guard isTerminal(STDIN_FILENO), isTerminal(STDOUT_FILENO) else { return nil }
    var usual = termios()
    guard tcgetattr(STDIN_FILENO, &usual) == 0 else { return nil }
    var raw = usual
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    guard tcsetattr(STDIN_FILENO, TCSANOW, &raw) == 0 else { return nil }
    defer { tcsetattr(STDIN_FILENO, TCSANOW, &usual) }
    guard !hasInput(within: 0) else { return nil }
    writeAll(question, to: STDOUT_FILENO)
    var answer = ""
    while answer.utf8.count < 256, hasInput(within: milliseconds) {
      var byte: UInt8 = 0
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
      answer.unicodeScalars.append(Unicode.Scalar(byte))
      if answer.last == end { return answer }
    }
    return nil
  }

  private static func hasInput(within milliseconds: Int32) -> Bool {
    var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&state, 1, milliseconds) > 0
  }
}
