import Reports
import Testing

@testable import Shell

@Suite("A replay")
struct ReplayTests {
  private func report(
    _ text: String,
    dataChanged: Bool = false,
    runner: (Replay.Step) -> Replay.Outcome = sampleRunner
  ) throws -> ReplayReport {
    Replay(dataChanged: dataChanged).run(try SessionDocument(reading: text), with: runner)
  }

  /// The verdict on one entry with an expected output, in a block with attributes.
  private func verdict(
    _ expected: String,
    _ outcome: Replay.Outcome,
    attributes: String = "",
    dataChanged: Bool = false
  ) throws -> Verdict? {
    let text = "```trade \(attributes)\n> q\n\(expected)```\n"
    return try report(text, dataChanged: dataChanged) { _ in outcome }.records.first?.verdict
  }

  @Test("gives a verdict on every entry")
  func sample() throws {
    let report = try report(sampleSession)
    #expect(report.records.map(\.verdict) == [.pass, .pass, .new, .pass, .pass])
    #expect(report.summary == "4 pass · 0 fail · 1 new")
    #expect(report.exitStatus == 0)
  }

  @Test("tells a revision from a regression by whether the data changed")
  func drift() throws {
    let outcome = Replay.Outcome(output: ["412.4"])
    #expect(try verdict("  411.9\n", outcome) == .fail)
    #expect(try verdict("  411.9\n", outcome, dataChanged: true) == .drift)
    #expect(try verdict("  412.4\n", outcome, dataChanged: true) == .pass)
    #expect(try verdict("", outcome) == .new)
    #expect(try verdict("", Replay.Outcome(output: [])) == .pass)
  }

  @Test("compares errors by code")
  func errors() throws {
    let outcome = Replay.Outcome(output: ["error[a]: new words"], errorCode: "a")
    #expect(try verdict("  error[a]: old words\n", outcome) == .pass)
    #expect(try verdict("  error[b]: words\n", outcome) == .fail)
    #expect(try verdict("  411.9\n", outcome, dataChanged: true) == .error)
    #expect(try verdict("", outcome) == .error)
    #expect(try verdict("", outcome, attributes: "{error=a}") == .pass)
    #expect(try verdict("", outcome, attributes: "{error=b}") == .fail)
    let answer = Replay.Outcome(output: ["411.9"])
    #expect(try verdict("  error[a]: words\n", answer) == .fail)
    #expect(try verdict("  411.9\n", answer, attributes: "{error=a}") == .fail)
  }

  @Test("fails where an expectation does not hold, whatever was recorded")
  func expectation() throws {
    let outcome = Replay.Outcome(output: ["✗ 1.0 = 2.0"], holds: false)
    #expect(try verdict("  ✗ 1.0 = 2.0\n", outcome, dataChanged: true) == .fail)
  }

  @Test("has an exit status for machines")
  func exitStatus() throws {
    let failing = try report(sampleSession) { _ in .init(output: ["other"]) }
    #expect(failing.exitStatus == 1)
    let drifting = try report(sampleSession, dataChanged: true) { step in
      var outcome = sampleRunner(step)
      if step.input.hasPrefix("surplus") { outcome.output[1] = "1,076.4" }
      return outcome
    }
    #expect(drifting.summary == "3 pass · 1 drift · 0 fail · 1 new")
    #expect(drifting.exitStatus == 0)
  }

  @Test("passes over blocks that are to be skipped")
  func skip() throws {
    let report = try report("```trade {skip}\n> a\n```\n```trade\n> b\n```\n")
    #expect(report.records.map(\.input) == ["b"])
    #expect(report.records.map(\.number) == [2])
    #expect(report.summary == "1 pass · 0 fail · 1 skipped")
  }

  @Test("of one block runs those before it and reports on none of them")
  func only() throws {
    var replay = Replay(dataChanged: false)
    replay.onlyBlock = "cross"
    var inputs: [String] = []
    let report = replay.run(try SessionDocument(reading: sampleSession)) { step in
      inputs.append(step.input)
      return sampleRunner(step)
    }
    #expect(inputs.count == 4)
    #expect(report.records.map(\.number) == [4])
  }

  @Test("shows what was expected and what came instead")
  func difference() throws {
    let text = "```trade\n> q\n  exports · USD bn\n  411.9\n  same 1.0\n```\n"
    let outcome = Replay.Outcome(output: ["exports · USD bn", "412.4", "same 1.0"])
    let report = try report(text) { _ in outcome }
    let expected = [
      "fail  line 2  > q", "  changed: 411.9 → 412.4", "    exports · USD bn", "  - 411.9",
      "  + 412.4", "    same 1.0", "s.trade.md: 0 pass · 1 fail",
    ]
    #expect(report.text(named: "s.trade.md").plainLines == expected)
  }
}
