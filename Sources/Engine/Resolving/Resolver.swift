import Catalogue
import Guidance
import Language
import Periods

/// Turns what was written into what will run, or says why it cannot.
package struct Resolver: Sendable {
  let bench: Workbench

  package init(_ bench: Workbench) { self.bench = bench }

  package func plan(_ query: Query) throws(Diagnostic) -> Plan {
    try plan(query.expression, Scope())
  }

  func plan(_ expression: Expression, _ scope: Scope) throws(Diagnostic) -> Plan {
    switch expression {
    case .phrase(let phrase): return try plan(phrase, scope)
    case .negative(let inner, let location):
      let inner = try plan(inner, scope)
      guard inner.kind.nature != .truth else { throw noArithmetic(at: location.span) }
      return Plan(.negative(inner), inner.kind)
    case .arithmetic(let sign, let left, let right, let location):
      return try arithmetic(sign, left, right, location, scope)
    case .comparison(let comparison): return try self.comparison(comparison, scope)
    case .versus(let columns): return try versus(columns, scope)
    case .not(let inner, let location):
      let inner = try condition(inner, scope, at: location.span)
      return Plan(.negated(inner), inner.kind)
    case .both(let left, let right):
      let (left, right) = try conditions(left, right, scope)
      return Plan(.both(left, right), truth(left.kind, right.kind))
    case .either(let left, let right):
      let (left, right) = try conditions(left, right, scope)
      return Plan(.either(left, right), truth(left.kind, right.kind))
    }
  }

  // MARK: Phrases

  func plan(_ phrase: Phrase, _ scope: Scope) throws(Diagnostic) -> Plan {
    let inner = scope.entering(phrase)
    var plan = try head(phrase, inner)
    if phrase.isMeasured { plan = try transformed(plan, phrase, inner) }
    if let ratio = phrase.qualifiers.ratio {
      let whole = try self.plan(ratio.whole, inner.withoutEntities)
      plan = try share(plan, of: whole, at: ratio.location.span)
    }
    if let season = phrase.qualifiers.grouping?.season {
      plan = Plan(.seasonal(season, plan), plan.kind.with(frequency: Frequency(season)))
      return plan
    }
    if let window = phrase.qualifiers.window { plan = try windowed(plan, window) }
    if let condition = phrase.qualifiers.condition {
      plan = try filtered(plan, by: condition, phrase, inner)
    }
    return plan
  }

  private func head(_ phrase: Phrase, _ scope: Scope) throws(Diagnostic) -> Plan {
    switch phrase.head {
    case .measure(let name, let reporter):
      return try measure(name, reporter: reporter, phrase, scope)
    case .variable(let name): return try variable(name, phrase, scope)
    case .quantity(let quantity): return number(quantity)
    case .answer(let entry): return try answer(entry, phrase, scope)
    case .hole:
      throw Diagnostic("hole", "`?` stands for what you have not written yet", at: phrase.span)
    case .group(let expression): return try plan(expression, scope)
    case .call(let name, let arguments): return try call(name, arguments, phrase, scope)
    case .share(let share): return try self.share(share, phrase, scope)
    case .ranking(let ranking): return try self.ranking(ranking, scope)
    case .contributions(let contributions):
      return try self.contributions(contributions, scope)
    case .aggregate(let name, let inner): return try aggregate(name, inner, scope)
    case .member(let name):
      throw Diagnostic(
        "needs-measure",
        "'\(name.text)' is no measure; only a defined function takes it alone",
        at: name.span
      )
    }
  }

  private func number(_ quantity: Quantity) -> Plan {
    let unit: Unit? =
      switch quantity.unit {
      case .percent: .percent
      case .points: .percentagePoints
      case .currency(let code): .money(Currency(rawValue: code))
      case .physical(let unit): .quantity(unit)
      case nil: nil
      }
    var kind = Kind(unit, .monthly, .level)
    kind.isScalar = true
    kind.isAmount = unit == nil && quantity.scale != nil
    return Plan(.number(quantity.value), kind)
  }

  // MARK: Names of the session

  private func variable(
    _ name: Name,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    guard let definition = bench.definitions[name.text] else {
      throw Diagnostic("unknown-name", "I do not know the name '\(name.text)'", at: name.span)
        .suggesting(name.text, from: bench.definitions.keys.sorted())
    }
    guard definition.parameters.isEmpty else {
      throw Diagnostic(
        "wrong-arguments",
        "'\(name.text)' is a function: write its arguments in parentheses",
        at: name.span
      )
    }
    let inner = try scope.deeper(at: name.span)
    return try definition.query.planned(by: self, inner, standingAt: name.span)
  }

  private func answer(
    _ entry: Int?,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    let number = entry ?? bench.answers.keys.max()
    guard let number, let query = bench.answers[number] else {
      throw Diagnostic("no-answer", "there is no earlier answer to take up", at: phrase.span)
    }
    let inner = try scope.deeper(at: phrase.span)
    return try query.planned(by: self, inner, standingAt: phrase.span)
  }

  private func call(
    _ name: Name,
    _ arguments: [Expression],
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    if let definition = bench.definitions[name.text] {
      guard arguments.count == definition.parameters.count else {
        throw Diagnostic(
          "wrong-arguments",
          "'\(name.text)' takes \(definition.parameters.count) arguments, not \(arguments.count)",
          at: phrase.span
        )
      }
      var pairs: [String: Expression] = [:]
      for (name, argument) in zip(definition.parameters, arguments) { pairs[name] = argument }
      let query = definition.query.substituting(pairs)
      let inner = try scope.deeper(at: name.span)
      return try query.planned(by: self, inner, standingAt: phrase.span)
    }
    guard let function = functions.first(where: { $0.entry.name == name.text }) else {
      throw Diagnostic("unknown-function", "I do not know a function '\(name.text)'", at: name.span)
        .suggesting(name.text, from: functions.map { $0.entry.name })
    }
    let invocation = Invocation(resolver: self, scope: scope, span: phrase.span)
    return try function.plan(function.plans(for: arguments, invocation), at: phrase.span)
  }
}

