import Guidance
import Periods

extension Parser {
  // Suffix ::= EntityQual | Convert | Vintage | Where | Grouping | Window | Transform | Ratio
  mutating func suffixes(of phrase: inout Phrase) throws(Diagnostic) {
    while true {
      if try entityQualifier(of: &phrase) { continue }
      if try transform(of: &phrase) { continue }
      if try window(of: &phrase) { continue }
      if try otherQualifier(of: &phrase) { continue }
      return
    }
  }

  // EntityQual ::= ( "to" | "from" | "with" ) EntityList | "of" ProductList
  //              | "excluding" NameList | "reported" "by" Entity | "mirror"
  mutating func entityQualifier(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    if var ratio = phrase.qualifiers.ratio, case .phrase(var whole) = ratio.whole {
      defer {
        ratio.whole = .phrase(whole)
        phrase.qualifiers.ratio = ratio
      }
      return try entityQualifier(of: &whole)
    }
    if case .share(var share) = phrase.head {
      defer { phrase.head = .share(share) }
      return try entityQualifier(of: &share)
    }
    expect([.keyword(.to), .keyword(.from), .keyword(.with), .keyword(.of)])
    expect([.keyword(.excluding), .keyword(.reported), .keyword(.mirror)])
    switch current.keyword {
    case .to, .from, .with: return try partners(of: &phrase)
    case .of:
      try once(phrase.qualifiers.products.isEmpty, "of", "of \(list(phrase.qualifiers.products))")
      advance()
      phrase.qualifiers.products = try products()
    case .excluding:
      advance()
      phrase.qualifiers.excluding += try excluded()
    case .reported:
      try once(phrase.qualifiers.mirror == nil, "reported by", "whose figures it takes")
      advance()
      guard take(.by) else {
        throw failure("needs-by", "`reported` is followed by `by` and a reporter")
      }
      guard let reporter = place() else { throw unknownPlace() }
      phrase.qualifiers.mirror = .reporter(reporter)
    case .mirror:
      try once(phrase.qualifiers.mirror == nil, "mirror", "whose figures it takes")
      phrase.qualifiers.mirror = .partner(location)
      advance()
    default: return false
    }
    return true
  }

  /// Behind a share partners and products belong to the phrase that was named last, wherever they
  /// stand: `share of exports by year to US`.
  private mutating func entityQualifier(of share: inout Share) throws(Diagnostic) -> Bool {
    if var whole = share.whole {
      defer { share.whole = whole }
      return try entityQualifier(of: &whole)
    }
    guard case .phrase(var part) = share.part else { return false }
    defer { share.part = .phrase(part) }
    return try entityQualifier(of: &part)
  }

  private mutating func partners(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    guard let direction = current.keyword.flatMap({ Qualifiers.Direction(rawValue: $0.rawValue) })
    else { return false }
    if direction == .with, extra(at: 1) != nil { return false }
    if direction == .from, case .period = token(ahead: 1).kind { return false }
    if direction == .to, isAiming, token(ahead: 1).isAim { return false }
    if direction == .from { expect(.period, ahead: 1) }
    let preposition = location
    if let said = phrase.qualifiers.partners {
      throw failure(
        "said-twice",
        "this already says `\(said.direction.rawValue) \(list(said.groups))`",
        notes: ["for columns side by side write a comma, for a sum write `+`"]
      )
    }
    advance()
    guard let first = place() else { throw notAPartner(behind: direction) }
    let groups = try groups(startingWith: first) { parser in parser.place() }
    phrase.qualifiers.partners = Qualifiers.Partners(
      direction: direction,
      groups: groups,
      location: preposition
    )
    return true
  }

