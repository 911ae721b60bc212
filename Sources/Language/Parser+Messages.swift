import Guidance
import Periods

// What the parser says when a word stands where it cannot.
extension Parser {
  /// A head was needed and something else stands here.
  func misplacedHead() -> Diagnostic {
    if current.kind == .end {
      return failure("needs-measure", "a measure belongs here, such as `exports` or `surplus`")
    }
    if current.isUnknownWord {
      return failure("unknown-name", "I do not know the name '\(current.text.shown)'")
        .suggesting(current.text, from: headSpellings)
    }
    if let transform = current.terms.first(where: {
      if case .transform = $0.kind { true } else { false }
    }) {
      return failure(
        "needs-measure",
        "`\(transform.name)` stands behind what it transforms",
        notes: ["write the measure first: `exports \(transform.name)`"]
      )
    }
    return outOfPlace()
      ?? failure("needs-measure", "a measure belongs here before '\(current.text.shown)'")
  }

  /// A function without its parentheses, or the word of a statement that is not the first.
  private func outOfPlace() -> Diagnostic? {
    if let function = term(where: { $0 == .function }) {
      return failure(
        "unexpected",
        "`\(function.name)` is a function: what it takes stands in parentheses behind it",
        notes: ["as in `\(function.name)(…)`; `help \(function.name)` has examples"]
      )
    }
    guard index > 0, let term = current.terms.first, case .statement = term.kind else { return nil }
    return failure(
      "unexpected",
      "`\(term.name)` stands first: what it is about comes behind it",
      notes: ["`help \(term.name)` has examples"]
    )
  }

  private var headSpellings: [String] {
    spellings(where: \.isHead) + ["share of", "top", "bottom", "contributions to"]
  }

  /// `to US and EU` joins partners by a word that joins conditions.
  func partnerBehindAnd(_ left: Expression) -> Diagnostic? {
    guard left.phrases.last?.qualifiers.partners != nil, let place = term(where: { $0 == .place }),
      !token(ahead: 1).terms.contains(where: { $0.kind == .measure })
    else { return nil }
    let and = tokens[index - 1].span
    return failure(
      "and-joins-conditions",
      "`and` joins conditions, not partners",
      at: and,
      notes: ["for their sum write `+ \(place.name)`"],
      fix: Fix(
        "for columns side by side write `, \(place.name)`",
        replacing: SourceSpan(tokens[index - 2].span.end, current.span.end),
        with: ", \(place.name)"
      )
    )
  }

  func growthNeedsHorizon() -> Diagnostic {
    failure(
      "growth-needs-horizon",
      "`growth` over which horizon?",
      notes: ["`mom` month on month · `qoq` quarter on quarter · `cagr 2015..2025` compound"],
      fix: growthFix
    )
  }

  /// `growth of exports` becomes `exports yoy`.
  private var growthFix: Fix {
    let text = "write `exports yoy` (year on year), `mom`, `qoq`, or `cagr 2015..2025`"
    guard token(ahead: 1).keyword == .of, token(ahead: 2).terms.contains(where: \.isHead) else {
      return Fix(text)
    }
    let measure = token(ahead: 2).text
    return Fix(
      text.replacing("`exports yoy`", with: "`\(measure) yoy`"),
      replacing: current.span.joined(token(ahead: 2).span),
      with: "\(measure) yoy"
    )
  }

  /// A question mark stands between words.
  func questionAmidWords(_ mark: SourceSpan) -> Diagnostic {
    failure(
      "hole",
      "`?` asks what may follow, so nothing stands behind it",
      at: mark,
      fix: Fix("leave it out", replacing: mark, with: "")
    )
  }

  /// A partner was needed behind `to`, `from` or `with`.
  func notAPartner(behind direction: Qualifiers.Direction) -> Diagnostic {
    guard case .period(let literal) = current.kind, direction != .from else {
      return unknownPlace()
    }
    let typed = current.text
    let preposition = tokens[index - 1].span
    let isPeriod = if case .period = literal { true } else { false }
    return failure(
      "to-takes-partner",
      "`\(direction.rawValue)` takes a partner, not a period",
      notes: ["for a range write `2020..\(typed)`"],
      fix: isPeriod
        ? Fix(
          "for an end date write `until \(typed)`",
          replacing: preposition.joined(current.span),
          with: "until \(typed)"
        ) : nil
    )
  }

  func unknownPlace() -> Diagnostic {
    if case .invalid(let diagnostic) = current.kind { return diagnostic }
    guard current.kind != .end else {
      return failure("needs-partner", "a partner belongs here, such as `US` or `ASEAN`")
    }
    if let product = term(where: { $0 == .product }) {
      return failure(
        "to-takes-partner",
        "'\(current.text.shown)' is a product, not a partner",
        fix: Fix(
          "write `of \(product.name)`",
          replacing: tokens[max(0, index - 1)].span.joined(current.span),
          with: "of \(product.name)"
        )
      )
    }
    return failure(
      "unknown-partner",
      "I do not know a partner called '\(current.text.shown)'"
    ).suggesting(current.text, from: placeNames)
  }

