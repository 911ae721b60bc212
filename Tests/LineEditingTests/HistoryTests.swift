import Glibc
import TestKit
import Testing

@testable import LineEditing

/// A file that is removed with the test, and what is beside it.
struct TemporaryFile: ~Copyable {
  private let folder = TemporaryFolder()

  var path: String { folder.path + "/history" }

  init(_ content: String? = nil) {
    guard let content else { return }
    let file = open(path, O_CREAT | O_WRONLY, 0o600)
    writeAll(content, to: file)
    close(file)
  }
}

@Suite struct HistoryTests {
  @Test func `four writers at once lose nothing`() async {
    let file = TemporaryFile()
    let path = file.path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          let history = History(path: path)
          for entry in 0..<200 { history.add("writer \(writer) entry \(entry)\n\\ 中") }
        }
      }
    }
    let entries = History(path: path).entries
    #expect(entries.count == 800)
    #expect(Set(entries).count == 800)
    #expect(entries.allSatisfy { $0.hasSuffix("\n\\ 中") })
  }

  @Test func `writers that rewrite the file lose nothing either`() async {
    let file = TemporaryFile()
    let path = file.path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for turn in 0..<100 {
            // Each of these has room for 100 entries, and rewrites a file of more than 150 lines.
            History(path: path, limit: 100).add("\(writer) \(turn % 20)")
          }
        }
      }
    }
    let entries = History(path: path, limit: 100).entries
    #expect(Set(entries) == Set((0..<80).map { "\($0 / 20) \($0 % 20)" }))
  }

  @Test func `the same entry again moves to the end`() {
    let file = TemporaryFile()
    let history = History(path: file.path)
    ["a", "b", "a", "a  ", "c", "b"].forEach(history.add)
    #expect(history.entries == ["a", "c", "b"])
    #expect(History(path: file.path).entries == ["a", "c", "b"])
  }

  @Test func `private and empty entries are not kept`() {
    let history = History()
    [" private", "", "  ", "\n", "kept"].forEach(history.add)
    #expect(history.entries == ["kept"])
  }

  @Test func `a file that has grown is rewritten with the newest entries`() {
    let file = TemporaryFile((0..<40).map { "entry \($0)\n" }.joined())
    let history = History(path: file.path, limit: 10)
    #expect(history.entries == (30..<40).map { "entry \($0)" })
    var status = stat()
    stat(file.path, &status)
    #expect(status.st_size == 90)
    let other = History(path: file.path, limit: 10)
    history.add("new")
    other.takeInOthers()
    #expect(other.entries.last == "new")
  }

  @Test func `what another shell added is taken in once`() {
    let file = TemporaryFile()
    let (one, two) = (History(path: file.path), History(path: file.path))
    one.add("from one")
    two.add("from two")
    one.takeInOthers()
    two.takeInOthers()
    #expect(one.entries == ["from one", "from two"])
    #expect(two.entries == ["from one", "from two"])
  }

  @Test func `a line that was cut off does not swallow the next`() {
    let file = TemporaryFile("whole\ncut o")
    let history = History(path: file.path)
    #expect(history.entries == ["whole"])
    history.add("next")
    #expect(History(path: file.path).entries == ["whole", "cut o", "next"])
  }

  @Test(arguments: ["plain", "a\nb", "back\\slash", "\\n", "\r\n", "ends in \\", "中文"])
  func `an entry is one line and comes back as it was`(entry: String) {
    let line = HistoryFile.line(entry)
    #expect(line.unicodeScalars.allSatisfy { $0 != "\n" && $0 != "\r" })
    #expect(HistoryFile.entry(Array(line.utf8)[...]) == entry)
  }

  @Test func `a continuation never changes the last letter`() {
    let history = History()
    history.add("cafe\u{301} prices")
    #expect(history.continuation(of: "cafe") == nil)
    #expect(history.continuation(of: "caf") == "e\u{301} prices")
    #expect(history.continuation(of: "cafe\u{301} prices") == nil)
  }

  @Test func `a missing folder is made`() {
    let file = TemporaryFile()
    let folders = [file.path, file.path + "/state"]
    let path = file.path + "/state/history"
    History(path: path).add("kept")
    #expect(History(path: path).entries == ["kept"])
    unlink(path)
    unlink(path + ".lock")
    for folder in folders.reversed() { rmdir(folder) }
  }

  @Test func `where no file can be entries live on in memory`() {
    let history = History(path: "/dev/null/folder/history")
    history.add("kept")
    #expect(history.entries == ["kept"])
  }
}
