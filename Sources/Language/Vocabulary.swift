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
    if meanings[key]?.contains(term) == true { return }
    meanings[key, default: []].append(term)
    let pieces = Vocabulary.pieces(of: key)
    lengths[pieces[0], default: 0] = max(lengths[pieces[0]] ?? 0, pieces.count)
  }

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

  // A piece is a run of letters and digits; what joins two pieces does not count.
  private static func pieces(of key: String) -> [Substring] {
    let pieces = key.split { !$0.isWordCharacter }
    return pieces.isEmpty ? [key[...]] : pieces
  }
}

extension Dictionary where Key == String, Value == Int {
  fileprivate subscript(piece: Substring, default value: Int) -> Int {
    get { self[String(piece)] ?? value }
    set { self[String(piece)] = newValue }
  }

  fileprivate subscript(piece: Substring) -> Int? { self[String(piece)] }
}

extension Character {
  /// Letters of any script, digits and the underscore.
  var isWordCharacter: Bool {
    guard let byte = asciiValue else { return isLetter || isNumber }
    return isASCIILetter || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == 95
  }

  /// A letter of any script; asking Unicode takes long, and most letters are ASCII.
  var isWordLetter: Bool { asciiValue == nil ? isLetter : isASCIILetter }

  var isSpace: Bool {
    guard let byte = asciiValue else { return isWhitespace }
    return byte == 32 || (9...13).contains(byte)
  }

  private var isASCIILetter: Bool {
    guard let byte = asciiValue else { return false }
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
