import Guidance
import Shell
import Testing

@Suite("Habits of other shells")
struct HabitTests {
  @Test(arguments: ["\\q", ":q", "quit()", "exit()", ".quit", "exit", "quit;", " \\q "])
  func `there are several ways to leave`(entry: String) throws {
    var workspace = Workspace.sample
    #expect(try workspace.run(entry).quits)
    #expect(Assistant(.sample).roles(of: entry).allSatisfy { $0.role != .error })
  }

  @Test func `help is found by its other names`() throws {
    var workspace = Workspace.sample
    let help = try workspace.lines(of: "help")
    for entry in ["?", "\\?", ".help", "help()"] {
      #expect(try workspace.lines(of: entry) == help)
    }
    #expect(try workspace.lines(of: "?yoy") == workspace.lines(of: "help yoy"))
    #expect(try workspace.lines(of: "\\timing") == ["timing is on"])
    #expect(workspace.transcript.entries.isEmpty)
  }

  @Test func `a semicolon at the end says nothing, and one in the middle is an error`() throws {
    var workspace = Workspace.sample
    for entry in ["exports 2024", "exports 2024;", "exports 2024 ; ;\n"] {
      _ = try workspace.run(entry)
    }
    let outputs = workspace.transcript.entries.map(\.output)
    #expect(outputs[1] == outputs[0] && outputs[2] == outputs[0])
    #expect(throws: Diagnostic.self) { try workspace.run("exports; 2024") }
    _ = try workspace.run("note this; and that;")
    #expect(workspace.transcript.entries.last?.input == "this; and that;")
  }

  @Test func `entries that are pasted together are taken apart`() {
    let workspace = Workspace.sample
    #expect(
      workspace.entries(in: "exports 2024\nimports 2024\n") == ["exports 2024", "imports 2024"]
    )
    #expect(
      workspace.entries(in: "exports 2024 -\nexports 2023") == ["exports 2024 -\nexports 2023"]
    )
    #expect(
      workspace.entries(in: "exports 2024 -\nexports 2023\n\nsurplus 2024")
        == ["exports 2024 -\nexports 2023", "surplus 2024"]
    )
    #expect(workspace.entries(in: "exports\n  to US\n  yoy") == ["exports\n  to US\n  yoy"])
    #expect(workspace.entries(in: "exports to Jpan") == ["exports to Jpan"])
  }
}
