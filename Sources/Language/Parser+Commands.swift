import Guidance
import Periods

extension Parser {
  // Line ::= ( ( Statement | Query ) ( "into" String )? )? Comment?
  mutating func entry() throws(Diagnostic) -> Statement? {
    expect(Parser.heads)
    expect(.statement)
    if current.kind == .end { return nil }
    if let name = statementWord() {
      guard case .statement(let shape) = name.term.kind else { return nil }
      advance()
      return .command(try command(name.name, shape))
    }
    let start = location
    var query = try query()
    guard let file = try destination() else {
      try checkEnd()
      return .query(query)
    }
    if query.presentation == Presentation() { query.presentation = try presentation() }
    try checkEnd()
    return .command(Command(name: Name("export", at: start), argument: .output(query, into: file)))
  }

  /// What stands behind the word of a statement; an error points to the help on the word.
  private mutating func command(
    _ name: Name,
    _ shape: CommandShape
  ) throws(Diagnostic) -> Command {
    do throws(Diagnostic) {
      var command = Command(name: name, argument: try argument(of: name, shape))
      if shape.givesResult { command.file = try destination() }
      try checkEnd()
      return command
    } catch {
      guard ["unexpected", "needs-measure"].contains(error.code), error.notes.isEmpty,
        error.fix == nil
      else { throw error }
      var helped = error
      helped.notes = ["`help \(name.text)` shows how it is written"]
      throw helped
    }
  }

  // "into" String
  private mutating func destination() throws(Diagnostic) -> Name? {
    guard take(.into) else { return nil }
    guard let file = fileName() else {
      throw failure("needs-file", "`into` takes a file name in quotes")
    }
    return file
  }

  private func checkEnd() throws(Diagnostic) {
    guard current.kind == .end else { throw unexpected() }
  }

  /// The word of a statement, unless it also begins a query and what follows decides for that.
  private func statementWord() -> (term: Term, name: Name)? {
    guard
      let term = current.terms.first(where: {
        if case .statement = $0.kind { true } else { false }
      })
    else { return nil }
    return (term, Name(term.name, at: location))
  }

  private mutating func argument(
    of command: Name,
    _ shape: CommandShape
  ) throws(Diagnostic) -> Command.Argument {
    switch shape {
    case .nothing: return .none
    case .query:
      try checkQueryFollows(command)
      return .query(try query())
    case .queryOrWord: return try queryOrWord(command)
    case .output: return try output(command)
    case .definition: return try definition()
    case .condition: return try condition(command)
    case .expectation: return try expectation(command)
    case .regression, .testing:
      return .regression(try regression(command, hasRegressors: shape == .regression))
    case .gravity: return try gravity(command)
    case .projection: return try projection(command)
    case .target: return try target(command)
    case .text:
      expect(.word)
      let text = rest()
      while current.kind != .end { advance() }
      return .text(text)
    case .file: return try file()
    case .words: return words()
    }
  }

  mutating func checkQueryFollows(_ command: Name) throws(Diagnostic) {
    expect(Parser.heads)
    guard current.kind == .end else { return }
    throw failure("needs-query", "`\(command.text)` what? A query belongs behind it")
  }

  private mutating func queryOrWord(_ command: Name) throws(Diagnostic) -> Command.Argument {
    expect(Parser.heads + [.word])
    guard current.kind != .end else { return .none }
    // A diagnostic's code joins its words by hyphens; a lone word that is no measure is a topic.
    let rest = rest()
    // So do names of data sets, which may have digits behind the first letter.
    let isCode =
      rest.contains("-") && rest.first?.isLetter == true
      && rest.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
    let isLone = token(ahead: 1).kind == .end && !current.terms.contains(where: \.isHead)
    if isCode || (isLone && current.text != "_" && !current.text.hasPrefix("_")) {
      let name = Name(rest, at: location)
      while current.kind != .end { advance() }
      return .word(name)
    }
    return .query(try query())
  }

  // "export" ( Expr | DataSet ) "into" String
  private mutating func output(_ command: Name) throws(Diagnostic) -> Command.Argument {
    try checkQueryFollows(command)
    if command.text == "export", let data = dataSetName() {
      expect(.keyword(.into))
      guard take(.into), let file = fileName() else {
        throw failure("needs-file", "`into` takes a file name in quotes")
      }
      return .data(data, into: file)
    }
    var query = try query()
    guard let file = try destination() else { return .query(query) }
    if query.presentation == Presentation() { query.presentation = try presentation() }
    return .output(query, into: file)
  }

  /// A lone word before `into` that is no measure, or words joined by hyphens.
  private mutating func dataSetName() -> Name? {
    var count = 0
    while token(ahead: count).kind != .end, token(ahead: count).keyword != .into { count += 1 }
    guard count > 0, token(ahead: count).keyword == .into else { return nil }
    if case .string(let text) = current.kind, count == 1 {
      defer { advance() }
      return Name(text, at: location)
    }
    let span = SourceSpan(current.span.start, token(ahead: count - 1).span.end)
    let text = source.text(span)
    let isName =
      text.first?.isLetter == true && (count == 1 || text.contains("-"))
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    guard isName, count > 1 || !current.terms.contains(where: \.isHead) else { return nil }
    for _ in 0..<count { advance() }
    return Name(text, at: Location(span))
  }

