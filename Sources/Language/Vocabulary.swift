/// Every word that a query may use, with its meanings: the only thing the language is told about
/// its world.
package struct Vocabulary: Sendable {
  private var meanings: [String: [Term]] = [:]
  /// For the first piece of spellings of several the number of pieces of the longest that begins so.
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
    guard let (first, count) = Vocabulary.pieces(of: key) else { return }
    Vocabulary.raise(&lengths[first, default: 0], to: count)
  }

  /// Makes room for some spellings at once: growing step by step means to move them all each time.
  package mutating func reserveCapacity(_ count: Int) { meanings.reserveCapacity(count) }

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
  func longest(startingWith piece: String) -> Int {
    lengths[piece] ?? (meanings[piece] == nil ? 0 : 1)
  }

  /// All spellings with a meaning that passes, in a stable order.
  package func spellings(where matches: (Term) -> Bool) -> [String] {
    meanings.filter { $0.value.contains(where: matches) }.keys.sorted()
  }

  /// The canonical names of one kind of thing, in a stable order.
  package func names(where matches: (Term) -> Bool) -> [String] {
    Set(meanings.values.joined().filter(matches).map(\.name)).sorted()
  }

  /// The first piece of a spelling and how many it has, runs of letters and digits; nil where it is
  /// one.
  ///
  /// Every start adds some thousand words, and asking Unicode for the class of a character takes long:
  /// Latin and Chinese words are told by their numbers.
  private static func pieces(of key: String) -> (first: String, count: Int)? {
    var count = 0
    var isInside = false
    for scalar in key.unicodeScalars {
      guard let isWord = isPlainWord(scalar) else { return piecesByCharacter(of: key) }
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    guard count > 1 else { return nil }
    let start = key.unicodeScalars.drop { isPlainWord($0) != true }
    return (String(Substring(start.prefix { isPlainWord($0) == true })), count)
  }

  private static func piecesByCharacter(of key: String) -> (first: String, count: Int)? {
    let pieces = key.split { !$0.isWordCharacter }
    return pieces.count > 1 ? (String(pieces[0]), pieces.count) : nil
  }

  /// Whether an ASCII character belongs to a word, as do the unified ideographs; nil for all others.
  private static func isPlainWord(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5a, 0x5f, 0x61...0x7a, 0x4e00...0x9fff: true
    case ..<0x80: false
    default: nil
    }
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
