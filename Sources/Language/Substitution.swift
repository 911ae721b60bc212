// Calling a defined function: its parameters give way to what it was called with.

extension Query {
  /// The query with arguments in the place of parameters, by the parameters' names.
  package func substituting(_ arguments: [String: Expression]) -> Query {
    Query(expression.substituting(arguments), presentation: presentation)
  }
}

extension Expression {
  package func substituting(_ arguments: [String: Expression]) -> Expression {
    guard !arguments.isEmpty else { return self }
    if case .phrase(let phrase) = self, case .variable(let name) = phrase.head,
      let argument = arguments[name.text]
    {
      return phrase.takingPlace(of: argument)
    }
    var copy = self
    copy.mapPhrases { phrase, _ in phrase.substitute(arguments) }
    return copy
  }
}

extension Phrase {
  /// An argument with the qualifiers and transforms that stood behind its parameter.
  fileprivate func takingPlace(of argument: Expression) -> Expression {
    guard qualifiers != Qualifiers() || !transforms.isEmpty else { return argument }
    var copy = self
    copy.head = .group(argument)
    return .phrase(copy)
  }

  fileprivate mutating func substitute(_ arguments: [String: Expression]) {
    if case .variable(let name) = head, let argument = arguments[name.text] {
      head = .group(argument)
    }
    substituteNames(arguments)
    head = head.substituting(arguments)
  }

  private mutating func substituteNames(_ arguments: [String: Expression]) {
    if var partners = qualifiers.partners {
      partners.groups = partners.groups.map { $0.map { $0.substituted(arguments) } }
      qualifiers.partners = partners
    }
    qualifiers.products = qualifiers.products.map { $0.map { $0.substituted(arguments) } }
    qualifiers.excluding = qualifiers.excluding.map { $0.substituted(arguments) }
    if case .reporter(let name)? = qualifiers.mirror {
      qualifiers.mirror = .reporter(name.substituted(arguments))
    }
    if let ratio = qualifiers.ratio {
      qualifiers.ratio = Qualifiers.Ratio(
        whole: ratio.whole.substituting(arguments),
        location: ratio.location
      )
    }
  }

  fileprivate func substituting(_ arguments: [String: Expression]) -> Phrase {
    var copy = self
    copy.substitute(arguments)
    return copy
  }
}

extension Head {
  fileprivate func substituting(_ arguments: [String: Expression]) -> Head {
    switch self {
    case .group(let inner): return .group(inner.substituting(arguments))
    case .call(let name, let inner):
      return .call(name, inner.map { $0.substituting(arguments) })
    case .aggregate(let name, let phrase):
      return .aggregate(name, phrase.substituting(arguments))
    case .share(var share):
      switch share.part {
      case .phrase(let phrase): share.part = .phrase(phrase.substituting(arguments))
      case .places(let names): share.part = .places(names.map { $0.substituted(arguments) })
      case .products(let names): share.part = .products(names.map { $0.substituted(arguments) })
      }
      share.whole = share.whole?.substituting(arguments)
      return .share(share)
    case .ranking(var ranking):
      ranking.key = ranking.key.substituting(arguments)
      return .ranking(ranking)
    case .contributions(var contributions):
      contributions.to = contributions.to.substituting(arguments)
      contributions.of = contributions.of?.substituted(arguments)
      return .contributions(contributions)
    case .measure, .variable, .quantity, .answer, .hole, .member: return self
    }
  }
}

extension Name {
  /// The member that an argument names in the place of this parameter.
  fileprivate func substituted(_ arguments: [String: Expression]) -> Name {
    guard case .phrase(let phrase)? = arguments[text], case .member(let member) = phrase.head else {
      return self
    }
    return member
  }
}
