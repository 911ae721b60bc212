import Engine
import Guidance
import Reports
import Shell
import Teaching
import TestKit
import Testing

/// A wrong answer to a question, and what is said to it.
struct ReplyCase: CustomTestStringConvertible {
  var right: String
  var typed: String
  var misconception: String
  var reply: [String]

  var testDescription: String { "\(right) ← \(typed)" }

  /// The cases of a file, in its order.
  static func cases(in text: String) -> [ReplyCase] {
    var cases: [ReplyCase] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let rest = String(line.dropFirst(2))
      switch line.prefix(2) {
      case "? ": cases.append(ReplyCase(right: rest, typed: "", misconception: "", reply: []))
      case "> ": cases[cases.count - 1].typed = rest
      case "= ": cases[cases.count - 1].misconception = rest
      case "  ": cases[cases.count - 1].reply.append(rest)
      default: continue
      }
    }
    return cases
  }

  static let path = "Tests/TeachingTests/Replies.txt"
}

@Suite("What is said to a wrong answer")
struct ReplyTests {
  static let text = (try? Project.text(of: ReplyCase.path)) ?? ""

  @Test("names the misconception and shows both computations")
  func replies() throws {
    var recorded =
      ReplyTests.text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("#") }.joined(separator: "\n") + "\n"
    let cases = ReplyCase.cases(in: ReplyTests.text)
    #expect(cases.count >= 40)
    for wrong in cases {
      let judgement = try Exam.judgement(on: wrong.typed, to: wrong.right)
      let reply = judgement.text(width: 80).plainLines
      recorded += "\n? \(wrong.right)\n> \(wrong.typed)\n= \(wrong.misconception)\n"
      for line in reply { recorded += "  \(line)\n" }
      #expect(judgement.outcome == .wrong, "\(wrong.right) ← \(wrong.typed)")
      let name = judgement.diagnosis?.name ?? "none"
      #expect(name == wrong.misconception, "\(wrong.right) ← \(wrong.typed)")
      if !Project.isRecording { #expect(reply == wrong.reply, "\(wrong.right) ← \(wrong.typed)") }
    }
    if Project.isRecording { try Project.write(recorded, to: ReplyCase.path) }
  }

  @Test("has a case for every misconception that the data can show")
  func coverage() {
    let shown = Set(ReplyCase.cases(in: ReplyTests.text).map(\.misconception))
    let missing = misconceptions.map { $0.page.name }.filter { !shown.contains($0) }
    // There is no price index in the built-in data to take the prices out with.
    #expect(missing == ["nominal-for-real"])
  }

  @Test("never comes to a right answer", arguments: misconceptions.map { $0.page.right })
  func rightAnswers(right: String) throws {
    guard let judgement = try? Exam.judgement(on: right, to: right) else {
      #expect(right.contains("real"), "\(right)")
      return
    }
    #expect(judgement.outcome == .right)
    #expect(judgement.diagnosis == nil)
  }

  @Test("fits the example on the page of the misconception")
  func examples() throws {
    for misconception in misconceptions {
      let page = misconception.page
      guard let judgement = try? Exam.judgement(on: page.wrong, to: page.right) else {
        #expect(page.right.contains("real"), "\(page.name)")
        continue
      }
      #expect(judgement.diagnosis?.name == page.name, "\(page.right) ← \(page.wrong)")
    }
  }
}

/// A question asked by itself.
enum Exam {
  static func question(_ answer: String, attributes: String = "") throws -> Question {
    let text = "```quiz {id=q \(attributes)}\nHow much?\n- answer: \(answer)\n```\n"
    let document = try SessionDocument(reading: text)
    guard case .quiz(let quiz)? = document.blocks.first else { throw NoQuiz() }
    return try quiz.question(on: Desk.workspace.bench)
  }

  static func judgement(
    on typed: String,
    to answer: String,
    attributes: String = ""
  ) throws -> Judgement {
    let question = try question(answer, attributes: attributes)
    return try Judge(question).verdict(on: typed, learner: Desk.workspace.bench)
  }

  struct NoQuiz: Error {}
}
