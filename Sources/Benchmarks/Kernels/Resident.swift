#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Memory of this process that is resident, now and at most.
enum Resident {
  static var now: String {
    guard let status = fopen("/proc/self/status", "r") else { return "\"rss_mb\":0" }
    defer { fclose(status) }
    var values: [String: Int] = [:]
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, 256, status) != nil {
      let text = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let words = String(decoding: text, as: UTF8.self).split { " \t\n".contains($0) }
      if words.count > 1 { values[String(words[0])] = Int(words[1]) }
    }
    let now = (values["VmRSS:"] ?? 0) / 1024
    return "\"rss_mb\":\(now),\"peak_mb\":\((values["VmHWM:"] ?? 0) / 1024)"
  }
}
