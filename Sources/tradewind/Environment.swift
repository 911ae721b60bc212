#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A variable of the environment; nil where it is not set.
func variable(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }
}

/// A folder of the XDG base directory specification, such as that of `XDG_STATE_HOME`.
func folder(_ name: String, default fallback: String) -> String? {
  if let value = variable(name), value.hasPrefix("/") { return value + "/tradewind" }
  return variable("HOME").map { "\($0)/\(fallback)/tradewind" }
}

func write(_ text: String, to file: Int32) {
  let bytes = Array(text.utf8)
  var written = 0
  while written < bytes.count {
    let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { return }
    written += count
  }
}

/// The first line of a file; nil where it cannot be read or is longer than 64 KB.
func readFirstLine(of path: String) -> String? {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  let count = read(file, &buffer, buffer.count)
  guard count > 0, let end = buffer[..<count].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
  return String(decoding: buffer[..<end], as: UTF8.self)
}

/// Seconds since 1970.
func secondsOfClock() -> Int { time(nil) }
