import Guidance

extension Parser {
  // Regression ::= Sum "on" Sum ( "," Sum )* Method?     Method ::= "using" Word+
  //
  // The operands form a chain: a window behind the last counts for all that say nothing.
  mutating func regression(
    _ command: Name,
    hasRegressors: Bool
  ) throws(Diagnostic) -> Regression {
    try checkQueryFollows(command)
    var operands = [try sum()]
    if hasRegressors {
      guard take(.on) else {
        guard current.kind == .end else { throw unexpected() }
        throw failure("needs-on", "explained by what? `\(command.text) exports on imports`")
      }
      repeat {
        expect(Parser.heads)
        guard current.kind != .end else {
          throw failure("needs-query", "on what? A query belongs behind it")
        }
        operands.append(try sum())
      } while take(.comma)
    }
    if operands.count == 1 {
      return Regression(try inherited(operands[0]), using: try method())
    }
    guard case .versus(let chain) = try inherited(.versus(operands)) else { preconditionFailure() }
    return Regression(chain[0], on: Array(chain.dropFirst()), using: try method())
  }

  // "gravity" Phrase "on" Words ( "," Words )* Method?
  mutating func gravity(_ command: Name) throws(Diagnostic) -> Command.Argument {
    try checkQueryFollows(command)
    let dependent = Query(.phrase(try phrase()))
    guard take(.on) else {
      guard current.kind == .end else { throw unexpected() }
      throw failure("needs-on", "explained by what? `\(command.text) exports on EU, ASEAN`")
    }
    var names: [Name] = []
    repeat { names.append(try freeName()) } while take(.comma)
    return .gravity(dependent, on: names, using: try method())
  }

  /// Words up to a comma or `using`, as typed: names that only the data may know.
  private mutating func freeName() throws(Diagnostic) -> Name {
    expect([.place, .measure])
    let start = index
    while current.kind != .end, current.kind != .symbol(.comma), current.keyword != .using {
      try checkToken()
      advance()
    }
    guard index > start else { throw failure("needs-name", "the name of a regressor belongs here") }
    let location = location(from: start)
    return Name(source.text(location.span), at: location)
  }

  private mutating func method() throws(Diagnostic) -> [Name] {
    guard take(.using) else { return [] }
    var words: [Name] = []
    expect([.word, .number])
    while current.kind != .end {
      try checkToken()
      switch current.kind {
      case .word, .quantity, .span: words.append(Name(current.text.lowercased(), at: location))
      case .symbol(.comma): break
      default: throw unexpected()
      }
      advance()
    }
    guard !words.isEmpty else { throw failure("needs-method", "using which method?") }
    return words
  }
}

extension Regression: CustomStringConvertible {
  package var description: String {
    var text = "\(dependent)"
    if !regressors.isEmpty {
      text += " on " + regressors.map(\.description).joined(separator: ", ")
    }
    if !method.isEmpty { text += " using " + method.map(\.text).joined(separator: " ") }
    return text
  }
}