  // "let" Name "=" Expr | "def" Name "(" Params ")" "=" Expr
  private mutating func definition() throws(Diagnostic) -> Command.Argument {
    let name = try newName()
    var names: [Name] = []
    if take(.open) {
      repeat { names.append(try newName()) } while take(.comma)
      guard take(.close) else { throw failure("unclosed-parenthesis", "`)` belongs here") }
    }
    guard take(.equal) else {
      throw failure("needs-equals", "`=` belongs between a name and what it stands for")
    }
    parameters = Set(names.map(\.text))
    expect(Parser.heads)
    guard current.kind != .end else {
      throw failure("needs-query", "what should '\(name.text)' stand for?")
    }
    return .definition(name, parameters: names, try query())
  }

  private mutating func newName() throws(Diagnostic) -> Name {
    expect(.name)
    guard case .word(let keyword, let terms) = current.kind else {
      try checkToken()
      throw failure("needs-name", "a name belongs here: letters, digits and `_`")
    }
    let text = current.text
    if keyword != nil || terms.contains(where: { !$0.isSessions }) {
      throw failure(
        "name-taken",
        "'\(text)' already means something, so it cannot be a variable",
        fix: Fix(
          "pick another name, e.g. `my_\(text.lowercased().replacing(" ", with: "_"))`",
          replacing: current.span,
          with: "my_\(text.lowercased().replacing(" ", with: "_"))"
        )
      )
    }
    guard text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), !text.hasPrefix("_") else {
      throw failure("needs-name", "'\(text.shown)' is no name: letters, digits and `_`")
    }
    let name = Name(text, at: location)
    advance()
    return name
  }

  // "when" "first"? Expr ( "for" Span )?
  private mutating func condition(_ command: Name) throws(Diagnostic) -> Command.Argument {
    let first = take(.first)
    try checkQueryFollows(command)
    var expression = try expression()
    let lasting = try lasting()
    // A window may stand behind `for 3m` as well.
    if lasting != nil, current.kind != .end {
      try takeTrailingWindow(into: &expression)
    }
    return .condition(first: first, try inherited(expression), lasting: lasting)
  }

  private mutating func lasting() throws(Diagnostic) -> Span? {
    guard take(.for) else { return nil }
    expect(.span)
    if case .span(let span) = current.kind {
      advance()
      return span
    }
    guard case .quantity(let quantity) = current.kind, let count = quantity.wholeNumber, count > 0
    else { throw failure("needs-span", "for how long? `for 3m`") }
    advance()
    return Span(count, try grain())
  }

  private mutating func takeTrailingWindow(
    into expression: inout Expression
  ) throws(Diagnostic) {
    var carrier = Phrase(.hole, at: location)
    guard try window(of: &carrier) else { return }
    expression.mapPhrases { phrase, isLast in
      if isLast { phrase.qualifiers.window = carrier.qualifiers.window }
    }
  }

  // "expect" ( Expr | "error" Code )
  private mutating func expectation(_ command: Name) throws(Diagnostic) -> Command.Argument {
    expect(.keyword(.error))
    try checkQueryFollows(command)
    guard current.keyword == .error, token(ahead: 1).kind != .end else {
      return .query(try query())
    }
    advance()
    let code = Name(rest(), at: location)
    while current.kind != .end { advance() }
    return .expectedError(code)
  }

  // MARK: Raw text

  /// The entry from the current token to its end, as typed.
  private func rest() -> String {
    let start = current.span.start
    let text = source.text(SourceSpan(start, max(start, source.utf8.count)))
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }

  private mutating func words() -> Command.Argument {
    var words: [Name] = []
    expect(.word)
    while current.kind != .end {
      if case .string(let text) = current.kind {
        words.append(Name(text, at: location))
      } else {
        words.append(Name(current.text, at: location))
      }
      advance()
      expect(.word)
    }
    return .words(words)
  }

  private mutating func file() throws(Diagnostic) -> Command.Argument {
    let name = fileName()
    var options: [Name] = []
    while current.kind != .end {
      options.append(bareWord())
    }
    return .file(name, options: options)
  }

  /// A file name in quotes, or bare up to the next space; nil where an option or nothing stands.
  private mutating func fileName() -> Name? {
    expect(.file)
    if case .string(let text) = current.kind {
      defer { advance() }
      return Name(text, at: location)
    }
    guard current.kind != .end, !rest().hasPrefix("-") else { return nil }
    return bareWord()
  }

  /// Reads tokens up to the next white space as one word.
  private mutating func bareWord() -> Name {
    let bytes = Array(source.utf8)
    let start = current.span.start
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
    while current.kind != .end, current.span.start < end {
      // A text in quotes may have spaces.
      if case .string = current.kind { end = max(end, current.span.end) }
      advance()
    }
    let span = SourceSpan(start, end)
    return Name(source.text(span), at: Location(span))
  }
}

extension CommandShape {
  /// True for statements that answer, and whose answer may go into a file.
  fileprivate var givesResult: Bool {
    switch self {
    case .query, .queryOrWord, .condition, .regression, .testing, .gravity, .projection, .target:
      true
    case .nothing, .output, .definition, .expectation, .text, .file, .words: false
    }
  }
}

extension Term {
  /// True for names that a session gave: they may be given anew.
  fileprivate var isSessions: Bool { kind == .variable }
}
