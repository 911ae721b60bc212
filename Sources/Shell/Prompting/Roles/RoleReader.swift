import Guidance
import Language

/// Gives tokens their roles, each by what stands before it.
struct RoleReader {
  private let text: String
  private let tokens: [Token]
  private var runs: [RoleRun] = []

  /// The last keyword or sign that says what belongs behind it.
  private var lead: Lead = .start

  /// Names that a definition gives to its parameters.
  private var parameters: Set<String> = []

  fileprivate enum Lead { case start, place, product, form, unit, newName, other }

  init(_ text: String, _ tokens: [Token]) {
    self.text = text
    self.tokens = tokens
  }

  /// The runs of the whole text; unknown words from an offset on are left without a role.
  mutating func runs(unfinishedFrom unfinished: Int) -> [RoleRun] {
    addComments()
    var shape: CommandShape?
    for (index, token) in tokens.dropLast().enumerated() {
      if index == 0, let statement = token.statement {
        shape = statement
        add(token, .statement)
        if case .definition = statement { lead = .newName }
        continue
      }
      switch shape {
      case .text: return runs + [RoleRun(token.span.start..<text.utf8.count, .string)]
      case .words, .file: addFree(token)
      default: add(token, unfinished)
      }
    }
    return runs
  }

  private mutating func add(_ token: Token, _ role: Role) {
    runs.append(RoleRun(token.span.start..<token.span.end, role))
  }

  /// Words that belong to a statement may be anything.
  private mutating func addFree(_ token: Token) {
    switch token.kind {
    case .string: add(token, .string)
    case .period: add(token, .period)
    case .quantity: add(token, .number)
    default: break
    }
  }

  private mutating func add(_ token: Token, _ unfinished: Int) {
    switch token.kind {
    case .word(let keyword, let terms): addWord(token, keyword, terms, unfinished)
    case .quantity: add(token, .number)
    case .period: add(token, .period)
    case .span, .spanOverSpan: add(token, .transform)
    case .string: add(token, .string)
    case .symbol(let symbol): addSymbol(token, symbol)
    case .invalid(let diagnostic):
      let isUnclosed = diagnostic.code == "unclosed-quote"
      if token.span.start < token.span.end { add(token, isUnclosed ? .string : .error) }
    case .end: break
    }
  }

  private mutating func addSymbol(_ token: Token, _ symbol: Symbol) {
    add(token, .symbol)
    if symbol == .equal { lead = .other }
  }

  private mutating func addWord(
    _ token: Token,
    _ keyword: Keyword?,
    _ terms: [Term],
    _ unfinished: Int
  ) {
    if lead == .newName || parameters.contains(token.text) {
      if lead == .newName { parameters.insert(token.text) }
      return add(token, .variable)
    }
    // A place may be spelled like a preposition; behind another preposition it is meant.
    let isPlace = lead == .place && terms.contains { $0.kind == .place }
    if let keyword, !isPlace {
      lead = Lead(behind: keyword) ?? .other
      return add(token, .keyword)
    }
    if let role = role(of: terms) { return add(token, role) }
    if token.isWordOfGrammar { return add(token, .keyword) }
    if token.span.start < unfinished { add(token, .unknown) }
  }

  /// The role of the meaning that fits the place; nil where the word has none.
  private func role(of terms: [Term]) -> Role? {
    let fitting: Term? =
      switch lead {
      case .place: terms.first { $0.kind == .place }
      case .product: terms.first { $0.kind == .product }
      case .form: terms.first { $0.kind == .form }
      case .unit: terms.first { [.currency, .unit, .event].contains($0.kind) }
      case .start, .newName, .other: nil
      }
    return (fitting ?? terms.first)?.role
  }

  /// Comments lie between the tokens.
  private mutating func addComments() {
    guard text.utf8.contains(UInt8(ascii: "#")) else { return }
    let bytes = Array(text.utf8)
    var gapStart = 0
    for token in tokens {
      var position = gapStart
      while position < token.span.start {
        guard bytes[position] == UInt8(ascii: "#") else {
          position += 1
          continue
        }
        let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        runs.append(RoleRun(position..<min(end, max(token.span.start, position)), .comment))
        position = end
      }
      gapStart = token.span.end
    }
  }
}

extension RoleReader.Lead {
  fileprivate init?(behind keyword: Keyword) {
    switch keyword {
    case .to, .from, .with, .by, .excluding: self = .place
    case .of: self = .product
    case .as: self = .form
    case .in: self = .unit
    default: return nil
    }
  }
}

extension Token {
  /// What the statement takes whose word this is; nil for other words.
  fileprivate var statement: CommandShape? {
    guard case .word(_, let terms) = kind else { return nil }
    for term in terms {
      if case .statement(let shape) = term.kind { return shape }
    }
    return nil
  }

  /// True for words that only the grammar knows.
  fileprivate var isWordOfGrammar: Bool {
    text.hasPrefix("_") || ["pp", "rank", "value", "hs"].contains(text.lowercased())
  }
}

extension Term {
  fileprivate var role: Role? {
    switch kind {
    case .measure: .measure
    case .place, .event: .place
    case .product: .product
    case .dimension, .attribute: .dimension
    case .currency, .unit, .form: .keyword
    case .transform: .transform
    case .aggregate, .function: .function
    case .variable: .variable
    case .statement: .statement
    }
  }
}
