import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of the machine.
package struct DiskFiles: FileAccess {
  /// Files larger than this are refused: no session is as long.
  private static let largest = 64 << 20

  /// What `~` stands for at the beginning of a path; nil: itself.
  private let home: String?

  package init(home: String? = nil) { self.home = home }

  package func expanded(_ path: String) -> String {
    guard let home, path == "~" || path.hasPrefix("~/") else { return path }
    return home + path.dropFirst()
  }

  package func read(_ path: String) throws(Diagnostic) -> String {
    let file = open(expanded(path), O_RDONLY)
    guard file >= 0 else { throw failure("cannot-read", "I cannot read '\(path)'") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      guard count >= 0 else { throw failure("cannot-read", "I cannot read '\(path)'") }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= DiskFiles.largest else {
        throw Diagnostic("file-too-large", "'\(path)' has more than 64 MB")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes beside the file, syncs and renames, so that a full disk leaves the old file whole.
  package func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    try write(Array(text.utf8), to: path, over: expectation)
  }

  package func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try write(bytes, to: path, over: .anything)
  }

  private func write(
    _ bytes: [UInt8],
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    guard !isDevice(path) else { return try writeThrough(bytes, to: path, over: expectation) }
    // A link stays a link; what it leads to is written.
    let target = realPath(expanded(path)) ?? expanded(path)
    let temporary = target + ".\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw notWritten(path) }
    defer { unlink(temporary) }
    let isWritten = write(bytes, to: file) && fsync(file) == 0
    let reason = errno
    let isClosed = close(file) == 0
    guard isWritten, isClosed else {
      if !isWritten { errno = reason }
      throw notWritten(path)
    }
    try replace(target, by: temporary, over: expectation, named: path)
  }

  /// Writes to a device or a pipe, such as `/dev/stdout`, which nothing could take the place of.
  private func writeThrough(
    _ bytes: [UInt8],
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    guard expectation == .anything else { throw changed(path) }
    let file = open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard file >= 0 else { throw notWritten(path) }
    defer { close(file) }
    guard write(bytes, to: file) else { throw notWritten(path) }
  }

  private func isDevice(_ path: String) -> Bool {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return true }
    var status = stat()
    let kinds: Set = [S_IFCHR, S_IFBLK, S_IFIFO, S_IFSOCK]
    return stat(path, &status) == 0 && kinds.contains(status.st_mode & S_IFMT)
  }

  /// Puts the new file in the place of the old one while no other shell does.
  private func replace(
    _ target: String,
    by temporary: String,
    over expectation: Overwriting,
    named path: String
  ) throws(Diagnostic) {
    let old = open(target, O_RDONLY | O_CLOEXEC)
    guard old >= 0 else {
      // A hard link fails where another shell was faster, which a rename does not.
      let isThere = errno != ENOENT
      let isMoved =
        isThere || expectation == .anything
        ? rename(temporary, target) == 0 : link(temporary, target) == 0
      guard !isMoved else { return }
      throw errno == EEXIST ? changed(path) : notWritten(path)
    }
    defer { close(old) }
    if expectation != .anything {
      flock(old, LOCK_EX)
      guard isCurrent(old, at: target) else {
        return try replace(target, by: temporary, over: expectation, named: path)
      }
      guard case .only(let stamp) = expectation, FileStamp(try read(target)) == stamp else {
        throw changed(path)
      }
    }
    var status = stat()
    if fstat(old, &status) == 0 { chmod(temporary, status.st_mode & 0o777) }
    guard rename(temporary, target) == 0 else { throw notWritten(path) }
  }

  /// True where a path still leads to an open file.
  private func isCurrent(_ file: Int32, at path: String) -> Bool {
    var opened = stat()
    var named = stat()
    guard fstat(file, &opened) == 0, stat(path, &named) == 0 else { return false }
    return opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }

  private func notWritten(_ path: String) -> Diagnostic {
    var diagnostic = failure("cannot-write", "I cannot write '\(path)'")
    diagnostic.notes = ["nothing is lost: the session goes on, and what was there is as it was"]
    return diagnostic
  }

  private func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      "file-changed",
      "'\(path)' holds something that this session neither loaded nor saved",
      notes: ["another shell may have saved it; `save \"\(path)\" --force` writes over it"]
    )
  }

  private func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  private func failure(_ code: Diagnostic.Code, _ message: String) -> Diagnostic {
    Diagnostic(code, "\(message): \(String(cString: strerror(errno)).lowercased())")
  }
}
