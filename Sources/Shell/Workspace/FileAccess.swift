import Guidance

/// The files that statements may touch.
package protocol FileAccess: Sendable {
  /// The bytes of a file as text.
  func read(_ path: String) throws(Diagnostic) -> String

  /// The bytes of a file, for data in other encodings.
  func bytes(of path: String) throws(Diagnostic) -> [UInt8]

  /// Writes a file whole or not at all.
  func write(_ text: String, to path: String) throws(Diagnostic)
}

extension FileAccess {
  package func bytes(of path: String) throws(Diagnostic) -> [UInt8] { Array(try read(path).utf8) }
}

/// Refuses every file: for sessions that come from strangers.
package struct NoFiles: FileAccess {
  package init() {}

  package func read(_ path: String) throws(Diagnostic) -> String { throw refusal(path) }

  package func write(_ text: String, to path: String) throws(Diagnostic) { throw refusal(path) }

  private func refusal(_ path: String) -> Diagnostic {
    Diagnostic(
      "files-refused",
      "a session that is replayed may touch no file, so '\(path)' is left alone",
      notes: ["`--allow-writes` allows it"]
    )
  }
}
