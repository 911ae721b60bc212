import Glibc
import LineEditing

/// Both ends of a terminal, and an emulator that shows what comes out of it.
package final class PseudoTerminal {
  package private(set) var keyboard: Int32
  package let device: Int32
  package let name: String
  package private(set) var emulator: Emulator
  package private(set) var output: [UInt8] = []

  /// Told of every sequence that the emulator does not know; tests fail by it.
  package var complain: (String) -> Void = { writeAll($0 + "\n", to: 2) }

  /// How many bytes were typed in all.
  package private(set) var typed = 0

  package init(columns: Int = 40, rows: Int = 10) {
    var ends: (master: Int32, slave: Int32) = (-1, -1)
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    var path: [CChar] = Array(repeating: 0, count: 128)
    let code = openpty(&ends.master, &ends.slave, &path, nil, &size)
    precondition(code == 0, "there is a pseudo-terminal to be had")
    for end in [ends.master, ends.slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (keyboard, device) = ends
    name = String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    emulator = Emulator(columns: columns, rows: rows)
  }

  deinit {
    hangUp()
    close(device)
  }

  /// Closes our end: the other side sees the end of its input.
  package func hangUp() {
    if keyboard >= 0 { close(keyboard) }
    keyboard = -1
  }

  package var screen: [String] { emulator.screen }

  package func type(_ keys: String) {
    typed += keys.utf8.count
    writeAll(keys, to: keyboard)
  }

  package func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows),
      ws_col: UInt16(columns),
      ws_xpixel: 0,
      ws_ypixel: 0
    )
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
    emulator.resize(columns: columns, rows: rows)
  }

  /// Takes in output until the condition holds.
  ///
  /// The limit is only there for a test that fails.
  @discardableResult
  package func wait(_ condition: (PseudoTerminal) -> Bool) -> Bool {
    let limit = secondsSinceStart() + 10
    while !condition(self) {
      guard secondsSinceStart() < limit else { return false }
      var state = pollfd(fd: keyboard, events: Int16(POLLIN), revents: 0)
      if poll(&state, 1, 100) > 0 { take() }
    }
    return true
  }

  private func take() {
    var buffer: [UInt8] = Array(repeating: 0, count: 65_536)
    let count = read(keyboard, &buffer, buffer.count)
    guard count > 0 else { return }
    output += buffer[..<count]
    let known = emulator.unknownSequences.count
    emulator.feed(buffer[..<count])
    for sequence in emulator.unknownSequences.dropFirst(known) {
      complain("the emulator does not know \(sequence.debugDescription)")
    }
  }

  /// Waits for some bytes in the output.
  package func writes(_ text: String) -> Bool {
    wait { String(decoding: $0.output, as: UTF8.self).contains(text) }
  }

  /// Waits for a mark that the other side wrote behind its last output.
  package func waitForMark(_ mark: String) -> Bool {
    wait { $0.emulator.marks.last == mark }
  }

  package var modes: termios {
    var modes = termios()
    tcgetattr(device, &modes)
    return modes
  }
}
