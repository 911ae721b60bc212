import Guidance

// Trailing context. What is written on the last operand of a chain of operators flows to those
// before it that say nothing of the kind: windows behind a preposition, `by`, `in CUR`, `as of`,
// `published`. Partners, products and transforms never flow. A bare period flows across `vs` and,
// behind a literal, to the other side of its operator; across arithmetic it has two readings, and
// is refused.
extension Parser {
  func inherited(_ expression: Expression) throws(Diagnostic) -> Expression {
    var expression = expression
    guard let last = expression.lastPhrase else { return expression }
    if case .quantity = last.head, let window = last.qualifiers.window {
      expression.mapPhrases { phrase, isLast in
        if isLast {
          phrase.qualifiers.window = nil
        } else {
          phrase.fill { $0.window = $0.window ?? window }
        }
      }
      return expression
    }
    try refuseAmbiguousPeriods(in: expression)
    expression.spreadBarePeriods()
    expression.mapPhrases { phrase, isLast in
      guard !isLast else { return }
      var trailing = last.trailing
      if phrase.saysWindow { trailing.window = nil }
      phrase.fill { $0.inherit(from: trailing) }
    }
    return expression
  }

  private func refuseAmbiguousPeriods(in expression: Expression) throws(Diagnostic) {
    switch expression {
    case .phrase, .negative: return
    case .arithmetic:
      let phrases = expression.phrases.filter { !$0.isLiteral }
      guard let last = phrases.last, let window = last.trailing.window, window.isBare,
        phrases.count > 1, phrases.dropLast().contains(where: { !$0.saysWindow })
      else { return }
      throw ambiguousPeriod(window, in: expression)
    case .comparison(let comparison):
      try refuseAmbiguousPeriods(in: comparison.left)
      try refuseAmbiguousPeriods(in: comparison.right)
    case .versus(let columns):
      for column in columns { try refuseAmbiguousPeriods(in: column) }
    case .not(let inner, _): try refuseAmbiguousPeriods(in: inner)
    case .both(let left, let right), .either(let left, let right):
      try refuseAmbiguousPeriods(in: left)
      try refuseAmbiguousPeriods(in: right)
    }
  }

  private func ambiguousPeriod(_ window: Window, in expression: Expression) -> Diagnostic {
    let span = expression.phrases.map(\.span).reduce(window.location.span) { $0.joined($1) }
    var both = expression
    both.mapPhrases { phrase, isLast in
      if isLast { phrase.fill { $0.window = nil } }
    }
    return failure(
      "ambiguous-period",
      "only the last part says \(window): do you mean both, or one number against every month?",
      at: window.location.span,
      notes: ["one number: parenthesise it, `… ( … \(window))`"],
      fix: Fix("both: write `(\(both)) \(window)`", replacing: span, with: "(\(both)) \(window)")
    )
  }
}