  private var placeNames: [String] {
    names { $0.kind == .place } + spellings { $0.kind == .place }
  }

  /// A product was needed behind `of`.
  func notAProduct() -> Diagnostic {
    if case .invalid(let diagnostic) = current.kind { return diagnostic }
    if term(where: { $0 == .place }) != nil {
      return failure(
        "of-takes-product",
        "`of` takes a product here, and '\(current.text.shown)' is a partner",
        fix: partnerFix(replacing: tokens[index - 1].span.joined(current.span))
      )
    }
    guard current.kind != .end else {
      return failure("needs-product", "a product belongs here, such as `steel` or `HS 8542`")
    }
    return failure(
      "unknown-product",
      "I do not know a product called '\(current.text.shown)'"
    ).suggesting(current.text, from: spellings { $0.kind == .product })
  }

  /// The partner that stands here, behind the preposition that its measure takes; nil where the
  /// phrase names one already.
  private func partnerFix(replacing span: SourceSpan) -> Fix? {
    guard let place = term(where: { $0 == .place }) else { return nil }
    let words = tokens[..<index].reversed().prefix { !$0.terms.contains { $0.kind == .measure } }
    let prepositions: Set<Keyword> = [.to, .from, .with]
    guard !words.contains(where: { $0.keyword.map(prepositions.contains) == true }) else {
      return nil
    }
    let measure = tokens[..<(index - words.count)].last?.terms.first { $0.kind == .measure }
    guard let measure else { return nil }
    let preposition = vocabulary.prepositions[measure.name] ?? Keyword.to.rawValue
    let text = "\(preposition) \(written(place.name))"
    return Fix("for a partner write `\(text)`", replacing: span, with: text)
  }

  /// `in` was followed by something that it does not take.
  func inTakesPeriod() -> Diagnostic {
    let preposition = tokens[index - 1].span
    if term(where: { $0 == .place }) != nil {
      return failure(
        "in-takes-period",
        "`in` takes a period, a currency or a unit",
        fix: partnerFix(replacing: preposition.joined(current.span))
      )
    }
    if let product = term(where: { $0 == .product }) {
      return failure(
        "in-takes-period",
        "`in` takes a period, a currency or a unit",
        fix: Fix(
          "for a product write `of \(product.name)`",
          replacing: preposition.joined(current.span),
          with: "of \(product.name)"
        )
      )
    }
    let names = spellings { [.currency, .unit, .event].contains($0.kind) }
    return failure("in-takes-period", "`in` takes a period, a currency or a unit")
      .suggesting(current.text, from: names)
  }

  /// The entry goes on where it should have ended.
  func unexpected() -> Diagnostic {
    if case .invalid(let diagnostic) = current.kind { return diagnostic }
    let typed = current.text.shown
    // A code of two letters stands for a country only where one is expected.
    let isCode = typed.count == 2 && !current.terms.contains { $0.name == typed }
    if current.isUnknownWord || (isCode && current.keyword == nil) {
      return failure("unknown-name", "I do not know the name '\(typed)'")
        .suggesting(current.text, from: suffixSpellings)
    }
    if let transform = unfinishedTransform() {
      return failure(
        "unknown-name",
        "I do not know the name '\(typed)'",
        fix: Fix("did you mean `\(transform)`?", replacing: current.span, with: transform)
      )
    }
    // `and` is also the code of Andorra, which nobody means.
    if current.keyword == nil, term(where: { $0 == .place }) != nil {
      return failure(
        "missing-preposition",
        "'\(typed)' is a partner: say in which direction",
        fix: partnerFix(replacing: current.span)
      )
    }
    if let product = term(where: { $0 == .product }) {
      return failure(
        "missing-preposition",
        "'\(typed)' is a product",
        fix: Fix("write `of \(product.name)`", replacing: current.span, with: "of \(product.name)")
      )
    }
    if case .symbol(.close) = current.kind {
      return failure("unexpected", "this parenthesis closes nothing")
    }
    return outOfPlace() ?? failure("unexpected", "I cannot make sense of '\(typed)' here")
  }

  /// The transform that lacks its last letter behind another transform: `sa mo` names no Macao.
  private func unfinishedTransform() -> String? {
    let isTransform = { (kind: Term.Kind) in
      if case .transform = kind { true } else { false }
    }
    guard index > 0, tokens[index - 1].terms.contains(where: { isTransform($0.kind) }) else {
      return nil
    }
    let typed = current.text.lowercased()
    guard typed == current.text else { return nil }
    return vocabulary.names { isTransform($0.kind) }
      .first { $0.count == typed.count + 1 && $0.hasPrefix(typed) }
  }

  private var suffixSpellings: [String] {
    let words = spellings {
      if case .transform = $0.kind { true } else { [.measure, .currency].contains($0.kind) }
    }
    let keywords = Keyword.allCases.map(\.rawValue)
    return words + keywords
  }
}