  // EntityList ::= EntityGroup ( "," EntityGroup )*    EntityGroup ::= Entity ( "+" Entity )*
  private mutating func groups(
    startingWith first: Name,
    _ member: (inout Parser) -> Name?
  ) throws(Diagnostic) -> [[Name]] {
    var groups = [[first]]
    while true {
      let restore = index
      if take(.plus) {
        if startsReporter {
          index = restore
        } else if let next = member(&self) {
          groups[groups.count - 1].append(next)
          continue
        }
      } else if take(.comma) {
        if startsReporter {
          index = restore
        } else if let next = member(&self) {
          groups.append([next])
          continue
        } else if current.isUnknownWord {
          throw unknownPlace()
        }
      }
      index = restore
      return groups
    }
  }

  /// True at a place that is the reporter of a measure, as in `+ Vietnam exports`.
  private var startsReporter: Bool {
    current.terms.contains { $0.kind == .measure }
      || token(ahead: 1).terms.contains { $0.kind == .measure }
  }

  private mutating func products() throws(Diagnostic) -> [[Name]] {
    guard let first = product() else { throw notAProduct() }
    return try groups(startingWith: first) { parser in parser.product() }
  }

  private mutating func excluded() throws(Diagnostic) -> [Name] {
    guard let first = place() ?? product() else { throw unknownPlace() }
    var names = [first]
    while case let restore = index, take(.comma) {
      guard let next = place() ?? product() else {
        index = restore
        break
      }
      names.append(next)
    }
    return names
  }

  private func list(_ groups: [[Name]]) -> String {
    groups.map { $0.map(\.text).joined(separator: " + ") }.joined(separator: ", ")
  }

  /// Refuses a qualifier that the phrase has already.
  func once(_ isFirst: Bool, _ word: String, _ said: String) throws(Diagnostic) {
    guard !isFirst else { return }
    throw failure("said-twice", "`\(word)` stands here twice: this already says \(said)")
  }

  // MARK: Conversion, vintage, where, grouping, ratio

  private mutating func otherQualifier(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    expect([.keyword(.in), .keyword(.by), .keyword(.as), .keyword(.where), .keyword(.published)])
    switch current.keyword {
    case .in: return try conversion(of: &phrase)
    case .by:
      let said = phrase.qualifiers.grouping
      try once(said?.keys.isEmpty != false, "by", "how it is grouped")
      let start = location
      advance()
      let keys = try groupKeys()
      phrase.qualifiers.grouping = Qualifiers.Grouping(
        keys: keys,
        each: said?.each,
        location: start
      )
    case .as: return try behindAs(of: &phrase)
    case .published:
      phrase.qualifiers.published = Name("published", at: location)
      advance()
    case .where:
      try once(phrase.qualifiers.condition == nil, "where", "which rows it keeps")
      advance()
      phrase.qualifiers.condition = try condition()
    default:
      guard take(.hole) else { return false }
      let mark = tokens[index - 1].span
      guard current.kind == .end else { throw questionAmidWords(mark) }
      phrase.qualifiers.hole = Location(mark)
    }
    return true
  }

  // Convert ::= "in" ( Currency | Unit ), Grouping ::= "in" ( "each" | "every" ) Grain
  private mutating func conversion(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    let start = location
    let next = token(ahead: 1)
    expect([.keyword(.each), .keyword(.every)], ahead: 1)
    if next.keyword == .each || next.keyword == .every {
      advance()
      advance()
      let each = try grain()
      let keys = phrase.qualifiers.grouping?.keys ?? []
      phrase.qualifiers.grouping = Qualifiers.Grouping(keys: keys, each: each, location: start)
      return true
    }
    advance()
    guard let unit = name(.currency, where: { $0 == .currency || $0 == .unit }) else {
      throw inTakesPeriod()
    }
    try once(phrase.qualifiers.conversion == nil, "in", "which currency it takes")
    phrase.qualifiers.conversion = unit
    return true
  }

