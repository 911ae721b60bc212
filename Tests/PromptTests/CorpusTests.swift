import Glibc
import Guidance
import Language
import Shell
import Testing

/// The lines of the corpus of queries beside the working copy.
enum Corpus {
  static let lines: [String] = {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let text = try? DiskFiles().read("/\(folder)/../shared/corpus/queries.txt") else {
      return []
    }
    return text.split(separator: "\n").filter { !$0.hasPrefix("##") }
      .map { String($0.hasPrefix("! ") ? $0.dropFirst(2) : $0) }
  }()
}

@Suite("Every beginning of every line of the corpus")
struct CorpusTests {
  private let assistant = Assistant(.sample)
  private let vocabulary = Workspace.sample.vocabulary

  private func beginnings(_ line: String) -> [String] {
    line.indices.map { String(line[..<$0]) } + [line]
  }

  @Test(.enabled(if: !Corpus.lines.isEmpty, "the corpus lies beside the working copy"))
  func `has roles inside the text, and the questions of the editor are answered`() {
    for line in Corpus.lines {
      for text in beginnings(line) {
        let length = text.utf8.count
        for run in assistant.roles(of: text) {
          #expect(run.range.lowerBound >= 0 && run.range.upperBound <= length && !run.range.isEmpty)
        }
        _ = assistant.typeOfLine(text)
        if let rest = assistant.continuation(of: text) { #expect(!rest.isEmpty) }
      }
    }
  }

  @Test(.enabled(if: !Corpus.lines.isEmpty, "the corpus lies beside the working copy"))
  func `goes on with each completion at least as far as it got`() {
    var offered: Set<String> = []
    for text in Set(Corpus.lines.flatMap(beginnings)).sorted() {
      let found = assistant.completions(in: text, at: text.utf8.count)
      #expect(found.range.upperBound == text.utf8.count)
      let head = text.text(0..<found.range.lowerBound)
      // Twelve of a kind tell as much as two hundred.
      for candidate in found.candidates.prefix(12) {
        guard offered.insert(head + candidate.text).inserted else { continue }
        let new = head + candidate.text
        let progress = progress(of: new, vocabulary)
        let reached = progress.tokens[progress.furthest].span
        let isRead = progress.diagnostic == nil || progress.isUnfinished
        #expect(isRead || reached.start >= head.utf8.count, "\(new)")
      }
    }
  }

  @Test(.enabled(if: !Corpus.lines.isEmpty, "the corpus lies beside the working copy"))
  func `and lines with letters changed at random never stop the prompt`() {
    let signs = Array("abyt 0259\"“#?()-+,.=><%_'\n\u{301}中🚢")
    var state: UInt64 = 7
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for line in Corpus.lines {
      for _ in 0..<8 {
        var characters = Array(line)
        for _ in 0...random(4) {
          characters[random(characters.count)] = signs[random(signs.count)]
        }
        let text = String(characters)
        for run in assistant.roles(of: text) {
          #expect(run.range.upperBound <= text.utf8.count)
        }
        let cursor = random(text.utf8.count + 1)
        let found = assistant.completions(in: text, at: cursor)
        #expect(found.range.lowerBound <= cursor && found.range.upperBound <= text.utf8.count)
        _ = assistant.slotHelp(text, at: cursor)
        _ = assistant.continuation(of: text)
        _ = assistant.typeOfLine(text)
      }
    }
  }
}
