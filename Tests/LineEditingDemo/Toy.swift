import LineEditing

/// A language of a few words, to try the editor with.
enum Toy {
  static let words: [(word: String, meaning: String)] = [
    ("balance", "exports minus imports"),
    ("deficit", "imports minus exports"),
    ("exports", "goods sold abroad"),
    ("imports", "goods bought abroad"),
    ("surplus", "exports minus imports, where positive"),
    ("surprise", "the latest month against its forecast"),
    ("中国", "China"),
    ("中非", "the Central African Republic"),
  ]

  static func hooks() -> Hooks {
    var hooks = Hooks()
    hooks.highlight = highlight
    hooks.complete = complete
    hooks.isComplete = { text in
      text.count { $0 == "(" } <= text.count { $0 == ")" }
    }
    hooks.ghost = { $0 == "exports by" ? " partner" : nil }
    hooks.rightPrompt = { text in
      text.hasPrefix("exports") ? StyledText("series · USD", .dim) : nil
    }
    hooks.help = { text, _ in
      text.hasSuffix("'") ? nil : words.map { StyledText("\($0.word): \($0.meaning)") }
    }
    return hooks
  }

  private static func highlight(_ text: String) -> [StyledRun] {
    if text == "crash" { fatalError("the highlighter was asked to crash") }
    var runs: [StyledRun] = []
    for (range, word) in pieces(of: text) {
      if words.contains(where: { $0.word == word }) { runs.append(StyledRun(range, "34")) }
      if word.hasPrefix("'") { runs.append(StyledRun(range, "32", isQuoted: true)) }
    }
    return runs
  }

  private static func complete(_ text: String, _ cursor: Int) -> Completions {
    let piece = pieces(of: text).last { $0.range.contains(cursor - 1) }
    let range = (piece?.range.lowerBound ?? cursor)..<cursor
    let typed = String(decoding: Array(text.utf8)[range], as: UTF8.self)
    let candidates = words.filter { $0.word.hasPrefix(typed) }
      .map { Candidate($0.word, description: $0.meaning) }
    return Completions(replacing: range, candidates)
  }

  /// Words and their UTF-8 ranges; spaces and parentheses separate them outside of quotes.
  private static func pieces(of text: String) -> [(range: Range<Int>, word: String)] {
    var pieces: [(Range<Int>, String)] = []
    var word = ""
    var end = 0
    var isQuoted = false
    for character in text + " " {
      if character == "'" { isQuoted.toggle() }
      if !isQuoted, " ()\n".contains(character) {
        if !word.isEmpty { pieces.append(((end - word.utf8.count)..<end, word)) }
        word = ""
      } else {
        word.append(character)
      }
      end += character.utf8.count
    }
    return pieces
  }
}
