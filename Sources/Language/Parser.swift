import Guidance
import Periods

/// Reads an entry as a statement; nil where it holds nothing but space and comment.
package func parse(
  _ source: String,
  _ vocabulary: Vocabulary
) throws(Diagnostic) -> Statement? {
  var parser = Parser(source, vocabulary)
  return try parser.entry()
}

/// The tokens of an entry and the place reached in them.
///
/// The methods of the extensions are the productions of the grammar, each under its rule. A parse
/// error is thrown where it is found, with the smallest span.
package struct Parser {
  let source: String
  let vocabulary: Vocabulary
  let tokens: [Token]
  var index = 0
  var depth = 0

  /// The parameters of the definition being read: names that stand for anything.
  var parameters: Set<String> = []

  /// What would have been accepted at the furthest token that was looked at, in the order asked;
  /// a slot may stand here several times.
  private(set) var expectations: [Slot] = []
  private(set) var furthest = 0

  /// True where `to` behind a phrase names an end and not a partner: `project exports to 2030`.
  var isAiming = false

  /// False while an entry is typed, when nobody reads what a message would offer.
  var isSuggesting = true

  /// Parentheses and signs nested deeper than this are refused.
  static let deepest = 100

  /// Queries of more words and signs are refused: nobody types them, and their parts would be
  /// nested as deep as they are many.
  static let mostTokens = 500

  package init(_ source: String, _ vocabulary: Vocabulary) {
    self.source = source
    self.vocabulary = vocabulary
    tokens = Language.tokens(in: source, vocabulary)
  }

  // MARK: Tokens

  var current: Token { tokens[min(index, tokens.count - 1)] }

  func token(ahead distance: Int) -> Token { tokens[min(index + distance, tokens.count - 1)] }

  /// The location of what was read since the token at `start`.
  func location(from start: Int) -> Location {
    let first = tokens[min(start, tokens.count - 1)].span
    let last = tokens[max(min(start, tokens.count - 1), index - 1)].span
    return Location(first.joined(last))
  }

  var location: Location { Location(current.span) }

  mutating func advance() { index = min(index + 1, tokens.count - 1) }

  /// Notes that `slot` would be welcome here.
  mutating func expect(_ slot: Slot) { expect(slot, ahead: 0) }

  /// Notes that `slot` would be welcome behind the next tokens, which are looked at, not read.
  mutating func expect(_ slot: Slot, ahead distance: Int) {
    let position = min(index + distance, tokens.count - 1)
    if position > furthest {
      furthest = position
      expectations.removeAll(keepingCapacity: true)
    }
    if position == furthest { expectations.append(slot) }
  }

  mutating func expect(_ slots: [Slot], ahead distance: Int = 0) {
    guard index + distance >= furthest else { return }
    for slot in slots { expect(slot, ahead: distance) }
  }

  // MARK: Keywords and symbols

  mutating func sees(_ keyword: Keyword) -> Bool {
    expect(.keyword(keyword))
    return current.keyword == keyword
  }

  mutating func sees(_ symbol: Symbol) -> Bool {
    expect(.symbol(symbol))
    return current.kind == .symbol(symbol)
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard sees(keyword) else { return false }
    advance()
    return true
  }

  mutating func take(_ symbol: Symbol) -> Bool {
    guard sees(symbol) else { return false }
    advance()
    return true
  }

  // MARK: Names in a slot

  /// A word or quoted text that names a thing of the kind, without reading it.
  func term(at distance: Int = 0, where matches: (Term.Kind) -> Bool) -> Term? {
    let token = token(ahead: distance)
    switch token.kind {
    case .word(_, let terms): return terms.first { matches($0.kind) }
    case .string(let text): return vocabulary.terms(for: text).first { matches($0.kind) }
    default: return nil
    }
  }

  /// Reads a name of the kind; nil where none stands here.
  mutating func name(_ slot: Slot, where matches: (Term.Kind) -> Bool) -> Name? {
    expect(slot)
    if parameters.contains(current.text) {
      defer { advance() }
      return Name(current.text, at: location)
    }
    guard let term = term(where: matches) else { return nil }
    defer { advance() }
    return Name(term.name, at: location)
  }

  mutating func place() -> Name? { name(.place) { $0 == .place } }

  mutating func product() -> Name? {
    if let code = harmonizedCode() { return code }
    return name(.product) { $0 == .product }
  }

  mutating func event() -> Name? { name(.event) { $0 == .event } }

  /// `HS 8542`: a code of the Harmonized System, of two to six digits.
  private mutating func harmonizedCode() -> Name? {
    guard current.text.lowercased() == "hs" else { return nil }
    let digits = token(ahead: 1).text
    guard (2...6).contains(digits.count), digits.allSatisfy(\.isASCIIDigit) else { return nil }
    let start = index
    advance()
    advance()
    return Name("HS \(digits)", at: location(from: start))
  }

  // MARK: Failing

  /// Throws what the lexer found wrong with the current token.
  func checkToken() throws(Diagnostic) {
    if case .invalid(let diagnostic) = current.kind { throw diagnostic }
  }

  /// The spellings that a message may offer.
  func spellings(where matches: (Term) -> Bool) -> [String] {
    isSuggesting ? vocabulary.spellings(where: matches) : []
  }

  /// The canonical names that a message may offer.
  func names(where matches: (Term) -> Bool) -> [String] {
    isSuggesting ? vocabulary.names(where: matches) : []
  }

  func failure(
    _ code: Diagnostic.Code,
    _ message: String,
    at span: SourceSpan? = nil,
    notes: [String] = [],
    fix: Fix? = nil
  ) -> Diagnostic {
    Diagnostic(code, message, at: span ?? current.span, notes: notes, fix: fix)
  }

  /// Runs a nested production, refusing what is nested too deeply.
  mutating func nested<Result>(
    _ production: (inout Parser) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard depth < Parser.deepest else {
      throw failure("nested-too-deeply", "this is nested more than \(Parser.deepest) levels deep")
    }
    depth += 1
    defer { depth -= 1 }
    return try production(&self)
  }
}

extension Token {
  var keyword: Keyword? {
    if case .word(let keyword, _) = kind { keyword } else { nil }
  }

  var terms: [Term] {
    if case .word(_, let terms) = kind { terms } else { [] }
  }

  /// True for a word that means nothing.
  var isUnknownWord: Bool {
    if case .word(nil, let terms) = kind { terms.isEmpty } else { false }
  }
}
