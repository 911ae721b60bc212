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

/// Seconds since 1970.
func secondsOfClock() -> Int { time(nil) }
