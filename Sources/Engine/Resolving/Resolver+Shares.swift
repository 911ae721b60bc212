import Catalogue
import Guidance
import Language
import Periods

extension Resolver {
  /// `share of PART in WHOLE`: both with what surrounds them, the whole without the part's members.
  func share(
    _ share: Share,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    switch share.part {
    case .phrase(let part):
      let whole: Phrase
      if let named = share.whole {
        try checkParts(part.qualifiers.partners?.groups.flatMap(\.self) ?? [], of: named)
        whole = named
      } else {
        whole = try part.whole(grouped: scope.qualifiers.grouping)
      }
      let partPlan = try plan(part, scope)
      let wholePlan = try plan(whole, scope.withoutEntities)
      return try self.share(partPlan, of: wholePlan, at: phrase.span)
    case .places(let names):
      let whole = share.whole ?? phrase
      if let own = try ownShare(names, whole, scope, at: phrase.span) { return own }
      try checkParts(names, of: whole)
      let direction = measure(of: whole)?.direction ?? .to
      return try self.share(names, whole, scope, at: phrase.span) { part, name in
        part.qualifiers.partners = Qualifiers.Partners(
          direction: direction,
          groups: [[name]],
          location: name.location
        )
      }
    case .products(let names):
      return try self.share(names, share.whole ?? phrase, scope, at: phrase.span) { part, name in
        part.qualifiers.products = [[name]]
      }
    }
  }

  private func share(
    _ names: [Name],
    _ whole: Phrase,
    _ scope: Scope,
    at span: SourceSpan,
    _ narrow: (inout Phrase, Name) -> Void
  ) throws(Diagnostic) -> Plan {
    let wholePlan = try plan(whole, scope)
    var columns: [(member: Member, plan: Plan)] = []
    for name in names {
      var part = whole
      narrow(&part, name)
      let share = try self.share(plan(part, scope), of: wholePlan, at: span)
      columns.append((Member("partner", name.text), share))
    }
    guard columns.count > 1 else { return columns[0].plan }
    var kind = columns[0].plan.kind
    kind.dimensions = ["partner"]
    return Plan(.columns(columns), kind)
  }

  /// `share of China in world exports`: the reporter's own exports over an indicator of the world.
  private func ownShare(
    _ names: [Name],
    _ whole: Phrase,
    _ scope: Scope,
    at span: SourceSpan
  ) throws(Diagnostic) -> Plan? {
    guard let measure = measure(of: whole), case .indicator(let indicator) = measure.kind else {
      return nil
    }
    guard indicator.code == "world.exports", names.count == 1,
      bench.place(named: names[0].text)?.code == bench.reporter
    else {
      throw Diagnostic(
        "not-loaded",
        "`\(indicator.name)` is not measured by partner",
        at: names[0].span
      )
    }
    let wholePlan = try plan(whole, scope)
    var scope = scope
    scope.frequency = wholePlan.kind.frequency
    let exports = Phrase(
      .measure(Name("exports", at: names[0].location), reporter: nil),
      at: names[0].location
    )
    return try share(plan(exports, scope), of: wholePlan, at: span)
  }

  /// Refuses partners that are no part of those that the whole names.
  private func checkParts(_ names: [Name], of whole: Phrase) throws(Diagnostic) {
    let holders = (whole.qualifiers.partners?.groups ?? []).flatMap(\.self)
    let places = holders.compactMap { bench.place(named: $0.text) }
    let codes = Set(places.flatMap { [$0.code] + $0.memberCodes })
    guard !places.isEmpty, !places.contains(where: { $0.kind == .world }) else { return }
    for name in names {
      guard let place = bench.place(named: name.text), !codes.contains(place.code) else { continue }
      let members = place.memberCodes
      guard members.isEmpty || !codes.isSuperset(of: members) else { continue }
      let holder = holders.map(\.text).joined(separator: " and ")
      let outside = members.filter { !codes.contains($0) }
        .map { bench.place(code: $0)?.name ?? $0 }
      let reason =
        if members.isEmpty || outside.count == members.count {
          "\(name.text) is no part of \(holder)"
        } else {
          "\(name.text) is only in part in \(holder) (without: \(outside.joined(separator: ", ")))"
        }
      throw Diagnostic(
        "not-a-part",
        "\(reason), and has no share in what goes there or comes from there",
        at: name.span,
        notes: ["one over the other is a ratio: `(… \(name.text)) / (… \(holder))`"]
      )
    }
  }

  private func measure(of phrase: Phrase) -> Measure? {
    guard case .measure(let name, _) = phrase.head else { return nil }
    return bench.lexicon.measures[name.text]
  }

  /// The first plan in percent of the second, which must have its unit.
  func share(_ part: Plan, of whole: Plan, at span: SourceSpan) throws(Diagnostic) -> Plan {
    guard part.kind.unit == whole.kind.unit else {
      throw Diagnostic(
        "unit-mismatch",
        "\(part.kind.unit?.noun ?? "a number") has no share "
          + "in \(whole.kind.unit?.noun ?? "a number")",
        at: span
      )
    }
    let operation = Operation(
      sign: .divide,
      left: .phrase(Phrase(.hole, at: Location(span))),
      right: .phrase(Phrase(.hole, at: Location(span))),
      location: Location(span)
    )
    var kind = try joined(part.kind, whole.kind, operation)
    kind.unit = .percent
    kind.nature = .level
    return Plan(.share(part, of: whole), kind)
  }
}

extension Phrase {
  /// What a share is of unless it says so: the same without the partner or, if it has none,
  /// without the product.
  fileprivate func whole(grouped grouping: Qualifiers.Grouping?) throws(Diagnostic) -> Phrase {
    var whole = self
    if qualifiers.partners != nil {
      whole.qualifiers.partners = nil
      whole.qualifiers.excluding = []
    } else if !qualifiers.products.isEmpty {
      whole.qualifiers.products = []
    } else if grouping?.dimensions.isEmpty != false {
      throw Diagnostic(
        "share-needs-whole",
        "a share of what? Name the whole behind `in`",
        at: span,
        notes: ["as in `share of exports to US in exports`"]
      )
    }
    return whole
  }
}
