import Catalogue
import Engine
import Guidance
import Shell
import TestKit
import Testing

@Suite struct ImportStatementTests {
  private let workspace: Workspace

  init() throws {
    let files = MemoryFiles()
    try files.write(
      "Date,Partner,Exports\n2020-01,Japan,5\n2020-02,Japan,7\n",
      to: "mine.csv",
      over: .anything
    )
    try files.write(
      """
      period,partner,product,exports
      2024-01,US,8703,30
      2024-01,Japan,8703,20
      2024-01,US,8542,40
      """,
      to: "goods.csv",
      over: .anything
    )
    try files.write("a,b\n1,2\n", to: "broken.csv", over: .anything)
    workspace = Workspace(Desk.facts, files: files)
  }

  private func lines(_ input: String, _ workspace: inout Workspace) throws -> [String] {
    let reply = try workspace.run(input)
    return reply.answer.map { workspace.outputLines($0, input: input) } ?? []
  }

  @Test func `an imported file is asked until another data set is used`() throws {
    var workspace = workspace
    let card = try lines("import \"mine.csv\" as mine in usd*1000000", &workspace)
    #expect(card.first == "mine: table · 2 rows · 2 figures")
    #expect(workspace.bench.data.name == "mine")
    #expect(try lines("exports to Japan 2020-02", &workspace).contains { $0.contains("7.0") })
    _ = try lines("use china-customs", &workspace)
    #expect(workspace.bench.data.name == "china-customs")
    _ = try lines("use mine", &workspace)
    #expect(try lines("list data", &workspace).contains { $0.contains("(in use)") })
  }

  @Test func `goods without their total are asked one by one or side by side`() throws {
    var workspace = workspace
    _ = try lines("import \"goods.csv\" in usd*1000000", &workspace)
    let refusal = #expect(throws: Diagnostic.self) { try lines("exports 2024-01", &workspace) }
    #expect(refusal?.code == "not-loaded")
    #expect(refusal?.notes.first?.contains("`by product`") == true)
    let table = try lines("exports by product 2024-01", &workspace)
    #expect(
      table.contains {
        $0.hasPrefix("passenger cars") && $0.contains("50.0") && $0.contains("55.6")
      }
    )
    #expect(table.contains { $0.hasPrefix("total") && $0.contains("90.0") })
    #expect(!table.contains { $0.contains("other products") })
  }

  @Test func `names of the session outlive a change of data`() throws {
    var workspace = workspace
    _ = try lines("let j = exports to Japan", &workspace)
    _ = try lines("import \"mine.csv\" in usd*1000000", &workspace)
    #expect(try lines("j 2020-01", &workspace).contains { $0.contains("5.0") })
  }

  @Test(arguments: [
    ("import \"broken.csv\"", "unknown-layout"), ("import \"none.csv\"", "cannot-read"),
    ("import", "needs-file"), ("import from Japan", "needs-file"),
    ("import \"mine.csv\" (partner Japan)", "bad-mapping"),
    ("import \"mine.csv\" (partnre: Partner)", "unknown-role"),
    ("import \"mine.csv\" (exports: Exprots)", "unknown-column"),
    ("import \"mine.csv\" nonsense", "unknown-clause"),
    ("import \"mine.csv\" in parsecs*5", "unknown-unit"),
    ("import \"mine.csv\" scale Exports by", "needs-number"),
    ("import \"mine.csv\" encoding klingon", "unknown-encoding"),
    ("import \"mine.csv\" as china-customs", "name-taken"), ("use nothing", "unknown-data-set"),
    ("use", "needs-name"),
  ])
  func `a wrong import says what is wrong and changes nothing`(input: String, code: String) {
    var workspace = workspace
    let error = #expect(throws: Diagnostic.self) { _ = try workspace.run(input) }
    #expect(error?.code.rawValue == code)
    #expect(workspace.bench.data.name == "china-customs")
  }
}