extension Query {
  /// The plan of a query that a name stands for.
  ///
  /// What is wrong with it is said of the name: the places inside are those of another entry, but
  /// for what the arguments of a function brought with them.
  fileprivate func planned(
    by resolver: Resolver,
    _ scope: Scope,
    standingAt span: SourceSpan
  ) throws(Diagnostic) -> Plan {
    do throws(Diagnostic) {
      return try resolver.plan(expression, scope)
    } catch {
      if let inner = error.span, span.start <= inner.start, inner.end <= span.end { throw error }
      var diagnostic = error
      diagnostic.span = span
      diagnostic.fix = nil
      let isNamed = error.notes.contains { $0.hasPrefix("it stands for ") }
      if !isNamed, error.code != "defined-by-itself" {
        diagnostic.notes.append("it stands for `\(self)`")
      }
      throw diagnostic
    }
  }
}

extension Scope {
  private static let mostUses = 500

  fileprivate func deeper(at span: SourceSpan) throws(Diagnostic) -> Scope {
    guard depth < 20 else {
      throw Diagnostic("defined-by-itself", "this definition uses itself", at: span)
    }
    // A chain of names, each of which uses the one before twice, doubles with every link.
    guard uses.next() <= Scope.mostUses else {
      throw Diagnostic(
        "nested-too-deeply",
        "written out, this uses definitions more than \(Scope.mostUses) times",
        at: span
      )
    }
    var scope = self
    scope.depth += 1
    return scope
  }

  /// The scope of a whole beside a part: without the partners and products of the part.
  var withoutEntities: Scope {
    var scope = self
    scope.qualifiers.partners = nil
    scope.qualifiers.products = []
    scope.qualifiers.excluding = []
    if let keys = scope.qualifiers.grouping?.keys {
      scope.qualifiers.grouping?.keys = keys.filter { key in
        if case .dimension = key { false } else { true }
      }
    }
    return scope
  }
}

extension Phrase {
  /// False for heads that hold numbers only.
  fileprivate var isMeasured: Bool { !transforms.isEmpty }
}

extension Kind {
  func with(frequency: Frequency) -> Kind {
    var copy = self
    copy.frequency = frequency
    return copy
  }
}
