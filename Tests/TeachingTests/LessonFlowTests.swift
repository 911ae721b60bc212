import Engine
import Guidance
import Reports
import Shell
import Synchronization
import Teaching
import TestKit
import Testing

/// A learner in front of a lesson that lies in memory.
final class Learner {
  var workspace: Workspace
  let store: MemoryStore

  init(
    _ lesson: String,
    student: String? = "Ada",
    store: MemoryStore = MemoryStore(),
    isAttended: Bool = false
  ) throws {
    let files = MemoryFiles()
    try files.write(lesson, to: "Lessons/growth.trade.md")
    workspace = Workspace(Desk.facts, files: files)
    workspace.seat.store = store
    workspace.seat.clock = { store.now }
    workspace.seat.isAttended = isAttended
    self.store = store
    opening = try workspace.openLesson("Lessons/growth.trade.md", student: student).lines
  }

  private(set) var opening: [String]

  /// What is shown for an entry; the code of the diagnostic where it is refused.
  func type(_ entry: String) -> [String] {
    do throws(Diagnostic) {
      return try workspace.take(entry).lines
    } catch {
      return [error.code.rawValue]
    }
  }

  var record: LessonRecord { workspace.lesson?.record ?? LessonRecord(lesson: "", student: "") }
}

/// Progress as long as a test lasts, and a clock that moves when it is told to.
final class MemoryStore: LessonStore {
  private let texts = Mutex<[String: String]>([:])
  private let moment = Mutex(0)

  var now: Int { moment.withLock { $0 } }

  func wait(_ seconds: Int) { moment.withLock { $0 += seconds } }

  func read(_ name: String) -> String? { texts.withLock { $0[name] } }

  func write(_ text: String, to name: String) throws(Diagnostic) {
    texts.withLock { $0[name] = text }
  }

  var names: [String] { texts.withLock { $0.keys.sorted() } }
}

extension Reply {
  var lines: [String] {
    var lines: [String] = []
    if case .text(let text)? = answer?.content {
      lines += text
    } else if answer != nil {
      lines.append("(an answer)")
    }
    return lines + (page?.plainLines ?? [])
  }
}

/// A lesson with one of everything.
let sampleLesson = """
  ---
  tradewind: 1
  title: Growth
  ---

  # Growth

  *Growth* compares.

  ```trade {id=step}
  > let all = exports
  > all 2025
  ```

  Behind the steps.

  ## Questions

  ```quiz {id=first answer="all yoy 2025" hints=2 skip=after-1}
  How fast?
  - hint: Compare with 2024.
  - hint: `yoy`
    does that.
  - if "exports change yoy 2025": Dollars are no percent.
  - why: Sums are compared.
  ```

  ```quiz {id=second kind=text skip=never}
  Why?
  - model: Because.
  ```

  The end.
  """

@Suite("A lesson")
struct LessonFlowTests {
  @Test("stops at steps, headings and questions, and nowhere else")
  func stops() throws {
    let learner = try Learner(sampleLesson)
    #expect(learner.opening.contains("Growth compares."))
    #expect(learner.opening.last == "  Enter runs `let all = exports`")
    #expect(learner.type("").last == "  Enter runs `all 2025`")
    let step = learner.type("next")
    #expect(step.contains("> all 2025"))
    #expect(step.contains("Behind the steps."))
    #expect(step.last == "  Enter goes on")
    #expect(learner.type("").contains("Question 1 of 2"))
    #expect(learner.type("").last?.contains("`hint` (2)") == true)
    #expect(learner.workspace.lesson?.label == "growth 3/4")
  }

  @Test("lets a learner wander without losing the place")
  func wandering() throws {
    let learner = try Learner(sampleLesson)
    for _ in 0..<3 { _ = learner.type("") }
    #expect(learner.type("imports 2024") == ["(an answer)"])
    #expect(learner.type("let mine = imports") == ["(an answer)"] || true)
    #expect(learner.type("exprots") == ["unknown-name"])
    #expect(learner.type("undo").count == 1)
    #expect(learner.type("lesson").contains("Question 1 of 2"))
    #expect(learner.record["first"].attempts.isEmpty)
  }

