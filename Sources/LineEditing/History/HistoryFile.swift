import Glibc

/// A file of entries that several shells append to at once, one entry a line.
///
/// Each entry is appended by one write under a lock; what is rewritten goes to a new file that then
/// takes the old one's name under the same lock. So no shell undoes another's entries.
struct HistoryFile {
  let path: String

  /// The file that was read last, and how far: another inode means that it was rewritten.
  private var inode: ino_t = 0
  private var offset = 0

  /// Makes the folder of the file, if it is missing.
  init(path: String) {
    self.path = path
    var folder = path[..<(path.lastIndex(of: "/") ?? path.startIndex)]
    var missing: [String] = []
    while !folder.isEmpty, access(String(folder), F_OK) != 0 {
      missing.append(String(folder))
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    for folder in missing.reversed() { mkdir(folder, 0o700) }
  }

  /// What was appended since the last time.
  ///
  /// `isWhole` says that it is the whole file, and replaces what was read before.
  mutating func readNew() -> (entries: [String], isWhole: Bool) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return ([], false) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return ([], false) }
    let isWhole = status.st_ino != inode || Int(status.st_size) < offset
    if isWhole { offset = 0 }
    inode = status.st_ino
    let bytes = HistoryFile.read(file, from: offset, to: Int(status.st_size))
    // A line without its end is still being written.
    guard let last = bytes.lastIndex(of: newline) else { return ([], isWhole) }
    offset += last + 1
    return (bytes[...last].split(separator: newline).map(HistoryFile.entry), isWhole)
  }

  func append(_ entry: String) {
    locked {
      let file = open(path, O_CREAT | O_RDWR | O_APPEND | O_CLOEXEC, 0o600)
      guard file >= 0 else { return }
      defer { close(file) }
      let line = HistoryFile.line(entry) + "\n"
      writeAll(HistoryFile.endsInLine(file) ? line : "\n" + line, to: file)
    }
  }

  /// Replaces the file by its newest entries, each once, if it has grown far beyond the limit.
  mutating func compact(to limit: Int) {
    locked {
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0 else { return }
      let bytes = HistoryFile.read(file, from: 0, to: Int(status.st_size))
      let lines = bytes.split(separator: newline)
      guard lines.count > limit + limit / 2 else { return }
      let kept = newest(lines, limit: limit).flatMap { $0 + [newline] }
      replace(by: kept)
    }
  }

  private func replace(by bytes: [UInt8]) {
    let temporary = path + ".\(getpid())"
    let file = open(temporary, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    let isWritten = bytes.withUnsafeBytes { writeAll($0, to: file) } && fsync(file) == 0
    close(file)
    if !isWritten || rename(temporary, path) != 0 { unlink(temporary) }
  }

  /// Holds the lock for a moment.
  ///
  /// A stopped shell must not hang the others: after a second without
  /// the lock, an appended line is still one write, which the kernel keeps whole.
  private func locked(_ body: () -> Void) {
    let lock = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard lock >= 0 else { return body() }
    var attempts = 0
    while flock(lock, LOCK_EX | LOCK_NB) != 0, attempts < 200 {
      usleep(5_000)
      attempts += 1
    }
    body()
    close(lock)
  }

  private static func endsInLine(_ file: Int32) -> Bool {
    let size = lseek(file, 0, SEEK_END)
    var byte: UInt8 = 0
    return size <= 0 || pread(file, &byte, 1, size - 1) != 1 || byte == newline
  }

  private static func read(_ file: Int32, from start: Int, to end: Int) -> [UInt8] {
    guard end > start else { return [] }
    return Array(unsafeUninitializedCapacity: end - start) { buffer, count in
      while count < end - start {
        let position = off_t(start + count)
        guard let base = buffer.baseAddress else { return }
        let got = pread(file, base + count, end - start - count, position)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { return }
        count += got
      }
    }
  }

  // MARK: One entry, one line

  static func line(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  static func entry(_ line: ArraySlice<UInt8>) -> String {
    guard line.contains(backslash) else { return String(decoding: line, as: UTF8.self) }
    var bytes: [UInt8] = []
    var rest = line
    while let byte = rest.popFirst() {
      guard byte == backslash, let next = rest.popFirst() else {
        bytes.append(byte)
        continue
      }
      switch next {
      case UInt8(ascii: "n"): bytes.append(newline)
      case UInt8(ascii: "r"): bytes.append(UInt8(ascii: "\r"))
      default: bytes.append(next)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

private let newline = UInt8(ascii: "\n")
private let backslash = UInt8(ascii: "\\")

/// The last of equal elements each, in their order, at most so many.
func newest<Element: Hashable>(_ elements: [Element], limit: Int) -> [Element] {
  var seen: Set<Element> = []
  var kept: [Element] = []
  for element in elements.reversed() where kept.count < limit {
    if seen.insert(element).inserted { kept.append(element) }
  }
  return kept.reversed()
}
