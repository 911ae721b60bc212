import Guidance

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that nobody else knows of, for one run of a program.
struct TemporaryFolder {
  let path: String

  /// Makes one in another folder; throws `program-failed` where that cannot be written.
  init(in folder: String) throws(Diagnostic) {
    var template = Array("\(folder)/tradewind-x13as-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else {
      throw failure("'\(folder)' takes no files (\(String(cString: strerror(errno)).lowercased()))")
    }
    path = made
  }

  func write(_ text: String, to name: String) throws(Diagnostic) {
    guard let file = fopen("\(path)/\(name)", "w") else {
      throw failure("'\(path)' takes no files")
    }
    let bytes = Array(text.utf8)
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw failure("'\(path)' is full") }
  }

  /// The text of a file; empty where it is not there.
  func text(of name: String) -> String {
    guard let file = fopen("\(path)/\(name)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  /// Takes the folder away with all the files in it.
  func remove() {
    if let listing = opendir(path) {
      while let entry = readdir(listing) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { unlink("\(path)/\(name)") }
      }
      closedir(listing)
    }
    rmdir(path)
  }
}

/// The path from the root, for a program that is started in another folder.
func absolute(_ path: String) -> String {
  guard !path.hasPrefix("/"), let here = getcwd(nil, 0) else { return path }
  defer { free(here) }
  return "\(String(cString: here))/\(path)"
}

/// True for a file that can be run.
func isProgram(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}
