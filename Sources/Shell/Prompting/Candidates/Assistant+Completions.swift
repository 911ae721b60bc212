import Engine
import Guidance
import Language

extension Assistant {
  /// What may stand at the cursor, best first.
  ///
  /// The candidates come from what the grammar would accept there, and each has been tried: the
  /// entry up to the cursor can be read with it, and its types fit where they can be told.
  package func completions(in text: String, at cursor: Int) -> Completion {
    guard let place = CompletionPlace(text, cursor) else {
      return Completion(replacing: cursor..<cursor)
    }
    if let files = fileNames(place) { return files }
    for start in place.starts(vocabulary) {
      let search = CandidateSearch(place, from: start, self)
      guard let search else { continue }
      let candidates = search.candidates()
      guard !candidates.isEmpty else { continue }
      return Completion(replacing: start..<place.end(vocabulary), candidates)
    }
    return Completion(replacing: cursor..<cursor)
  }

  /// What would follow the text where the history does not say it; conservative, because it shows
  /// without having been asked for.
  package func continuation(of text: String) -> String? {
    guard !text.isEmpty, text.utf8.count <= CandidateSearch.longestText,
      let place = CompletionPlace(text, text.utf8.count)
    else { return nil }
    for start in place.starts(vocabulary) {
      guard let search = CandidateSearch(place, from: start, self) else { continue }
      if let rest = search.continuation() { return rest }
    }
    return nil
  }
}

extension Assistant {
  /// Whether an entry of the history could be entered now.
  package func isAcceptable(_ entry: String) -> Bool {
    entry.utf8.count > CandidateSearch.longestText
      || TextAnalysis(entry, vocabulary, bench).diagnostic == nil
  }
}

/// The text up to the cursor, with its words.
struct CompletionPlace {
  let before: String
  private let text: String

  /// Nil where the offset is not between two characters.
  init?(_ text: String, _ cursor: Int) {
    guard (0...text.utf8.count).contains(cursor) else { return nil }
    let index = text.utf8.index(text.startIndex, offsetBy: cursor)
    guard index.samePosition(in: text.unicodeScalars) != nil else { return nil }
    before = String(text[..<index])
    self.text = text
  }

  var cursor: Int { before.utf8.count }

  /// Whether a text stands right behind the cursor.
  func isFollowed(by mark: String) -> Bool { text.utf8.dropFirst(cursor).starts(with: mark.utf8) }

  /// Where the word may begin that the cursor stands in or behind: the last word, or earlier ones
  /// together with it, because names have several words.
  func starts(_ vocabulary: Vocabulary) -> [Int] {
    let all = tokens(in: before, vocabulary).dropLast()
    var starts: [Int] = []
    guard let last = all.last else { return before.contains("#") ? [] : [cursor] }
    guard !isInComment(behind: last) else { return [] }
    if let start = startOfMonth { return [start] }
    if last.span.end < cursor || !last.isPartOfName { starts.append(cursor) }
    for token in all.suffix(4).reversed() {
      guard token.isPartOfName else { break }
      starts.append(token.span.start)
    }
    return starts
  }

  /// Where `2025-1` begins, which is no month yet.
  private var startOfMonth: Int? {
    let digits = before.utf8.reversed().prefix { (0x30...0x39).contains($0) || $0 == 0x2D }
      .reversed()
    guard (5...6).contains(digits.count), Array(digits).firstIndex(of: 0x2D) == 4 else {
      return nil
    }
    return cursor - digits.count
  }

  private func isInComment(behind last: Token) -> Bool {
    before.text(SourceSpan(last.span.end, cursor)).contains("#")
  }

  /// The end of the word in which the cursor stands.
  func end(_ vocabulary: Vocabulary) -> Int {
    let rest = text.utf8.dropFirst(cursor)
    guard let last = before.last, last.isLetter || last.isNumber else { return cursor }
    let word = String(decoding: rest, as: UTF8.self).prefix { $0.isLetter || $0.isNumber }
    return cursor + word.utf8.count
  }

  /// What is typed from an offset to the cursor.
  func typed(from start: Int) -> String { before.text(SourceSpan(start, cursor)) }

  func prefix(to start: Int) -> String { before.text(SourceSpan(0, start)) }
}

extension Token {
  /// True for what a candidate may replace.
  fileprivate var isPartOfName: Bool {
    switch kind {
    case .word, .period, .quantity, .span: true
    case .invalid(let diagnostic):
      diagnostic.code == "unclosed-quote" || text.first?.isNumber == true
    default: false
    }
  }
}
