import Glibc

/// What is known about the terminal behind a file descriptor.
package enum Terminal {
  package struct Size: Equatable, Sendable {
    package var columns: Int
    package var rows: Int
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) != 0
  }

  /// The size of the terminal; 80 by 24 where it does not say.
  package static func size(of descriptor: Int32) -> Size {
    var window = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 1, window.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Whether a terminal of this name can be drawn on.
  static func canDraw(_ name: String?) -> Bool {
    guard let name, !name.isEmpty else { return false }
    return name != "dumb" && name != "emacs"
  }
}

/// Writes all bytes, however slowly the other side takes them; false when it takes no more.
@discardableResult
package func writeAll(_ text: String, to descriptor: Int32) -> Bool {
  var text = text
  return text.withUTF8 { writeAll(UnsafeRawBufferPointer($0), to: descriptor) }
}

@discardableResult
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
    if written > 0 {
      rest = rest.dropFirst(written)
      continue
    }
    guard written < 0, errno == EINTR || errno == EAGAIN else { return false }
    guard errno == EAGAIN else { continue }
    var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&state, 1, -1)
  }
  return true
}
