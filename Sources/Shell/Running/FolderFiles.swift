import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files of one folder, to be read only: for sessions that come from strangers.
///
/// Names are relative to the folder. A name that leads out of it, be it by a link, is refused, and
/// so is what is no plain file: reading a device may never end.
package struct FolderFiles: FileAccess {
  private let folder: String
  private let disk = DiskFiles()

  /// True where the user allowed everything; names stay relative to the folder.
  private let allowsAll: Bool

  package init(_ folder: String, allowsAll: Bool = false) {
    self.folder = folder
    self.allowsAll = allowsAll
  }

  package func read(_ path: String) throws(Diagnostic) -> String {
    try disk.read(try readable(path))
  }

  package func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    try disk.bytes(of: try readable(path))
  }

  package func pathToRead(_ path: String) throws(Diagnostic) -> String { try readable(path) }

  package func pathToWrite(_ path: String) throws(Diagnostic) -> String {
    guard allowsAll else { throw refusal("a session that is replayed may write no file", path) }
    return place(of: path)
  }

  /// The place of a file that may be read.
  private func readable(_ path: String) throws(Diagnostic) -> String {
    let place = place(of: path)
    guard !allowsAll else { return place }
    guard let real = realPath(place), let root = realPath(folder) else {
      throw Diagnostic("cannot-read", "I cannot read '\(path)': no such file or directory")
    }
    guard real.hasPrefix(root == "/" ? root : root + "/"), isPlainFile(real) else {
      throw refusal("a session that is replayed reads only files of its folder", path)
    }
    return real
  }

  package func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    try checkWritable(path)
    try disk.write(text, to: place(of: path), over: expectation)
  }

  package func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    try checkWritable(path)
    try disk.write(bytes, to: place(of: path))
  }

  package func checkWritable(_ path: String) throws(Diagnostic) {
    guard allowsAll else { throw refusal("a session that is replayed may write no file", path) }
  }

  private func place(of path: String) -> String {
    path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  private func refusal(_ reason: String, _ path: String) -> Diagnostic {
    Diagnostic(
      "files-refused",
      "\(reason), so '\(path)' is left alone",
      notes: ["`tradewind replay --allow-writes` allows it"]
    )
  }
}

/// The folder that a file lies in.
package func folder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The path without links, `.` and `..`; nil where nothing is there.
func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }
  return String(cString: real)
}

/// True where two paths lead to one file that is there.
package func isSameFile(_ path: String, _ other: String) -> Bool {
  guard let real = realPath(path) else { return false }
  return real == realPath(other)
}

private func isPlainFile(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
}
