import Catalogue
import Guidance
import Language
import Periods

// The reading in words: what, how, when, on which basis, as of when.
extension Answerer {
  func describe(_ query: Query, _ plan: Plan, _ outcome: Outcome) -> [String] {
    var parts = [subject(query.expression)]
    parts += transformLabels(query.expression, plan)
    if outcome.panel.isScalar, plan.hasPeriod,
      let series = outcome.panel.columns.first?.series
    {
      let period = series.period(series.first)
      let incomplete = outcome.through(period) == nil ? "" : ", incomplete"
      let span = plan.accumulates.map { $0.span(of: period) } ?? period
      parts.append(span.label + incomplete)
    } else if !plan.kind.isScalar {
      parts.append(plan.kind.frequency.label)
    }
    return parts + provenance(query.expression, [plan])
  }

  /// The words above several columns.
  func describe(_ columns: [Expression], _ plans: [Plan]) -> [String] {
    var parts = [columns.map { subject($0) }.uniquedText.joined(separator: " beside ")]
    if let plan = plans.first, !plan.kind.isScalar { parts.append(plan.kind.frequency.label) }
    return parts + provenance(.versus(columns), plans)
  }

  private func provenance(_ expression: Expression, _ plans: [Plan]) -> [String] {
    var parts = reporters(plans).map { [$0] } ?? []
    let bases = plans.flatMap { basis(of: $0).split(separator: ", ").map(String.init) }.uniquedText
    if !bases.isEmpty { parts.append(bases.joined(separator: ", ")) }
    if let rate = plans.flatMap(\.scans).first(where: { $0.rate != nil }), rate.rate != nil {
      parts.append("at each month's rate")
    }
    parts += blankQuantities(plans)
    // Where there are several, each stands with what it belongs to.
    let vintages = Set(expression.vintages(unless: sessionVintage))
    if vintages.count == 1, let vintage = vintages.first, vintage != .latest {
      parts.append(
        Qualifiers.Vintage(kind: vintage, location: Location(SourceSpan(0, 0))).description
      )
    }
    return parts.uniquedText
  }

  /// The vintage of phrases that name none.
  private var sessionVintage: Qualifiers.Vintage.Kind {
    switch bench.vintage {
    case .asOf(let day): .asOf(day)
    case .firstPublished: .firstPublished
    case .latest: .latest
    }
  }

  /// What is measured: the phrase without transforms and windows, and without vintages unless they
  /// differ.
  private func subject(_ expression: Expression) -> String {
    var expression = expression
    let isMixed = Set(expression.vintages(unless: sessionVintage)).count > 1
    if isMixed { expression.nameVintages(unless: sessionVintage) }
    guard case .phrase(var phrase) = expression else {
      expression.mapPhrases { phrase, _ in
        phrase.qualifiers.window = nil
        if !isMixed { phrase.qualifiers.vintage = nil }
      }
      return expression.description
    }
    switch phrase.head {
    case .aggregate(let name, let inner):
      return "\(name.text) of \(Query(.phrase(inner)).description)"
    case .ranking(var ranking):
      ranking.key = ranking.key.withoutWindow
      return ranking.description
    case .contributions(var contributions):
      contributions.to.qualifiers.window = nil
      return contributions.description
    default: break
    }
    phrase.transforms = []
    phrase.qualifiers.window = nil
    phrase.qualifiers.vintage = nil
    phrase.qualifiers.published = nil
    if phrase.qualifiers.grouping?.dimensions.isEmpty == true { phrase.qualifiers.grouping = nil }
    return phrase.description
  }

  private func transformLabels(_ expression: Expression, _ plan: Plan) -> [String] {
    guard case .phrase(let phrase) = expression else { return [] }
    return phrase.qualifiers.published == nil
      ? plan.transformLabels : ["growth as published by the source"]
  }

  /// `200 reporters together`, where the query names none and there are several.
  private func reporters(_ plans: [Plan]) -> String? {
    guard bench.reporter == nil, let count = bench.data.reporterPlaces?.count, count > 1 else {
      return nil
    }
    let requests = plans.flatMap(\.scans).flatMap { $0.requests.map(\.request) }
    let isTogether = requests.allSatisfy {
      $0.reporter == nil && !$0.keepsReporters && !$0.isIndicator
    }
    return isTogether && !requests.isEmpty ? "\(count) reporters together" : nil
  }

  /// True where figures of another reporter than the session's own are taken.
  func isMirrored(_ plan: Plan) -> Bool {
    guard let own = bench.reporter else { return false }
    return plan.scans.contains { scan in
      scan.requests.contains { $0.request.reporter != nil && $0.request.reporter != own }
    }
  }

  /// The bases of the figures behind a plan: `FOB`, `FOB − CIF`.
  func basis(of plan: Plan) -> String {
    guard bench.data.origins.contains(where: { !$0.basis.isEmpty }) else { return "" }
    let bases = plan.scans.filter { !$0.isExact }.map { scan -> String in
      let all = scan.requests.map { sign, request in
        (sign, bench.facts.timelines(request).sorted { $0.key < $1.key }.first?.value.basis ?? "")
      }.filter { !$0.1.isEmpty }
      guard let first = all.first else { return "" }
      return all.dropFirst().reduce(first.1) { text, next in
        text + (first.0 == next.0 ? " + " : " − ") + next.1
      }
    }
    return bases.filter { !$0.isEmpty }.uniquedText.joined(separator: ", ")
  }
}

extension Plan {
  /// How the transforms of the plan are called, innermost first.
  var transformLabels: [String] {
    switch step {
    case .transformed(let transform, let inner): inner.transformLabels + [transform.label]
    case .windowed(_, let inner), .filtered(_, let inner), .aggregated(_, let inner):
      inner.transformLabels
    default: []
    }
  }
}

extension Expression {
  /// The vintages of what is measured, in the order of the phrases; one that none is named for is
  /// `common`.
  fileprivate func vintages(
    unless common: Qualifiers.Vintage.Kind
  ) -> [Qualifiers.Vintage.Kind] {
    phrases.flatMap { phrase -> [Qualifiers.Vintage.Kind] in
      switch phrase.head {
      case .quantity: []
      case .group(let inner): inner.vintages(unless: phrase.qualifiers.vintage?.kind ?? common)
      default: [phrase.qualifiers.vintage?.kind ?? common]
      }
    }
  }

  /// Writes the vintage to every measure that names none.
  fileprivate mutating func nameVintages(unless common: Qualifiers.Vintage.Kind) {
    mapPhrases { phrase, _ in
      switch phrase.head {
      case .quantity: break
      case .group(var inner):
        inner.nameVintages(unless: phrase.qualifiers.vintage?.kind ?? common)
        phrase.head = .group(inner)
        phrase.qualifiers.vintage = nil
      default:
        let named = Qualifiers.Vintage(kind: common, location: phrase.location)
        phrase.qualifiers.vintage = phrase.qualifiers.vintage ?? named
      }
    }
  }
}

extension [String] {
  /// Each text once, in the order of its first appearance.
  var uniquedText: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
