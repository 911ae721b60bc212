import Engine
import Guidance
import Language

extension Assistant {
  /// The roles of the parts of a text, from left to right, and then of what is wrong in it.
  ///
  /// A last word that may still become a known one has no role yet, so that a line does not turn
  /// red at every letter.
  package func roles(of text: String) -> [RoleRun] {
    guard Habits.translation(of: text) == nil else {
      return [RoleRun(0..<text.utf8.count, .statement)]
    }
    let analysis = analysis(of: text)
    var reader = RoleReader(text, analysis.progress.tokens)
    let unfinished = unfinishedWord(in: text, analysis.progress.tokens)
    var runs = reader.runs(unfinishedFrom: unfinished ?? .max)
    guard let span = analysis.diagnostic?.span, !span.isEmpty, span.end <= text.utf8.count else {
      return runs
    }
    let range = span.start..<span.end
    let isCovered = runs.contains { $0.role == .unknown && $0.range == range }
    guard !isCovered, unfinished.map({ $0 > span.start || span.end < text.utf8.count }) ?? true
    else { return runs }
    runs.append(RoleRun(range, .error))
    return runs
  }

  /// Where the last words begin that are no name yet but the beginning of one.
  private func unfinishedWord(in text: String, _ tokens: [Token]) -> Int? {
    let all = tokens.dropLast()
    guard let last = all.last, last.span.end == text.utf8.count, last.isUnknown else { return nil }
    var start: Int?
    for token in all.suffix(4).reversed() {
      guard token.isUnknown else { break }
      let typed = text.text(SourceSpan(token.span.start, last.span.end))
      if isBeginningOfName(typed.lowercased()) { start = token.span.start }
    }
    return start
  }

  private func isBeginningOfName(_ typed: String) -> Bool {
    words.hasSpelling(beginningWith: typed)
      || workspace.bench.definitions.keys.contains { $0.lowercased().hasPrefix(typed) }
  }
}

extension Token {
  /// True for a word without any meaning.
  fileprivate var isUnknown: Bool {
    if case .word(nil, let terms) = kind { terms.isEmpty } else { false }
  }
}
