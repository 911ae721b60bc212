#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// An open file; closed when nothing refers to it any more.
final class File: Sendable {
  let descriptor: Int32
  let path: String

  enum Mode {
    case read, update, create
  }

  init(_ path: String, _ mode: Mode) throws(StoreError) {
    self.path = path
    let flags: Int32 =
      switch mode {
      case .read: O_RDONLY
      case .update: O_RDWR
      case .create: O_RDWR | O_CREAT | O_EXCL
      }
    descriptor = open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw File.failure("open", path) }
  }

  private init(_ descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  /// The standard input, under the name `-`.
  static func standardInput() throws(StoreError) -> File {
    let descriptor = dup(0)
    guard descriptor >= 0 else { throw failure("read", "-") }
    return File(descriptor, path: "-")
  }

  deinit { close(descriptor) }

  private static func failure(_ action: String, _ path: String) -> StoreError {
    .system(action: action, path: path, errorNumber: errno)
  }

  var size: Int {
    get throws(StoreError) {
      let status = try status
      guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path: path) }
      return Int(status.st_size)
    }
  }

  /// Whether any byte can be read at any time: true for files, false for pipes and terminals.
  var isSeekable: Bool {
    get throws(StoreError) { try status.st_mode & S_IFMT == S_IFREG }
  }

  private var status: stat {
    get throws(StoreError) {
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw File.failure("look at", path) }
      return status
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      guard let start = bytes.baseAddress else { return }
      let count = pwrite(descriptor, start + done, bytes.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw File.failure("write", path) }
      done += count
    }
  }

  /// Reads as many bytes as there are, at most the buffer's size.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(StoreError) -> Int {
    var done = 0
    while done < buffer.count, let start = buffer.baseAddress {
      let count = pread(descriptor, start + done, buffer.count - done, off_t(offset + done))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw File.failure("read", path) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Reads what comes next, at most the buffer's size; nothing at the end.
  ///
  /// `isCancelled` is asked while there is nothing to read.
  func readOn(
    into buffer: UnsafeMutableRawBufferPointer,
    isCancelled: () -> Bool
  ) throws(StoreError) -> Int {
    while true {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let isReady = poll(&request, 1, 50) > 0
      if isCancelled() { throw .cancelled }
      guard isReady else { continue }
      let count = readNext(descriptor, buffer)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw File.failure("read", path) }
      return count
    }
  }

  func synchronize() throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw File.failure("save", path) }
  }

  /// Keeps other writers out for as long as the file is open.
  func lock() throws(StoreError) {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw .busy(path: path) }
  }

  /// Gives the file another name, replacing what had it, and makes that last.
  func rename(to target: String) throws(StoreError) {
    guard renamed(path, target) == 0 else { throw File.failure("rename", target) }
    let folder = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  func remove() { unlink(path) }
}

private func renamed(_ old: String, _ new: String) -> Int32 { rename(old, new) }

private func readNext(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
  read(descriptor, buffer.baseAddress, buffer.count)
}

/// The number of this process, for names of files that no other process uses.
var processNumber: Int { Int(getpid()) }
