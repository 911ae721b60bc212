import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The session files that paths name: files as they stand, of folders all `*.trade.md` below.
///
/// Those of a folder come in the order of their names, each once. Hidden folders and links to folders are
/// passed over, so that the search ends.
package func sessionFiles(at paths: [String]) throws(Diagnostic) -> [String] {
  var files: [String] = []
  for path in paths {
    guard isFolder(path) else {
      if !files.contains(path) { files.append(path) }
      continue
    }
    let found = try sessionFiles(below: path)
    guard !found.isEmpty else {
      throw Diagnostic("no-sessions", "there is no session, no '*.trade.md', in '\(path)'")
    }
    let known = Set(files)
    files += found.filter { !known.contains($0) }
  }
  return files
}

/// The files in a folder whose names end so, in the order of their names.
package func files(in folder: String, endingIn suffix: String) throws(Diagnostic) -> [String] {
  try names(in: folder).filter { $0.hasSuffix(suffix) }
    .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
    .filter { !isFolder($0) }
}

private func sessionFiles(below folder: String) throws(Diagnostic) -> [String] {
  var files: [String] = []
  for name in try names(in: folder) {
    let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    if isFolder(path, followsLinks: false) {
      files += try sessionFiles(below: path)
    } else if name.hasSuffix(".trade.md"), !isFolder(path) {
      files.append(path)
    }
  }
  return files
}

/// What lies in a folder, hidden files left out, in the order of the names.
private func names(in folder: String) throws(Diagnostic) -> [String] {
  guard let listing = opendir(folder) else {
    let reason = String(cString: strerror(errno)).lowercased()
    throw Diagnostic("cannot-read", "I cannot read '\(folder)': \(reason)")
  }
  defer { closedir(listing) }
  var names: [String] = []
  while let entry = readdir(listing) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names.sorted()
}

private func isFolder(_ path: String, followsLinks: Bool = true) -> Bool {
  var status = stat()
  let result = followsLinks ? stat(path, &status) : lstat(path, &status)
  return result == 0 && status.st_mode & S_IFMT == S_IFDIR
}

extension Diagnostic {
  /// The same about a file, whose text is not at hand to point into.
  package func naming(_ file: String) -> Diagnostic {
    var copy = self
    if !message.contains("'\(file)'") { copy.message = "'\(file)': \(message)" }
    copy.span = nil
    return copy
  }
}
