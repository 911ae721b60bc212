import Guidance

/// The files that statements may touch.
package protocol FileAccess: Sendable {
  /// The bytes of a file as text.
  func read(_ path: String) throws(Diagnostic) -> String

  /// The bytes of a file, for data in other encodings.
  func bytes(of path: String) throws(Diagnostic) -> [UInt8]

  /// Where a file lies that is mapped rather than read.
  func pathToRead(_ path: String) throws(Diagnostic) -> String

  /// Where a file may be written that is too large to be held as text.
  func pathToWrite(_ path: String) throws(Diagnostic) -> String

  /// The path with the user's folder in place of a `~` at its beginning.
  func expanded(_ path: String) -> String

  /// The names in a folder, those of folders ending in `/`; none where it cannot be read.
  func names(in folder: String) -> [String]

  /// Writes a file whole or not at all, unless what lies there is not what the writer expects.
  func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic)

  /// Writes a file that is no text, such as a picture, whatever lies there.
  func write(_ bytes: [UInt8], to path: String) throws(Diagnostic)

  /// Refuses a file that may not be written, before any work is done for it.
  func checkWritable(_ path: String) throws(Diagnostic)
}

extension FileAccess {
  package func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    throw Diagnostic("cannot-write", "I cannot write '\(path)': only text can be kept here")
  }

  package func checkWritable(_ path: String) throws(Diagnostic) {}

  package func pathToRead(_ path: String) throws(Diagnostic) -> String {
    throw Diagnostic("files-refused", "'\(path)' can only be opened where it lies on a disk")
  }

  package func pathToWrite(_ path: String) throws(Diagnostic) -> String {
    throw Diagnostic("files-refused", "'\(path)' can only be written to a disk")
  }

  package func expanded(_ path: String) -> String { path }

  package func names(in folder: String) -> [String] { [] }

  package func bytes(of path: String) throws(Diagnostic) -> [UInt8] { Array(try read(path).utf8) }

  /// Writes a file whole or not at all, whatever lies there.
  package func write(_ text: String, to path: String) throws(Diagnostic) {
    try write(text, to: path, over: .anything)
  }
}

/// What a file may hold before it is written over.
package enum Overwriting: Equatable, Sendable {
  case anything
  /// The file must not be there yet.
  case nothing
  /// The file must hold what this process last read or wrote, or be gone.
  case only(FileStamp)
}

/// By what a text is recognized: its length and a hash of 64 bits.
package struct FileStamp: Equatable, Sendable {
  private let count: Int
  private let hash: UInt64

  /// The stamp of a text, by the hash FNV-1a.
  package init(_ text: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var count = 0
    for byte in text.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
      count += 1
    }
    self.hash = hash
    self.count = count
  }
}

/// Refuses every file: for sessions that are brought back by `load`.
package struct NoFiles: FileAccess {
  package init() {}

  package func read(_ path: String) throws(Diagnostic) -> String { throw refusal(path) }

  package func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    throw refusal(path)
  }

  package func checkWritable(_ path: String) throws(Diagnostic) { throw refusal(path) }

  private func refusal(_ path: String) -> Diagnostic {
    Diagnostic(
      "files-refused",
      "a session that is replayed or loaded may touch no file, so '\(path)' is left alone",
      notes: ["`tradewind replay --allow-writes` allows it"]
    )
  }
}
