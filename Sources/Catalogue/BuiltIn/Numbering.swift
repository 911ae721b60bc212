/// Codes for words in the order in which these first appear.
struct Numbering<Word: Hashable> {
  private(set) var words: [Word] = []
  private var codes: [Word: Int] = [:]
  /// The word of the last question: tables have the same word in many rows on end.
  private var latest: (word: Word, code: Int)?

  /// Makes room for a number of words that is expected.
  init(capacity: Int = 0) {
    words.reserveCapacity(capacity)
    codes.reserveCapacity(capacity)
  }

  mutating func code(of word: Word) -> Int {
    if let latest, latest.word == word { return latest.code }
    let code = codes[word] ?? words.count
    if code == words.count {
      codes[word] = code
      words.append(word)
    }
    latest = (word, code)
    return code
  }
}

extension Numbering where Word: Comparable {
  /// The words in ascending order, and for each code the rank of its word among them.
  var sorted: (words: [Word], ranks: [Int]) {
    let order = words.indices.sorted { words[$0] < words[$1] }
    var ranks = Array(repeating: 0, count: words.count)
    for (rank, code) in order.enumerated() { ranks[code] = rank }
    return (order.map { words[$0] }, ranks)
  }
}
