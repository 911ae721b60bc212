import LineEditing
import Shell

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The entries of the running session in a file, so that a crash loses at most the one in flight.
///
/// There is one file a process, locked as long as the process lives: a file that can be locked
/// belongs to a session that ended without its user's wish. It is removed when the user leaves.
struct Journal {
  private let folder: String
  private var file: Int32 = -1
  private var path = ""
  private var kept: [InterruptedSession.Item] = []
  private var lastSync = 0.0

  init(folder: String) { self.folder = folder }

  /// Brings the file up to date with the session.
  ///
  /// Each item is one write, which survives the process at once; it reaches the disk, for the case
  /// that the machine stops too, once a second at most.
  mutating func record(_ items: [InterruptedSession.Item]) {
    guard items != kept, open() else { return }
    let isLonger = items.count >= kept.count && items.starts(with: kept)
    var text = ""
    if !isLonger { text += JournalLine.restart + "\n" }
    for item in isLonger ? items[kept.count...] : items[...] {
      text += JournalLine.text(of: item) + "\n"
    }
    write(text, to: file)
    kept = items
    let now = secondsSinceStart()
    guard now - lastSync > 1 else { return }
    fdatasync(file)
    lastSync = now
  }

  /// Forgets the session: its user has left.
  mutating func close() {
    guard file >= 0 else { return }
    unlink(path)
    Glibc.close(file)
    file = -1
  }

  private mutating func open() -> Bool {
    guard file < 0 else { return true }
    makeFolders(folder)
    path = "\(folder)/\(getpid())-\(time(nil)).journal"
    file = Glibc.open(path, O_CREAT | O_EXCL | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    flock(file, LOCK_EX | LOCK_NB)
    return true
  }

  // MARK: Sessions of others

  /// The newest session that nobody has open.
  struct Orphan {
    var path: String
    var session: InterruptedSession
  }

  func newestOrphan() -> Orphan? {
    let orphans = names.compactMap { name -> (path: String, time: Int)? in
      let path = "\(folder)/\(name)"
      var status = stat()
      guard stat(path, &status) == 0, status.st_size > 0, isAbandoned(path) else { return nil }
      return (path, Int(status.st_mtim.tv_sec))
    }
    for (path, _) in orphans.sorted(by: { ($0.time, $0.path) > ($1.time, $1.path) }) {
      guard let text = try? DiskFiles().read(path) else { continue }
      let session = InterruptedSession(JournalLine.items(of: text))
      if session.entryCount > 0 { return Orphan(path: path, session: session) }
      unlink(path)
    }
    return nil
  }

  static func remove(_ orphan: Orphan) { unlink(orphan.path) }

  private var names: [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".journal") { names.append(name) }
    }
    return names
  }

  private func isAbandoned(_ path: String) -> Bool {
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { Glibc.close(file) }
    return flock(file, LOCK_EX | LOCK_NB) == 0
  }
}

/// One item of a session in one line: a letter for what it is, and its text.
enum JournalLine {
  /// What came before counts no more: the session began anew.
  static let restart = "!"

  static func text(of item: InterruptedSession.Item) -> String {
    let letter =
      switch item.kind {
      case .entry: ">"
      case .note: "n"
      case .section: "s"
      }
    return letter + " " + item.text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n")
  }

  /// The items of a file; a last line that was not finished is left out.
  static func items(of text: String) -> [InterruptedSession.Item] {
    var items: [InterruptedSession.Item] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    for line in lines {
      if line == restart { items = [] }
      guard let kind = kind(of: line.first), line.dropFirst().first == " " else { continue }
      items.append(InterruptedSession.Item(kind, unescaped(line.dropFirst(2))))
    }
    return items
  }

  private static func kind(of letter: Character?) -> Transcript.Entry.Kind? {
    switch letter {
    case ">": .entry
    case "n": .note
    case "s": .section
    default: nil
    }
  }

  private static func unescaped(_ line: Substring) -> String {
    var text = ""
    var rest = line
    while let character = rest.popFirst() {
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      text.append(next == "n" ? "\n" : next)
    }
    return text
  }
}

/// Makes a folder with those above it, for the user alone.
func makeFolders(_ path: String) {
  var position = path.startIndex
  while let slash = path[position...].dropFirst().firstIndex(of: "/") {
    mkdir(String(path[..<slash]), 0o700)
    position = slash
  }
  mkdir(path, 0o700)
}
