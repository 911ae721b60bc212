import Shell
import Teaching
import TestKit
import Testing

@Suite("Values of one's own")
struct PickTests {
  @Test("are drawn from ranges and lists")
  func values() throws {
    func values(_ text: String) throws -> [String] {
      try #require(PickList("{x: pick \(text)}").picks.first).values
    }
    #expect(try values("2015-11..2016-02") == ["2015-11", "2015-12", "2016-01", "2016-02"])
    #expect(try values("2010..2012 seed student") == ["2010", "2011", "2012"])
    #expect(try values("2020-Q3..2021-Q1 seed 7") == ["2020-Q3", "2020-Q4", "2021-Q1"])
    #expect(try values("US, Latin America, EU") == ["US", "Latin America", "EU"])
  }

  @Test("are the same for a student everywhere, and differ between students")
  func seeds() throws {
    let picks = PickList("{m: pick 2015-01..2025-12 seed student} {n: pick 1, 2, 3, 4 seed 9}")
    let names = (1...200).map { "student \($0)" }
    let months = names.map { picks.choices(student: $0, lesson: "L")["m"] ?? "" }
    #expect(Set(months).count > 80)
    #expect(
      Set(months)
        == Set(names.map { picks.choices(student: " \($0.uppercased())", lesson: "L")["m"] })
    )
    #expect(Set(names.map { picks.choices(student: $0, lesson: "L")["n"] }).count == 1)
    // Fixed for ever: a student's numbers must not change with the program.
    #expect(picks.choices(student: "Ada", lesson: "L")["m"] == "2019-01")
  }

  @Test("stand in their places, in several forms")
  func filling() {
    let text =
      "In {m: pick 2025-11..2025-11} ({m.words}, {m.year}, {m.earlier}, {m.previous}) {m} {o} {m.odd}"
    let picks = PickList(text)
    let filled = picks.filled(text, picks.choices(student: "", lesson: ""))
    #expect(filled == "In 2025-11 (Nov 2025, 2025, 2024-11, 2025-10) 2025-11 {o} {m.odd}")
    let fence = "```quiz {id=q answer=\"exports {m}\"}"
    #expect(picks.filled(fence, ["m": "2025-11"]) == "```quiz {id=q answer=\"exports 2025-11\"}")
  }

  @Test(
    "are refused where they make no sense",
    arguments: [
      "2025-12..2025-01", "2025..2025-03", "1900-01..2099-12", "..", "2025..", "seed student",
      "2025-01..2025-03 seed teacher",
    ]
  )
  func refusals(range: String) {
    #expect(PickList("{m: pick \(range)}").problems.count == 1, "\(range)")
  }

  @Test("are tried one by one by the check")
  func checking() throws {
    let lesson = """
      ---
      title: Drawn
      ---
      ```quiz {id=q answer="surplus yoy {m: pick 2018-01..2018-03}"}
      How fast?
      ```
      """
    let check = LessonCheck(facts: Desk.facts, files: MemoryFiles())
    let result = try check.result(lesson, file: "drawn.trade.md")
    // Growth of a balance has no meaning on the deficit of February 2017.
    #expect(result.findings.contains { $0.severity == .error && $0.text.contains("m 2018-02") })
  }
}
