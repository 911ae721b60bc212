import Engine
import Guidance
import Shell
import Synchronization
import Testing

/// Files in memory.
private final class Drawer: FileAccess {
  private let files = Mutex<[String: String]>([:])

  func read(_ path: String) throws(Diagnostic) -> String { self[path] ?? "" }

  func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    files.withLock { $0[path] = text }
  }

  subscript(path: String) -> String? { files.withLock { $0[path] } }
}

@Suite struct WritingTests {
  private let drawer = Drawer()

  private func run(_ line: String) throws {
    var workspace = Workspace(Asking.facts, files: drawer)
    _ = try workspace.run(line)
  }

  @Test func theEndingDecidesTheFormat() throws {
    try run("export exports in 2025 into \"out.csv\"")
    #expect(
      drawer["out.csv"]?.hasPrefix(
        "period,value,unit,state,reason,reading,source\r\n2025-01,324.282"
      ) == true
    )
    try run("export exports 2025 into \"out.json\"")
    #expect(drawer["out.json"]?.hasPrefix("{\"input\":\"exports 2025\"") == true)
    try run("export exports in 2025 into \"out.md\"")
    #expect(drawer["out.md"]?.contains("| --: |") == true)
  }

  @Test func theFormAskedForWinsOverTheEnding() throws {
    try run("export exports in 2025 as csv into \"out.txt\"")
    #expect(drawer["out.txt"]?.hasPrefix("period,value") == true)
  }

  @Test func anUnknownEndingIsRefusedAndNothingIsWritten() {
    #expect(Asking.code("export exports 2025 into \"out.pie\"") == "unknown-ending")
    #expect(Asking.code("export exports 2025") == "needs-file")
    #expect(drawer["out.pie"] == nil)
  }

  @Test func aReplayWritesNoFile() {
    #expect(Asking.code("export exports 2025 into \"out.csv\"") == "files-refused")
  }

  @Test func aPlotIsTheAnswerInItsForm() throws {
    #expect(try Asking.answer("plot exports since 2025").form == "chart")
    #expect(try Asking.answer("plot exports since 2025 as table").form == "table")
  }
}
