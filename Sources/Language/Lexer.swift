import Guidance
import Periods

/// Splits an entry into tokens; the last is always ``Token/Kind/end``.
///
/// The lexer never fails: what is no token becomes ``Token/Kind/invalid(_:)``, so that a prompt can
/// colour a line that is still wrong. The longest spelling of the vocabulary wins.
package func tokens(in source: String, _ vocabulary: Vocabulary) -> [Token] {
  var lexer = Lexer(source, vocabulary)
  return lexer.run()
}

struct Lexer {
  let characters: [Character]
  /// The UTF-8 offset of every character, and of the end.
  let offsets: [Int]
  private let bytes: [UInt8]
  let vocabulary: Vocabulary
  var at = 0

  /// Entries longer than this are refused unread: nobody types them.
  static let longestEntry = 65_536

  init(_ source: String, _ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    guard source.utf8.count <= Lexer.longestEntry else {
      characters = []
      offsets = [0]
      bytes = []
      tooLong = source.utf8.count
      return
    }
    var characters: [Character] = []
    var offsets: [Int] = []
    characters.reserveCapacity(source.utf8.count)
    offsets.reserveCapacity(source.utf8.count + 1)
    var offset = 0
    for character in source {
      characters.append(character)
      offsets.append(offset)
      offset += character.utf8.count
    }
    offsets.append(offset)
    self.characters = characters
    self.offsets = offsets
    bytes = Array(source.utf8)
  }

  private var tooLong: Int?

  mutating func run() -> [Token] {
    if let tooLong {
      let diagnostic = Diagnostic(
        "line-too-long",
        "this entry has \(tooLong) bytes; \(Lexer.longestEntry) are read at most"
      )
      return [
        Token(kind: .invalid(diagnostic), text: "", span: SourceSpan(0, 0)),
        Token(kind: .end, text: "", span: SourceSpan(0, 0)),
      ]
    }
    var tokens: [Token] = []
    while let token = next() { tokens.append(token) }
    let end = offsets[characters.count]
    tokens.append(Token(kind: .end, text: "", span: SourceSpan(end, end)))
    return tokens
  }

  private mutating func next() -> Token? {
    while let character = peek(), character.isSpace || character == "#" || isClosingSemicolon {
      at = character == "#" ? end(from: at) { !$0.isNewline } : at + 1
    }
    guard let character = peek() else { return nil }
    let start = at
    let kind: Token.Kind =
      if character.isASCIIDigit {
        number()
      } else if character.isWordCharacter {
        word()
      } else if let quote = Lexer.closingQuotes[character] {
        string(closedBy: quote)
      } else if let currency = Lexer.currencySigns[character] {
        money(in: currency)
      } else {
        symbol()
      }
    return Token(kind: kind, text: text(start, at), span: span(start, at))
  }

  /// True at a semicolon behind which nothing follows: hands that know SQL type it.
  private var isClosingSemicolon: Bool {
    peek() == ";" && characters[at...].allSatisfy { $0.isSpace || $0 == ";" }
  }

  // MARK: Looking around

  func peek(_ distance: Int = 0) -> Character? {
    at + distance < characters.count ? characters[at + distance] : nil
  }

  func text(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[offsets[start]..<offsets[end]], as: UTF8.self)
  }

  func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(offsets[start], offsets[end]) }

  /// The first position from `start` on whose character fails the test.
  func end(from start: Int, while matches: (Character) -> Bool) -> Int {
    var position = start
    while position < characters.count, matches(characters[position]) { position += 1 }
    return position
  }

  // MARK: Words

  private mutating func word() -> Token.Kind {
    if let period = monthName() ?? quarterName() { return period }
    let start = at
    let firstEnd = end(from: at, while: \.isWordCharacter)
    let first = text(at, firstEnd).lowercased()
    at = firstEnd
    defer { skipPossessive() }

    for end in ends(after: firstEnd, count: vocabulary.longest(startingWith: first)).reversed() {
      let terms = vocabulary.terms(for: spelling(start, end))
      guard !terms.isEmpty else { continue }
      at = end
      return .word(keyword: end == firstEnd ? Keyword(spelling: first) : nil, terms: terms)
    }
    return .word(keyword: Keyword(spelling: first), terms: [])
  }

  /// Where a spelling of up to `count` pieces may end, the first being the end of its first piece.
  private func ends(after firstEnd: Int, count: Int) -> [Int] {
    guard count > 0 else { return [] }
    var ends = [firstEnd]
    while ends.count < count {
      guard let start = startOfNextPiece(after: ends[ends.count - 1]) else { break }
      ends.append(end(from: start, while: \.isWordCharacter))
    }
    return ends
  }

  private func startOfNextPiece(after end: Int) -> Int? {
    let afterSpace = self.end(from: end, while: \.isSpace)
    if afterSpace == end {
      guard end + 1 < characters.count, Lexer.joiners.contains(characters[end]) else { return nil }
      return characters[end + 1].isWordCharacter ? end + 1 : nil
    }
    guard afterSpace < characters.count, characters[afterSpace].isWordCharacter else { return nil }
    return afterSpace
  }

  /// The text between two positions with every run of white space as one space.
  private func spelling(_ start: Int, _ end: Int) -> String {
    var spelling = ""
    for character in characters[start..<end] {
      if !character.isSpace {
        spelling.append(character)
      } else if spelling.last != " " {
        spelling.append(" ")
      }
    }
    return spelling
  }

  private mutating func skipPossessive() {
    guard let quote = peek(), quote == "'" || quote == "’", peek(1) == "s" else { return }
    if let after = peek(2), after.isWordCharacter { return }
    at += 2
  }

  private static let joiners: Set<Character> = ["-", "/", "'", "’", ".", "&"]

  // MARK: Strings and symbols

  private mutating func string(closedBy quote: Character) -> Token.Kind {
    let start = at
    let close = end(from: at + 1) { $0 != quote }
    guard close < characters.count else {
      at = characters.count
      return .invalid(
        Diagnostic(
          "unclosed-quote",
          "a quotation mark opens here and none closes it",
          at: span(start, start + 1)
        )
      )
    }
    at = close + 1
    return .string(text(start + 1, close))
  }

  private mutating func symbol() -> Token.Kind {
    for length in [2, 1] where at + length <= characters.count {
      guard let symbol = Lexer.symbols[text(at, at + length)] else { continue }
      at += length
      return .symbol(symbol)
    }
    let start = at
    at += 1
    return .invalid(
      Diagnostic(
        "stray-character",
        "'\(text(start, at).visible)' means nothing here",
        at: span(start, at)
      )
    )
  }

  private static let closingQuotes: [Character: Character] = ["\"": "\"", "“": "”", "„": "“"]

  static let currencySigns: [Character: String] = [
    "$": "USD", "¥": "CNY", "€": "EUR", "£": "GBP",
  ]

  private static let symbols: [String: Symbol] = {
    var symbols: [String: Symbol] = [
      "−": .minus, "×": .times, "÷": .divide, "==": .equal, "≠": .notEqual, "<>": .notEqual,
      "≤": .atMost, "≥": .atLeast, "+-": .tolerance, "~=": .about, "…": .range, "**": .power,
    ]
    for symbol in Symbol.allCases { symbols[symbol.rawValue] = symbol }
    return symbols
  }()
}

extension Character {
  var isASCIIDigit: Bool {
    asciiByte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }
}

extension String {
  /// The text as a message quotes it: control characters written out, and no longer than a name.
  package var shown: String {
    count <= 60 ? visible : String(prefix(60)).visible + "…"
  }

  /// The text with control characters written out, so that no message carries one to a terminal.
  package var visible: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
