import Reports
import Teaching

/// What is shown between two entries of a learner, part after part.
struct LessonPage {
  var text = StyledText()
  let width: Int

  /// True until something is on the page: only then a chapter may begin on it.
  var isChapterStart = true

  init(width: Int) { self.width = max(20, width) }

  var isEmpty: Bool { text.lines.isEmpty }

  mutating func space() {
    if let last = text.lines.last, last.width > 0 { text.append("") }
  }

  mutating func add(prose: String) {
    space()
    text.append(LessonProse(prose, width: width).text)
  }

  mutating func add(input: String, output: [String]) {
    space()
    for (i, line) in input.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      text.append((i == 0 ? "> " : ". ") + line, as: .heading)
    }
    for line in output { text.append("  " + line) }
  }

  /// A remark about the way, in faint letters.
  mutating func add(remark: String) {
    for line in ProseLine(remark).lines(width: width - 2, base: .dim) {
      var indented = StyledText.Line("  ")
      indented.append(line)
      text.append(indented)
    }
  }

  mutating func add(_ verdict: Judgement) { text.append(verdict.text(width: min(width, 88))) }

  mutating func add(hint: String, _ number: Int, of count: Int) {
    let lines = ProseLine(hint).lines(width: min(width, 88) - 2)
    text.append("hint \(number) of \(count)", as: .label)
    for line in lines {
      var indented = StyledText.Line("  ")
      indented.append(line)
      text.append(indented)
    }
  }
}