extension Expression {
  /// The phrases of a chain of operators from left to right; what stands in parentheses is one.
  package var phrases: [Phrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .negative(let inner, _), .not(let inner, _): inner.phrases
    case .arithmetic(_, let left, let right, _), .both(let left, let right),
      .either(let left, let right):
      left.phrases + right.phrases
    case .comparison(let comparison): comparison.left.phrases + comparison.right.phrases
    case .versus(let columns): columns.flatMap(\.phrases)
    }
  }

  var lastPhrase: Phrase? { phrases.last }

  /// Changes every phrase of the chain; the second argument tells the last of them.
  package mutating func mapPhrases(_ change: (inout Phrase, _ isLast: Bool) -> Void) {
    var remaining = phrases.count
    walk { phrase in
      remaining -= 1
      change(&phrase, remaining == 0)
    }
  }

  fileprivate mutating func walk(_ change: (inout Phrase) -> Void) {
    switch self {
    case .phrase(var phrase):
      change(&phrase)
      self = .phrase(phrase)
    case .negative(var inner, let location):
      inner.walk(change)
      self = .negative(inner, location)
    case .not(var inner, let location):
      inner.walk(change)
      self = .not(inner, location)
    case .arithmetic(let sign, var left, var right, let location):
      left.walk(change)
      right.walk(change)
      self = .arithmetic(sign, left, right, location)
    case .both(var left, var right):
      left.walk(change)
      right.walk(change)
      self = .both(left, right)
    case .either(var left, var right):
      left.walk(change)
      right.walk(change)
      self = .either(left, right)
    case .comparison(var comparison):
      comparison.left.walk(change)
      comparison.right.walk(change)
      self = .comparison(comparison)
    case .versus(var columns):
      for index in columns.indices { columns[index].walk(change) }
      self = .versus(columns)
    }
  }

  /// Gives the columns of every `vs` the bare period of the last or, where it has none, of the
  /// first: a single number beside a series would say nothing.
  fileprivate mutating func spreadBarePeriods() {
    switch self {
    case .versus(var columns):
      let ends = [columns.last?.lastPhrase, columns.first?.lastPhrase]
      let windows = ends.compactMap { $0?.trailing.window }
      guard let window = windows.first, window.isBare else { return }
      for index in columns.indices {
        columns[index].walk { phrase in
          guard !phrase.saysWindow else { return }
          phrase.fill { $0.window = $0.window ?? window }
        }
      }
      self = .versus(columns)
    case .comparison(var comparison):
      comparison.left.spreadBarePeriods()
      comparison.right.spreadBarePeriods()
      self = .comparison(comparison)
    case .both(var left, var right):
      left.spreadBarePeriods()
      right.spreadBarePeriods()
      self = .both(left, right)
    case .either(var left, var right):
      left.spreadBarePeriods()
      right.spreadBarePeriods()
      self = .either(left, right)
    case .phrase, .negative, .arithmetic, .not: return
    }
  }
}

extension Phrase {
  package var isLiteral: Bool {
    switch head {
    case .quantity: true
    case .aggregate(_, let inner): inner.isLiteral
    default: false
    }
  }

  /// True where the phrase or every phrase in its parentheses has a window.
  fileprivate var saysWindow: Bool {
    if trailing.window != nil { return true }
    guard case .group(let inner) = head else { return false }
    return inner.phrases.allSatisfy { $0.saysWindow }
  }

  /// The qualifiers of the phrase or, where an inner phrase took them, of that one.
  fileprivate var trailing: Qualifiers {
    switch head {
    case .aggregate(_, let inner): inner.trailing
    case .contributions(let contributions): contributions.to.trailing
    case .ranking(let ranking): ranking.key.lastPhrase?.trailing ?? qualifiers
    default: qualifiers
    }
  }

  /// Changes the qualifiers where they stand when written: those of an inner phrase that takes
  /// what follows, and never those of a literal.
  fileprivate mutating func fill(_ change: (inout Qualifiers) -> Void) {
    switch head {
    case .aggregate(let name, var inner):
      inner.fill(change)
      head = .aggregate(name, inner)
    case .contributions(var contributions):
      contributions.to.fill(change)
      head = .contributions(contributions)
    case .ranking(var ranking):
      ranking.key.walk { $0.fill(change) }
      head = .ranking(ranking)
    case .quantity: return
    default: change(&qualifiers)
    }
  }
}

extension Phrase {
  /// True where something of the phrase would flow to another that lacks it.
  func flows(beyond other: Phrase) -> Bool {
    var taker = other.trailing
    taker.inherit(from: trailing)
    return taker != other.trailing
  }

  /// The phrase in parentheses.
  var grouped: Phrase { Phrase(.group(.phrase(self)), at: location) }
}

extension Qualifiers {
  /// Takes what flows from the last operand where nothing of the kind is said.
  fileprivate mutating func inherit(from last: Qualifiers) {
    if last.window?.isBare == false { window = window ?? last.window }
    if last.grouping?.isTemporal == true { grouping = grouping ?? last.grouping }
    conversion = conversion ?? last.conversion
    vintage = vintage ?? last.vintage
    published = published ?? last.published
  }
}

extension Qualifiers.Grouping {
  /// True for `by year`: groups of time flow to other operands, partners do not.
  package var isTemporal: Bool {
    each == nil
      && keys.allSatisfy { key in
        if case .grain = key { true } else { false }
      }
  }
}
