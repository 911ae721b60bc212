import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension DiskFiles {
  /// Data files larger than this are left to the store.
  private static let largestData = 1 << 31

  package func pathToRead(_ path: String) throws(Diagnostic) -> String { path }

  package func pathToWrite(_ path: String) throws(Diagnostic) -> String { path }

  package func bytes(of path: String) throws(Diagnostic) -> [UInt8] {
    let file = open(expanded(path), O_RDONLY)
    guard file >= 0 else { throw unreadable(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw unreadable(path) }
    guard status.st_size <= DiskFiles.largestData else {
      throw Diagnostic("file-too-large", "'\(path)' has more than 2 GB")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path) }
      if count == 0 { return bytes }
      guard bytes.count + count <= DiskFiles.largestData else {
        throw Diagnostic("file-too-large", "'\(path)' has more than 2 GB")
      }
      bytes += buffer[..<count]
    }
  }

  package func names(in folder: String) -> [String] {
    guard let listing = opendir(expanded(folder)) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name != ".", name != ".." else { continue }
      var status = stat()
      let isFolder =
        stat(expanded(folder + "/" + name), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      names.append(isFolder ? name + "/" : name)
    }
    return names
  }

  private func unreadable(_ path: String) -> Diagnostic {
    let reason = String(cString: strerror(errno)).lowercased()
    return Diagnostic("cannot-read", "I cannot read '\(path)': \(reason)")
  }
}