  // Grouping ::= "by" GroupKey ( "," GroupKey )*
  private mutating func groupKeys() throws(Diagnostic) -> [Qualifiers.Key] {
    var keys = [try groupKey()]
    while current.kind == .symbol(.comma) {
      let next = token(ahead: 1)
      let isKey =
        next.keyword.flatMap { Grain(rawValue: $0.rawValue) } != nil
        || next.terms.contains { $0.kind == .dimension }
      guard isKey else { break }
      advance()
      keys.append(try groupKey())
    }
    if current.kind == .symbol(.comma) { expect(.dimension, ahead: 1) }
    return keys
  }

  // GroupKey ::= Dimension | Grain | Grain "of" "year"
  private mutating func groupKey() throws(Diagnostic) -> Qualifiers.Key {
    guard let grain = seenGrain() else { return .dimension(try dimension()) }
    advance()
    expect(.keyword(.of))
    guard current.keyword == .of else { return .grain(grain) }
    expect(.keyword(.year), ahead: 1)
    guard token(ahead: 1).keyword == .year else { return .grain(grain) }
    advance()
    advance()
    return .season(grain)
  }

  mutating func dimension() throws(Diagnostic) -> Name {
    if let name = name(.dimension, where: { $0 == .dimension }) { return name }
    try checkToken()
    guard current.kind != .end else {
      throw failure("needs-dimension", "by what? A dimension such as `partner`, or `year`")
    }
    let spellings = spellings { $0.kind == .dimension } + Grain.allCases.map(\.rawValue)
    throw failure("unknown-dimension", "I do not know a dimension called '\(current.text.shown)'")
      .suggesting(current.text, from: spellings)
  }

  private mutating func seenGrain() -> Grain? {
    expect([.keyword(.month), .keyword(.quarter), .keyword(.year)])
    return current.keyword.flatMap { Grain(rawValue: $0.rawValue) }
  }

  mutating func grain() throws(Diagnostic) -> Grain {
    guard let grain = seenGrain() else {
      throw failure("needs-grain", "a unit of time belongs here: month, quarter, half or year")
    }
    advance()
    return grain
  }

  // Vintage ::= "as" "of" ( Date | "latest" ) | "as" "first" "published"?
  // Ratio   ::= "as" ( "share" "of" | "%" "of" ) Phrase0
  private mutating func behindAs(of phrase: inout Phrase) throws(Diagnostic) -> Bool {
    let start = location
    let next = token(ahead: 1)
    expect([.keyword(.of), .keyword(.first), .keyword(.share)], ahead: 1)
    if next.keyword == .of {
      advance()
      advance()
      try once(phrase.qualifiers.vintage == nil, "as of", "which vintage it takes")
      let kind = try vintage()
      phrase.qualifiers.vintage = Qualifiers.Vintage(kind: kind, location: start)
    } else if next.keyword == .first {
      advance()
      advance()
      _ = take(.published)
      try once(phrase.qualifiers.vintage == nil, "as first published", "which vintage it takes")
      phrase.qualifiers.vintage = Qualifiers.Vintage(kind: .firstPublished, location: start)
    } else if next.keyword == .share || next.kind == .symbol(.percent) {
      advance()
      advance()
      guard take(.of) else { throw failure("needs-of", "`as share` is followed by `of`") }
      try once(phrase.qualifiers.ratio == nil, "as share of", "what it is a share of")
      phrase.qualifiers.ratio = Qualifiers.Ratio(whole: .phrase(try plainPhrase()), location: start)
    } else {
      return false
    }
    return true
  }

  private mutating func vintage() throws(Diagnostic) -> Qualifiers.Vintage.Kind {
    if take(.latest) { return .latest }
    expect(.day)
    try checkToken()
    guard case .period(let literal) = current.kind else {
      throw failure("needs-day", "`as of` takes a day, such as `as of 2025-12-08`, or `latest`")
    }
    advance()
    switch literal {
    case .day(let day): return .asOf(day)
    case .period(let period): return .asOf(Day(lastOf: period.end))
    }
  }
}
