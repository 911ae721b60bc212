/// Every word that a query may use, with its meanings: the only thing the language is told about
/// its world.
package struct Vocabulary: Sendable {
  private var meanings: [String: [Term]] = [:]
  /// For the first piece of every spelling the number of pieces of the longest that begins so.
  private var lengths: [String: Int] = [:]

  /// The preposition behind which a measure names its partner, by the name of the measure.
  package var prepositions: [String: String] = [:]

  package init() {}

  /// Adds a meaning to a spelling.
  ///
  /// Spellings ignore case; several words are joined by one space.
  package mutating func add(_ spelling: String, _ term: Term) {
    let key = spelling.lowercased()
    guard Vocabulary.insert(term, into: &meanings[key, default: []]) else { return }
    let (first, count) = Vocabulary.pieces(of: key)
    Vocabulary.raise(&lengths[first, default: 0], to: count)
  }

  private static func insert(_ term: Term, into terms: inout [Term]) -> Bool {
    guard !terms.contains(term) else { return false }
    terms.append(term)
    return true
  }

  private static func raise(_ length: inout Int, to count: Int) { length = max(length, count) }

  /// Takes every meaning of one kind away, such as the variables of a session.
  package mutating func removeAll(where matches: (Term) -> Bool) {
    for (key, terms) in meanings where terms.contains(where: matches) {
      let kept = terms.filter { !matches($0) }
      meanings[key] = kept.isEmpty ? nil : kept
    }
  }

  package func terms(for spelling: some StringProtocol) -> [Term] {
    meanings[spelling.lowercased()] ?? []
  }

  /// How many pieces the longest spelling has that begins with this piece; 0 where none does.
  func longest(startingWith piece: String) -> Int { lengths[piece] ?? 0 }

  /// All spellings with a meaning that passes, in a stable order.
  package func spellings(where matches: (Term) -> Bool) -> [String] {
    meanings.filter { $0.value.contains(where: matches) }.keys.sorted()
  }

  /// The canonical names of one kind of thing, in a stable order.
  package func names(where matches: (Term) -> Bool) -> [String] {
    Set(meanings.values.joined().filter(matches).map(\.name)).sorted()
  }

  /// The first piece of a spelling, and how many it has: runs of letters and digits.
  private static func pieces(of key: String) -> (first: String, count: Int) {
    if key.utf8.allSatisfy(isPlainWordCharacter), !key.isEmpty { return (key, 1) }
    let pieces = key.split { !$0.isWordCharacter }
    return pieces.isEmpty ? (key, 1) : (String(pieces[0]), pieces.count)
  }

  /// A lower-case letter, a digit or an underscore.
  ///
  /// Most words hold nothing else, and looking at bytes is quick: every start adds some thousand words.
  private static func isPlainWordCharacter(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte == 95
  }
}

extension Character {
  /// The byte of an ASCII character; quicker than `asciiValue`.
  var asciiByte: UInt8? {
    guard utf8.count == 1 else { return nil }
    return utf8.first
  }

  /// Letters of any script, digits and the underscore.
  var isWordCharacter: Bool {
    guard let byte = asciiByte else { return isLetter || isNumber }
    return isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == 95
  }

  /// A letter of any script; asking Unicode takes long, and most letters are ASCII.
  var isWordLetter: Bool { asciiByte == nil ? isLetter : isASCIILetter }

  var isSpace: Bool {
    guard let byte = asciiByte else { return isWhitespace }
    return byte == 32 || (9...13).contains(byte)
  }

  private var isASCIILetter: Bool {
    guard let byte = asciiByte else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