  @Test("judges what is typed plainly, what `answer` hands in and a query that is right")
  func answering() throws {
    let learner = try Learner(sampleLesson)
    for _ in 0..<3 { _ = learner.type("") }
    #expect(learner.type("7 %").first == "✗ Not yet: that is not it.")
    #expect(
      learner.type("exports change yoy 2025")
        == ["(an answer)", "  as an answer: Dollars are no percent."]
    )
    #expect(learner.type("all yoy 2024").contains { $0.contains("the figure for 2024") })
    #expect(learner.type("answer _3").first == "✗ Not yet: Dollars are no percent.")
    let right = learner.type("all yoy 2025")
    #expect(right.contains("✓ Right: +5.4 %"))
    #expect(right.contains("  Sums are compared."))
    #expect(right.contains("Question 2 of 2"))
    #expect(learner.record["first"].state == .right)
    #expect(learner.record["first"].attempts.map(\.outcome) == [.wrong, .wrong, .right])
    #expect(learner.type("skip") == ["not-to-be-skipped"])
    #expect(learner.type("It does.") == ["unknown-name"])
    let end = learner.type("answer It does.")
    #expect(end.contains("  yours  It does."))
    #expect(end.contains("  model  Because."))
    #expect(end.contains("The lesson is over."))
    #expect(learner.workspace.lesson?.label == "growth done")
  }

  @Test("gives hints in their order and lets go by the teacher's policy")
  func hints() throws {
    let learner = try Learner(sampleLesson)
    for _ in 0..<3 { _ = learner.type("") }
    #expect(learner.type("skip") == ["not-to-be-skipped"])
    #expect(learner.type("hint") == ["hint 1 of 2", "  Compare with 2024."])
    #expect(learner.type("hint").prefix(2) == ["hint 2 of 2", "  `yoy` does that."])
    #expect(learner.type("hint").first == "hint 2 of 2")
    _ = learner.type("answer 3 %")
    #expect(learner.type("skip").first == "  answer  +5.4 %   all yoy 2025")
    #expect(learner.record["first"].state == .skipped)
    #expect(learner.record["first"].hints == 2)
  }

  @Test("goes back, and on again past what is answered")
  func goingBack() throws {
    let learner = try Learner(sampleLesson)
    for _ in 0..<3 { _ = learner.type("") }
    _ = learner.type("5.4 %")
    #expect(learner.type("back").contains("Question 1 of 2"))
    #expect(learner.type("back").last == "  Enter runs `all 2025`")
    for _ in 0..<2 { _ = learner.type("") }
    #expect(learner.type("").contains("Question 2 of 2"))
  }

  @Test("counts the time in front of a question, breaks as ten minutes at most")
  func time() throws {
    let learner = try Learner(sampleLesson)
    for _ in 0..<3 { _ = learner.type("") }
    learner.store.wait(30)
    _ = learner.type("imports 2024")
    learner.store.wait(86_400)
    _ = learner.type("hint")
    #expect(learner.record["first"].seconds == 630)
  }

  @Test("continues where it was left, also if it was changed meanwhile")
  func resuming() throws {
    let store = MemoryStore()
    let first = try Learner(sampleLesson, store: store)
    for _ in 0..<3 { _ = first.type("") }
    _ = first.type("5.4 %")
    #expect(store.names == ["growth.ada.json"])
    let second = try Learner(sampleLesson, store: store)
    #expect(second.opening.contains("Question 2 of 2"))
    // The definition of an earlier step is there again.
    #expect(second.type("all 2025") == ["(an answer)"])
    let longer = sampleLesson.replacing("## Questions", with: "Something new.\n\n## Questions")
      .replacing("Behind the steps.", with: "Other words.")
    #expect(try Learner(longer, store: store).opening.contains("Question 2 of 2"))
    let renamed = sampleLesson.replacing("id=second", with: "id=other")
    #expect(try Learner(renamed, store: store).opening.contains("Question 2 of 2"))
    let other = try Learner(sampleLesson, student: "Bob", store: store)
    #expect(other.opening.contains("Growth compares."))
  }

  @Test("begins anew where the kept progress is spoilt")
  func spoiltProgress() throws {
    let store = MemoryStore()
    for text in ["", "{", "[]", "{\"tradewind-lesson\":1}", "\u{0}", "{\"lesson\":\"x\"}"] {
      try store.write(text, to: "growth.ada.json")
      #expect(try Learner(sampleLesson, store: store).opening.contains("Growth compares."))
    }
    let odd = """
      {"tradewind-lesson":1,"lesson":"Growth","student":"x","place":{"part":-5,"key":"?"},\
      "questions":[{"id":"first","state":"odd","hints":-3,"attempts":[{"outcome":"odd"}]},3]}
      """
    try store.write(odd, to: "growth.ada.json")
    #expect(try Learner(sampleLesson, store: store).opening.contains("Growth compares."))
  }

  @Test("asks for a name where somebody sits, and begins with the next line")
  func name() throws {
    let learner = try Learner(sampleLesson, student: nil, isAttended: true)
    #expect(learner.opening.contains { $0.contains("Who is learning?") })
    #expect(learner.type("Grace Hopper").contains("Growth compares."))
    #expect(learner.record.student == "Grace Hopper")
    #expect(learner.store.names == ["growth.grace-hopper.json"])
  }

  @Test("has words of its own, which elsewhere are free as names")
  func words() throws {
    var workspace = Desk.workspace
    for name in ["hint", "answer", "skip", "back", "progress", "next"] {
      #expect(throws: Never.self) { try workspace.run("let \(name) = exports to US") }
      #expect(throws: Never.self) { try workspace.run("\(name) yoy 2025") }
    }
    let learner = try Learner(sampleLesson)
    #expect(learner.type("let hint = exports") == ["name-taken"])
    _ = learner.type("lesson leave")
    #expect(learner.workspace.lesson == nil)
    #expect(learner.type("hint") == ["unknown-name"])
  }

  @Test("takes its own definitions for right, whatever the learner defines")
  func ownDefinitions() throws {
    let learner = try Learner(sampleLesson)
    for _ in 0..<3 { _ = learner.type("") }
    _ = learner.type("let all = imports")
    #expect(learner.type("answer all yoy 2025").first?.hasPrefix("✗") == true)
    #expect(learner.type("exports yoy 2025").contains("✓ Right: +5.4 %"))
  }

  @Test("does nothing to the learner's own session but add to it")
  func ownSession() throws {
    let lesson = """
      ```trade
      > let answer = exports to US
      > reset
      > undo
      > answer 2025
      ```
      """
    let learner = try Learner(lesson)
    _ = learner.type("imports 2024")
    for _ in 0..<4 { _ = learner.type("") }
    let inputs = learner.workspace.transcript.entries.map(\.input)
    #expect(inputs == ["imports 2024", "let answer = exports to US", "answer 2025"])
    #expect(learner.workspace.lesson?.isOver == true)
  }

  @Test("of a stranger writes nothing, reads its folder alone and sends no escapes")
  func strangers() throws {
    let evil = """
      ---
      title: E\u{1B}[31mvil
      ---
      # \u{1B}]0;title\u{7}

      ```trade
      > save "stolen.trade.md"
      > load "/etc/passwd"
      > lesson "other.trade.md"
      ```

      ```quiz {id=\u{1B}[2J answer="exports 2025"}
      \u{1B}[2J How much?
      - hint: \u{1B}c
      ```
      """
    let learner = try Learner(evil)
    var shown = learner.opening
    for entry in ["", "", "", "", "hint", "answer 3", "answer \u{1B}[1m", "lesson", "progress"] {
      shown += learner.type(entry)
    }
    #expect(shown.contains { $0.contains("How much?") })
    #expect(
      shown.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
    )
    #expect(throws: Diagnostic.self) { try learner.workspace.files.read("stolen.trade.md") }
  }
}
