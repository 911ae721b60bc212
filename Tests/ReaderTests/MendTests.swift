import Catalogue
import Columns
import Engine
import Guidance
import Periods
import Shell
import TestKit
import Testing

/// Files with one mistake each: it is found, told with its line, and gone with the mend applied.
@Suite struct MendTests {
  struct Mistake: CustomTestStringConvertible, Sendable {
    var code: String
    var text: String
    var line: Int
    var mend: String
    var testDescription: String { code }
  }

  private static func months(_ count: Int, _ row: (Int) -> String) -> String {
    (1...count).map { "2024-\($0 < 10 ? "0" : "")\($0),\(row($0))" }.joined(separator: "\n")
  }

  private static let mistakes: [Mistake] = [
    Mistake(
      code: "columns-swapped",
      text: "Date,Exports (USD),Imports (USD),Balance (USD)\n"
        + months(4) { "\(10 + $0),\(20 + 2 * $0),\(10 + $0)" },
      line: 2,
      mend: "(exports: \"Imports (USD)\", imports: \"Exports (USD)\")"
    ),
    Mistake(
      code: "identity-broken",
      text: "Date,Exports USD,Imports USD,Balance USD\n"
        + months(5) { "\(100 + $0),\(60 + $0),\($0 == 3 ? 40_000 : 40)" },
      line: 4,
      mend: "scale \"Balance USD\" row 2024-03 by 0.001"
    ),
    Mistake(
      code: "cumulative-broken",
      text: "Date,exports_usd,exports_usd_ytd\n2024-01,10,10\n2024-02,1100,21\n2024-03,12,33",
      line: 3,
      mend: "scale exports_usd row 2024-02 by 0.01"
    ),
    Mistake(
      code: "unit-jump",
      text: "Date,exports_usd\n" + months(12) { "\($0 == 7 ? 107_000 : 100 + $0)" },
      line: 8,
      mend: "scale exports_usd row 2024-07 by 0.001"
    ),
    Mistake(
      code: "unit-changed",
      text: "Date,exports_usd,imports_usd\n"
        + months(12) { "\((300 + $0) * ($0 < 7 ? 1 : 1000)),\((200 + $0) * ($0 < 7 ? 1 : 1000))" },
      line: 8,
      mend: "scale exports_usd since 2024-07 by 0.001 scale imports_usd since 2024-07 by 0.001"
    ),
    Mistake(
      code: "currency-changed",
      text: "Date,exports_usd,imports_usd\n"
        + months(12) { "\((300 + $0) * ($0 < 7 ? 1 : 7)),\((200 + $0) * ($0 < 7 ? 1 : 7))" },
      line: 8,
      mend: "in cny since 2024-07"
    ),
    Mistake(
      code: "rows-contradict",
      text: "Date,Partner,Exports USD\n2024-01,Japan,5\n2024-01,Japan,6\n2024-02,Japan,7",
      line: 3,
      mend: "repeats last"
    ),
    Mistake(
      code: "partners-exceed-world",
      text: "Date,Partner,Exports USD\n2024-01,World,10\n2024-01,Far East,8\n"
        + "2024-01,Japan,6\n2024-01,France,4",
      line: 2,
      mend: "skip \"Far East\""
    ),
    Mistake(
      code: "new-year-combined",
      text: "Date,Exports USD\n"
        + (2021...2023).flatMap { year in
          (2...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0),\($0 == 2 ? 190 : 100)" }
        }.joined(separator: "\n"),
      line: 2,
      mend: "combine january"
    ),
  ]

  @Test(arguments: mistakes)
  func `a mistake is told with its line, and the mend takes it away`(mistake: Mistake) throws {
    let files = MemoryFiles()
    try files.write(mistake.text + "\n", to: "t.csv", over: .anything)
    var workspace = Workspace(Desk.facts, files: files)
    _ = try workspace.run("import \"t.csv\"")
    let report = try imported(mistake.text)
    let finding = try #require(report.findings.first { $0.code == mistake.code })
    #expect(finding.line == mistake.line)
    #expect(finding.mend == mistake.mend)
    #expect(finding.isWarning)
    let lines = try output("check t", &workspace)
    #expect(lines.contains { $0.contains("warning[\(mistake.code)] line \(mistake.line):") })
    _ = try workspace.run("import \"t.csv\" as mended \(mistake.mend)")
    let after = try output("check mended", &workspace)
    #expect(!after.contains { $0.contains("[\(mistake.code)]") }, "\(after)")
  }

  @Test func `check prints the statement that mends all there is to mend, and it runs`() throws {
    let files = MemoryFiles()
    let mistake = try #require(MendTests.mistakes.first { $0.code == "unit-changed" })
    try files.write(mistake.text + "\n", to: "t.csv", over: .anything)
    var workspace = Workspace(Desk.facts, files: files)
    _ = try workspace.run("import \"t.csv\" in usd million")
    let last = try #require(try output("check t", &workspace).last)
    let statement = try #require(last.split(separator: "mended: ").last)
    _ = try workspace.run(String(statement))
    #expect(try output("exports 2024-07", &workspace).contains("307.0"))
    #expect(
      try output("check t-mended", &workspace) == ["t-mended: 24 figures checked, nothing amiss"]
    )
  }

  @Test func `February with January counts for both, and a year adds up`() throws {
    let mistake = try #require(MendTests.mistakes.last)
    var options = ImportOptions()
    options.combinesNewYear = true
    let report = try imported(mistake.text, options)
    #expect(report.data.periods.map(\.description).first == "2021-01..2021-02")
    #expect(report.codes.contains("february-combined"))
  }

  @Test(arguments: [(ImportOptions.Repeats.first, 12.0), (.last, 13), (.add, 18)])
  func `of rows that contradict each other the one counts that the user says`(
    choice: ImportOptions.Repeats,
    total: Double
  ) throws {
    let mistake = try #require(MendTests.mistakes.first { $0.code == "rows-contradict" })
    var options = ImportOptions()
    options.repeats = choice
    let values = try imported(mistake.text, options).data.facts.values
    #expect(values.indices.reduce(0) { $0 + values[$1] } == total)
  }

  @Test func `amounts may be in two currencies, each for its months`() throws {
    let mistake = try #require(MendTests.mistakes.first { $0.code == "currency-changed" })
    let files = MemoryFiles()
    try files.write(mistake.text + "\n", to: "t.csv", over: .anything)
    var workspace = Workspace(Desk.facts, files: files)
    _ = try workspace.run("import \"t.csv\" as t in cny since 2024-07")
    #expect(workspace.bench.data.units.count == 2)
    #expect(try output("exports 2024-06", &workspace).first == "exports · Jun 2024 · USD")
  }

  @Test func `the built-in figures can be checked, without lines or clauses`() throws {
    var workspace = Workspace(Desk.facts, files: MemoryFiles())
    let lines = try output("check china-customs", &workspace)
    #expect(lines.first?.hasPrefix("china-customs: 4797 figures checked") == true)
    #expect(!lines.contains { $0.contains(" line ") || $0.contains("fix:") })
  }

  private func output(_ input: String, _ workspace: inout Workspace) throws -> [String] {
    let reply = try workspace.run(input)
    return reply.answer.map { workspace.outputLines($0, input: input) } ?? []
  }
}
