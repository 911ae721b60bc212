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

  package init() {}

  package func read(_ path: String) throws(Diagnostic) -> String {
    let file = open(path, O_RDONLY)
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
  package func write(_ text: String, to path: String) throws(Diagnostic) {
    let temporary = path + ".\(getpid()).tmp"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard file >= 0 else { throw failure("cannot-write", "I cannot write '\(path)'") }
    let isWritten = write(Array(text.utf8), to: file) && fsync(file) == 0
    let reason = errno
    let isClosed = close(file) == 0
    guard isWritten, isClosed, rename(temporary, path) == 0 else {
      if !isWritten { errno = reason }
      let diagnostic = failure("cannot-write", "I cannot write '\(path)'")
      unlink(temporary)
      throw diagnostic
    }
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
