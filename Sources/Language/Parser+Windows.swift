import Guidance
import Periods

extension Parser {
  // Window ::= Period | Period ".." Period? | ".." Period
  //          | ( "in" | "during" ) ( PeriodRange | Event )
  //          | ( "since" | "until" | "before" | "after" ) ( Period | Event )
  //          | "from" Period ( "to" Period )? | "last" Int Grain | "last" Span
  //          | "in" ( "this" | "last" ) Grain | "latest"
  mutating func window(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    expect([.period, .keyword(.since), .keyword(.until), .keyword(.before), .keyword(.after)])
    expect([
      .keyword(.during), .keyword(.between), .keyword(.last), .keyword(.latest), .keyword(.in),
    ])
    let start = index
    guard let kind = try windowKind() else {
      index = start
      return false
    }
    let window = Window(kind, at: location(from: start))
    guard let present = phrase.qualifiers.window else {
      phrase.qualifiers.window = window
      return true
    }
    guard let merged = present.merged(with: window) else {
      throw failure(
        "said-twice",
        "this already says `\(present)`, and now `\(window)`",
        at: window.location.span
      )
    }
    phrase.qualifiers.window = merged
    return true
  }

  private mutating func windowKind() throws(Diagnostic) -> Window.Kind? {
    try checkToken()
    if case .period = current.kind { return try barePeriod() }
    if current.kind == .symbol(.range) {
      advance()
      return .until(.period(try period()))
    }
    guard let keyword = current.keyword else { return nil }
    switch keyword {
    case .in: return try behindIn()
    case .during:
      advance()
      return try eventOrRange()
    case .between:
      advance()
      let first = try anchor()
      guard take(.and) else {
        throw failure("needs-and", "between that and what? `between 2018-07 and covid`")
      }
      return .spanning(first, try anchor())
    case .since, .until, .before, .after:
      advance()
      let anchor = try anchor()
      switch keyword {
      case .since: return .since(anchor)
      case .until: return .until(anchor)
      case .before: return .before(anchor)
      default: return .after(anchor)
      }
    case .from:
      advance()
      let first = try period()
      // A partner behind `to` is another qualifier.
      guard sees(.to), case .period = token(ahead: 1).kind else { return .since(.period(first)) }
      advance()
      return .between(first, try period())
    case .this:
      advance()
      return .this(try grain())
    case .last:
      advance()
      if let grain = current.keyword.flatMap({ Grain(rawValue: $0.rawValue) }) {
        advance()
        return .previous(grain)
      }
      return try behindLast()
    case .latest:
      advance()
      return .latest
    default: return nil
    }
  }

  private mutating func barePeriod() throws(Diagnostic) -> Window.Kind {
    let first = try period()
    guard take(.range) else { return .at(first) }
    expect(.period)
    guard case .period = current.kind else { return .since(.period(first)) }
    return .between(first, try period())
  }

  private mutating func behindIn() throws(Diagnostic) -> Window.Kind? {
    let next = token(ahead: 1)
    expect([.period, .event, .keyword(.this), .keyword(.last)], ahead: 1)
    if next.keyword == .this {
      advance()
      advance()
      return .this(try grain())
    }
    if next.keyword == .last {
      advance()
      advance()
      if case .word(let keyword?, _) = current.kind, let grain = Grain(rawValue: keyword.rawValue) {
        advance()
        return .previous(grain)
      }
      return try behindLast()
    }
    let isEvent = term(at: 1, where: { $0 == .event }) != nil
    if case .period = next.kind {
    } else if !isEvent, next.kind != .symbol(.range) {
      if case .invalid(let diagnostic) = next.kind { throw diagnostic }
      return nil
    }
    advance()
    return try eventOrRange()
  }

  private mutating func eventOrRange() throws(Diagnostic) -> Window.Kind {
    if let event = event() { return .during(event) }
    if take(.range) { return .until(.period(try period())) }
    let first = try period()
    guard take(.range) else {
      // Several months together are a run of months behind `in`.
      guard first.grain == nil else { return .within(first) }
      return .between(Period(first.start), Period(first.end))
    }
    guard case .period = current.kind else { return .since(.period(first)) }
    return .between(first, try period())
  }

  private mutating func behindLast() throws(Diagnostic) -> Window.Kind {
    expect([.number, .span, .keyword(.month), .keyword(.quarter), .keyword(.year)])
    switch current.kind {
    case .span(let span):
      advance()
      return .last(span.count, span.grain)
    case .quantity(let quantity):
      guard let count = quantity.wholeNumber, count > 0 else { break }
      advance()
      return .last(count, try grain())
    default: break
    }
    throw failure("needs-number", "last how many? `last 12 months`, `last 5y`")
  }

  private mutating func anchor() throws(Diagnostic) -> Window.Anchor {
    if let event = event() { return .event(event) }
    expect(.period)
    guard case .period = current.kind else {
      try checkToken()
      guard case .word = current.kind else {
        throw failure("needs-period", "a period or an event belongs here")
      }
      throw failure("unknown-event", "I do not know an event called '\(current.text.shown)'")
        .suggesting(current.text, from: names { $0.kind == .event })
    }
    return .period(try period())
  }

  mutating func period() throws(Diagnostic) -> Period {
    expect(.period)
    try checkToken()
    guard case .period(let literal) = current.kind else {
      throw failure("needs-period", "a period belongs here, such as `2025` or `2025-11`")
    }
    guard case .period(let period) = literal else {
      throw failure(
        "no-such-period",
        "'\(current.text.shown)' is a day; the figures are monthly",
        fix: Fix(
          "write `\(current.text.prefix(7))`, or `as of \(current.text)` for a vintage",
          replacing: current.span,
          with: String(current.text.prefix(7))
        )
      )
    }
    advance()
    return period
  }
}

extension Window {
  /// One window for `since A` together with `until B`; nil where two windows contradict.
  func merged(with other: Window) -> Window? {
    let kind: Kind? =
      switch (self.kind, other.kind) {
      case (.since(.period(let first)), .until(.period(let last))),
        (.until(.period(let last)), .since(.period(let first))):
        .between(first, last)
      case (.since(.period(let first)), .before(.period(let next))),
        (.before(.period(let next)), .since(.period(let first))):
        .between(first, Period(next.start - 1))
      case (.after(.period(let before)), .until(.period(let last))),
        (.until(.period(let last)), .after(.period(let before))):
        .between(Period(before.end + 1), last)
      default: nil
      }
    return kind.map { Window($0, at: location.joined(other.location)) }
  }
}
