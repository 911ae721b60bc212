import Catalogue
import Engine
import Guidance
import Language
import Periods

// How a misconception makes another query of the right one.
extension Question {
  /// A mistake whose query differs from the right one by a change to its phrases; none where the
  /// change has nothing to work on.
  func mistake(
    _ sentence: String,
    asked: String,
    _ change: (inout Phrase) -> Void
  ) -> [Mistake] {
    // A ranking is mistaken in ways of its own.
    guard kind != .ranking, kind != .partner, let query, let varied = query.varied(change) else {
      return []
    }
    return [Mistake(sentence, varied, asked: asked)]
  }

  /// The one phrase of the right query; nil where it is made of several.
  var phrase: Phrase? {
    guard case .phrase(let phrase)? = query?.expression else { return nil }
    return phrase
  }

  /// The one period that the right query picks.
  var period: Period? { query?.period }
}

extension Query {
  /// The query with every phrase changed, those inside of others too; nil where nothing changes.
  func varied(_ change: (inout Phrase) -> Void) -> Query? {
    let copy = Query(expression.varied(change), presentation: presentation)
    return copy == self ? nil : copy
  }

  /// The period of the first phrase that picks one.
  var period: Period? {
    var found: Period?
    _ = varied { phrase in
      guard found == nil, case .at(let period)? = phrase.qualifiers.window?.kind else { return }
      found = period
    }
    return found
  }

  /// True where a phrase of the query is of a kind.
  func contains(where matches: (Phrase) -> Bool) -> Bool {
    var isFound = false
    _ = varied { if matches($0) { isFound = true } }
    return isFound
  }
}

extension Expression {
  fileprivate func varied(_ change: (inout Phrase) -> Void) -> Expression {
    var copy = self
    copy.mapPhrases { phrase, _ in phrase.vary(change) }
    return copy
  }
}

extension Phrase {
  fileprivate mutating func vary(_ change: (inout Phrase) -> Void) {
    change(&self)
    switch head {
    case .group(let inner): head = .group(inner.varied(change))
    case .call(let name, let arguments):
      head = .call(name, arguments.map { $0.varied(change) })
    case .aggregate(let name, var inner):
      inner.vary(change)
      head = .aggregate(name, inner)
    case .share(var share):
      if case .phrase(var part) = share.part {
        part.vary(change)
        share.part = .phrase(part)
      }
      share.whole?.vary(change)
      head = .share(share)
    case .ranking(var ranking):
      ranking.key = ranking.key.varied(change)
      head = .ranking(ranking)
    case .contributions(var contributions):
      contributions.to.vary(change)
      head = .contributions(contributions)
    case .measure, .variable, .quantity, .answer, .hole, .member: break
    }
  }
}

// MARK: Parts of a phrase

extension Name {
  /// A word that stands nowhere in the input.
  init(_ text: String) { self.init(text, at: Location(SourceSpan(0, 0))) }
}

extension Window {
  init(_ kind: Kind) { self.init(kind, at: Location(SourceSpan(0, 0))) }
}

extension Phrase {
  var measure: String? {
    if case .measure(let name, _) = head { name.text } else { nil }
  }

  /// The phrase of another measure; a partner gets the preposition of that measure.
  mutating func take(measure: String, with direction: Qualifiers.Direction) {
    guard case .measure(_, let reporter) = head else { return }
    head = .measure(Name(measure), reporter: reporter)
    qualifiers.partners?.direction = direction
  }

  var pickedPeriod: Period? {
    if case .at(let period)? = qualifiers.window?.kind { period } else { nil }
  }

  func has(_ transform: String) -> Bool { transforms.contains { $0.name.text == transform } }

  /// True for growth in percent against the year before.
  var isAnnualGrowth: Bool {
    transforms.contains { $0.name.text == "yoy" && $0.argument != .expressed(.change) }
  }

  /// True for growth or a change of any horizon.
  var isGrowth: Bool { transforms.contains(where: \.isOfGrowth) }

  mutating func drop(_ names: String...) {
    transforms.removeAll { names.contains($0.name.text) }
  }

  mutating func replace(_ name: String, by other: String) {
    for i in transforms.indices where transforms[i].name.text == name {
      transforms[i].name = Name(other)
    }
  }
}

extension TransformCall {
  var isOfGrowth: Bool { ["yoy", "mom", "qoq"].contains(name.text) }
}

extension Measured {
  /// A number that no query gives, beside the right one.
  func with(_ value: Double) -> Measured { Measured(value, unit, isChange: isChange) }
}

extension Period {
  /// The months of the period's year up to its end.
  var yearToDate: Period { Period(from: Month(year: end.year, month: 1), through: end) }
}
