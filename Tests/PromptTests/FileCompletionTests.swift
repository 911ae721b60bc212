import Catalogue
import Engine
import Guidance
import Shell
import Testing

@Suite("Completion of files, members and settings")
struct FileCompletionTests {
  private let assistant = Assistant(
    Workspace(EmbeddedFacts(.chinaCustoms), files: ListedFiles())
  )

  @Test func `statements are offered the files that they take`() {
    #expect(
      assistant.words(behind: "load ") == ["Sessions/", "a.trade.md", "\"my notes.trade.md\""]
    )
    #expect(assistant.words(behind: "replay a") == ["a.trade.md"])
    #expect(assistant.words(behind: "import ") == ["Sessions/", "trade.csv"])
    #expect(assistant.words(behind: "import tr") == ["trade.csv"])
    #expect(assistant.words(behind: "save TR") == ["trade.csv"])
    #expect(assistant.words(behind: "export exports 2024 into ").contains("trade.csv"))
  }

  @Test func `folders are gone into, and the home folder is known`() {
    #expect(assistant.words(behind: "load Sessions/") == ["Sessions/pandemic.trade.md"])
    #expect(assistant.words(behind: "load ~/") == ["~/at-home.trade.md"])
    let folder = assistant.completions(in: "load Ses", at: 8).candidates[0]
    #expect(folder.text == "Sessions/" && folder.ending.isEmpty)
  }

  @Test func `names in quotes stay in quotes`() {
    let text = "load \"my n"
    let found = assistant.completions(in: text, at: text.utf8.count)
    #expect(found.range == 5..<10)
    #expect(found.candidates.map(\.text) == ["\"my notes.trade.md\""])
    #expect(assistant.words(behind: "load \"Ses") == ["\"Sessions/"])
    let closed = assistant.completions(in: "load \"a\"", at: 7)
    #expect(closed.range == 5..<8)
    #expect(closed.candidates.map(\.text) == ["\"a.trade.md\""])
  }

  @Test func `hidden files come when they are asked for`() {
    #expect(assistant.words(behind: "import .") == [".hidden.csv"])
  }

  @Test func `no file is offered where none belongs`() {
    #expect(!assistant.words(behind: "exports ").contains("trade.csv"))
    #expect(!assistant.words(behind: "help ").contains("trade.csv"))
  }

  @Test func `a condition is offered the members that it compares with`() {
    let regions = assistant.words(behind: "exports by partner where region = ")
    #expect(regions.contains("europe") && regions.contains("asia"))
    #expect(assistant.words(behind: "exports by partner where region = eu") == ["europe"])
    #expect(assistant.words(behind: "exports by partner where region in (asia, eu") == ["europe"])
    #expect(assistant.words(behind: "exports by partner where partner = Jap") == ["Japan"])
  }

  @Test func `settings and their values are offered`() {
    #expect(assistant.words(behind: "set gh") == ["ghost"])
    #expect(assistant.words(behind: "set ghost ") == ["on", "off", "default"])
    #expect(assistant.words(behind: "set scheme li") == ["light"])
    #expect(assistant.words(behind: "set as-of ").first == "latest")
    #expect(assistant.words(behind: "set as-of ").contains { $0.hasPrefix("20") })
    #expect(assistant.words(behind: "set reporter ").contains("China"))
    #expect(assistant.words(behind: "use ") == ["china-customs"])
    #expect(assistant.words(behind: "recover ") == ["list", "drop"])
  }

  @Test func `an entry that can no longer be entered is not offered again`() throws {
    var workspace = Workspace.sample
    #expect(!Assistant(workspace).isAcceptable("mine yoy"))
    _ = try workspace.run("let mine = exports")
    #expect(Assistant(workspace).isAcceptable("mine yoy"))
    #expect(Assistant(workspace).isAcceptable("help yoy"))
  }
}

/// Folders that hold names and nothing else.
private struct ListedFiles: FileAccess {
  private let folders = [
    ".": ["trade.csv", "a.trade.md", "my notes.trade.md", "Sessions/", ".hidden.csv"],
    "Sessions/": ["pandemic.trade.md"],
    "~/": ["at-home.trade.md"],
  ]

  func names(in folder: String) -> [String] { folders[folder] ?? [] }

  func read(_ path: String) throws(Diagnostic) -> String { "" }

  func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {}
}
