import Reports
import Shell
import Teaching
import TestKit
import Testing

@Suite("The check of a lesson")
struct LessonCheckTests {
  private func findings(_ quiz: String, head: String = "title: T\n") throws -> [String] {
    let text = "---\n\(head)---\n\n\(quiz)\n"
    let check = LessonCheck(facts: Desk.facts, files: MemoryFiles())
    return try check.result(text, file: "t.trade.md").findings
      .filter { !$0.text.contains("pinned") }.map { "\($0.severity.rawValue): \($0.text)" }
  }

  @Test("has nothing to say of a good question")
  func good() throws {
    let quiz = "```quiz {id=q answer=\"exports yoy 2025\" hints=1}\nHow fast?\n- hint: `yoy`\n```"
    #expect(try findings(quiz) == [])
  }

  @Test(
    "finds what is wrong",
    arguments: [
      ("{answer=\"exports 2025\"}\nHow much?", "has no id"),
      ("{id=q answer=\"exports 2025\"}\n", "asks nothing"),
      ("{id=q}\nHow much?", "has no answer"),
      ("{id=q answer=\"exprots 2025\"}\nHow much?", "does not evaluate"),
      ("{id=q answer=\"exports\" kind=number}\nHow much?", "several numbers"),
      ("{id=q answer=\"exports 2025\" kind=odd}\nHow much?", "no kind 'odd'"),
      ("{id=q answer=\"exports 2025\" skip=later}\nHow much?", "always, never or after-N"),
      ("{id=q answer=\"exports 2025\" hints=2}\nHow much?\n- hint: a", "says hints=2 and has 1"),
      ("{id=q answer=\"exports 2025\" tolerance=much}\nHow much?", "tolerance"),
      ("{id=q answer=\"exports 2025\" point=3}\nHow much?", "no attribute 'point'"),
      ("{id=q answer=\"exports 2025\"}\nHow much?\n- if \"exports 2025\": No.", "the right answer"),
      ("{id=q answer=\"exports 2025\"}\nHow much?\n- if \"3,770.2 bn\": No.", "the right answer"),
      ("{id=q answer=\"exports 2025\"}\nHow much?\n- if \"exprots\": No.", "does not evaluate"),
      ("{id=q answer=\"exports 2025\"}\nHow much?\n- if \"imports 2025\":", "says nothing"),
      ("{id=q kind=text}\nWhy?", "no `- model:`"),
      ("{id=q answer=\"exports 2025\"}\nHow much?\n- hnit: x", "taken as text"),
    ]
  )
  func mistakes(quiz: String, remark: String) throws {
    let findings = try findings("```quiz \(quiz)\n```")
    #expect(findings.contains { $0.contains(remark) }, "\(findings)")
  }

  @Test("wants the data pinned, and gives the line that does it")
  func pinning() throws {
    let quiz = "```quiz {id=q answer=\"exports 2025\"}\nHow much?\n```\n"
    let check = LessonCheck(facts: Desk.facts, files: MemoryFiles())
    let result = try check.result("---\ntitle: T\n---\n" + quiz, file: "t.trade.md")
    let line = try #require(result.findings.first?.text.split(separator: "\n").last)
    #expect(result.hasErrors)
    let pinned = try check.result("---\ntitle: T\n\(line)\n---\n" + quiz, file: "t.trade.md")
    #expect(pinned.findings == [])
  }

  @Test("holds for the lesson to begin with")
  func template() throws {
    let text = LessonTemplate(on: Desk.facts).text(title: "My lesson")
    let check = LessonCheck(facts: Desk.facts, files: MemoryFiles())
    let result = try check.result(text, file: "new.trade.md")
    #expect(!result.hasErrors, "\(result.findings)")
    #expect(result.quizzes == 3)
  }

  @Test("holds for every lesson of the package", arguments: lessonFiles)
  func lessons(path: String) throws {
    let runner = Project.runner(of: path)
    let check = LessonCheck(facts: Desk.facts, files: runner.files)
    let result = try check.result(Project.text(of: path), file: path)
    let wrong = result.findings.filter { $0.severity != .advice }
    #expect(wrong == [], "\(path)")
  }

  static let lessonFiles = Project.files(below: "Sessions/Lessons", endingIn: ".trade.md")

  @Test("is part of a replay, which fails with a broken question")
  func replay() throws {
    let good =
      "```trade\n> let x = exports\n```\n\n```quiz {id=q answer=\"x 2025\"}\nHow much?\n```\n"
    let runner = SessionRunner(facts: Desk.facts)
    let report = try runner.replay(good)
    #expect(report.exitStatus == 0)
    #expect(report.summary.contains("1 quiz"))
    let broken = try runner.replay(good.replacing("x 2025", with: "y 2025"))
    #expect(broken.exitStatus == 1)
    #expect(broken.text(named: "f").plainLines.contains { $0.contains("does not evaluate") })
  }
}
