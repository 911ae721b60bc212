import Catalogue
import Guidance
import Language
import Periods

extension Resolver {
  func ranking(_ ranking: Ranking, _ scope: Scope) throws(Diagnostic) -> Plan {
    let scope = scope.grouped(by: ranking.dimension)
    let key = try plan(ranking.key, scope)
    guard key.kind.nature != .truth else {
      throw Diagnostic("rank-needs-measure", "a condition ranks nothing", at: ranking.key.span)
    }
    return Plan(
      .ranked(
        RankingPlan(
          fromTop: ranking.fromTop,
          count: ranking.count,
          dimension: ranking.dimension.text,
          key: key,
          isAnew: ranking.key.phrases.contains { $0.qualifiers.grouping?.each != nil }
        )
      ),
      key.kind
    )
  }

  func contributions(_ contributions: Contributions, _ scope: Scope) throws(Diagnostic) -> Plan {
    let phrase = contributions.to
    let growth = phrase.transforms.filter { ["yoy", "mom", "qoq"].contains($0.name.text) }
    guard growth.count == 1, phrase.transforms.last == growth[0],
      growth[0].argument == .none || growth[0].argument == .expressed(.percent)
    else {
      throw Diagnostic(
        "contributions-need-growth",
        "contributions add up to growth: one of `yoy`, `mom` and `qoq` belongs at the end",
        at: phrase.span,
        notes: ["as in `contributions to exports yoy by partner 2025`"]
      )
    }
    var level = phrase
    level.transforms.removeLast()
    level.qualifiers.window = nil
    level.qualifiers.condition = nil
    var scope = scope
    scope.frequency = phrase.ownFrequency ?? scope.frequency
    let parts = try parts(of: level, contributions.of, scope)
    var whole = level
    whole.qualifiers.grouping?.keys.removeAll { key in
      if case .dimension = key { true } else { false }
    }
    let wholePlan = try plan(whole, scope)
    let measured = try transformed(wholePlan, phrase.only(growth[0]), scope)
    let periods = (measured.kind.horizon ?? 12) / wholePlan.kind.frequency.step
    var kind = parts.kind.with(unit: .percentagePoints, nature: .growth)
    kind.horizon = measured.kind.horizon
    let plan = Plan(
      .contributions(
        ContributionPlan(parts: parts, whole: wholePlan, periods: periods, window: nil)
      ),
      kind
    )
    return try phrase.qualifiers.window.map { (window) throws(Diagnostic) in
      try windowed(plan, window)
    } ?? plan
  }

  private func parts(
    of level: Phrase,
    _ member: Name?,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    var level = level
    guard let member else {
      guard level.qualifiers.grouping?.dimensions.isEmpty == false else {
        throw Diagnostic(
          "needs-dimension",
          "contributions of what? `by partner` or `by product` belongs here",
          at: level.span
        )
      }
      return try plan(level, scope)
    }
    let direction: Qualifiers.Direction =
      if case .measure(let name, _) = level.head {
        bench.lexicon.measures[name.text]?.direction ?? .to
      } else {
        .to
      }
    level.qualifiers.partners = Qualifiers.Partners(
      direction: direction,
      groups: [[member]],
      location: member.location
    )
    return try plan(level, scope)
  }
}

extension Scope {
  /// The scope with the members of a dimension kept apart.
  func grouped(by dimension: Name) -> Scope {
    var scope = self
    scope.qualifiers.grouping = Qualifiers.Grouping(
      keys: [.dimension(dimension)],
      each: nil,
      location: dimension.location
    )
    return scope
  }
}

extension Phrase {
  /// The phrase with a single transform.
  fileprivate func only(_ call: TransformCall) -> Phrase {
    var copy = self
    copy.transforms = [call]
    copy.qualifiers.published = nil
    return copy
  }
}
