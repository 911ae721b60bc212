import Guidance
import Periods
import Teaching

/// A lesson as it is gone through: prose, steps and questions in the order of the file.
package struct LessonPlan: Sendable {
  package var title: String
  /// A short name, from that of the file.
  package var name: String
  package var document: SessionDocument
  package var parts: [Part]

  package enum Part: Sendable {
    /// Text up to the next heading, transcript or question.
    case prose(String)
    case step(Step)
    case quiz(QuizBlock)
  }

  /// One input of a transcript.
  package struct Step: Sendable {
    package var input: String
    package var asOf: Day?
    /// True for what is run and not shown.
    package var isHidden: Bool
    package var lineNumber: Int
  }

  /// Reads a lesson; the text has the student's own values in it.
  package init(reading text: String, file: String) throws(Diagnostic) {
    document = try SessionRunner.document(reading: text)
    name = LessonPlan.name(of: file)
    parts = []
    for block in document.blocks {
      switch block {
      case .prose(let prose): parts += LessonPlan.chapters(of: prose).map(Part.prose)
      case .quiz(let quiz): parts.append(.quiz(quiz))
      case .trade(let trade):
        guard !trade.attributes.isSkipped else { continue }
        parts += trade.entries.map { entry in
          .step(
            Step(
              input: entry.input,
              asOf: trade.attributes.asOf,
              isHidden: trade.attributes.isHidden,
              lineNumber: entry.lineNumber
            )
          )
        }
      }
    }
    title = document.frontMatter?.title ?? name
    guard parts.contains(where: { $0.isStop }) else {
      throw Diagnostic("not-a-lesson", "'\(file)' holds neither a question nor a step")
    }
  }

  /// The name of a file without its folder and endings: `growth` of `Lessons/2-growth.trade.md`.
  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return String(last.prefix { $0 != "." })
  }

  package var quizzes: [QuizBlock] {
    parts.compactMap { if case .quiz(let quiz) = $0 { quiz } else { nil } }
  }

  /// Prose in pieces, each of which begins with a heading of the first two levels.
  private static func chapters(of prose: String) -> [String] {
    var chapters: [[Substring]] = [[]]
    var fence: Fence?
    for line in prose.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let bytes = Array(line.utf8)[...]
      if let open = fence {
        if open.isClosed(by: bytes) { fence = nil }
      } else {
        fence = Fence(bytes)
        let isHeading = line.hasPrefix("# ") || line.hasPrefix("## ")
        if isHeading { chapters.append([]) }
      }
      chapters[chapters.count - 1].append(line)
    }
    return chapters.map { $0.joined(separator: "\n").withoutComments }
      .filter { $0.contains { !$0.isWhitespace } }
  }
}

extension LessonPlan.Part {
  /// True where the learner does something: runs a step or answers.
  package var isStop: Bool {
    switch self {
    case .prose: false
    case .step(let step): !step.isHidden
    case .quiz: true
    }
  }

  var isChapter: Bool {
    if case .prose(let prose) = self { prose.hasPrefix("#") } else { false }
  }

  /// By what a part is known again in a lesson that was changed meanwhile.
  var key: String {
    switch self {
    case .prose(let prose): "prose " + prose.prefix { !$0.isNewline }.prefix(80)
    case .step(let step): "step " + step.input.prefix(200)
    case .quiz(let quiz): "quiz " + quiz.key
    }
  }
}

extension QuizBlock {
  /// The id or, for want of one, the line.
  package var key: String { id ?? "line-\(lineNumber)" }
}

extension String {
  /// The text without what stands between `<!--` and `-->`.
  fileprivate var withoutComments: String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstRange(of: "<!--") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "-->") else { return result }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
