import Catalogue
import Guidance
import Language
import Periods

// What tables need to know about the plan that made them.
extension Plan {
  var isRanked: Bool {
    switch step {
    case .ranked: true
    case .filtered(_, let inner), .windowed(_, let inner): inner.isRanked
    default: false
    }
  }

  /// The ranking of the plan, where it ranks anew in each period.
  var rankingAnew: RankingPlan? {
    switch step {
    case .ranked(let ranking): ranking.isAnew ? ranking : nil
    case .filtered(_, let inner), .windowed(_, let inner): inner.rankingAnew
    default: nil
    }
  }

  /// True where the columns stand in the order in which the query wrote them.
  var isWritten: Bool {
    switch step {
    case .columns: true
    case .windowed, .transformed, .negative, .aggregated: inputs.first?.isWritten ?? false
    case .arithmetic, .share: inputs.contains { $0.isWritten }
    default: false
    }
  }

  /// True for amounts whose members add up to a whole.
  var addsUp: Bool {
    switch step {
    case .facts(let scan): scan.each != nil && kind.nature == .flow
    case .contributions: true
    case .windowed, .filtered, .transformed, .aggregated:
      (inputs.first?.addsUp ?? false)
        && (kind.unit?.currency != nil || kind.unit == .percentagePoints)
    case .ranked(let ranking): ranking.key.addsUp
    default: false
    }
  }

  /// What the column of values is called.
  var valueName: String {
    switch step {
    case .facts(let scan): scan.label
    case .contributions: "contribution"
    case .share: "share"
    case .called(let function, _): type(of: function).entry.name
    case .transformed(let transform, let inner):
      "\(inner.valueName), \(transform.shortLabel)"
    default: inputs.first?.valueName ?? "value"
    }
  }

  /// The plan with the whole in the place of the members; nil where it has none.
  var wholePlan: Plan? {
    switch step {
    case .facts(var scan):
      guard let whole = scan.each?.whole else { return nil }
      scan.requests = whole
      scan.each = nil
      return Plan(.facts(scan), kind)
    case .windowed(let window, let inner):
      return inner.wholePlan.map { Plan(.windowed(window, $0), kind) }
    case .transformed(let transform, let inner):
      return inner.wholePlan.map { Plan(.transformed(transform, $0), kind) }
    case .ranked(let ranking): return ranking.key.wholePlan
    case .filtered(_, let inner): return inner.wholePlan
    default: return nil
    }
  }

  var contributionStep: Step? {
    switch step {
    case .contributions: step
    case .windowed(_, let inner): inner.contributionStep
    default: nil
    }
  }

  func replacingContributions(by plan: Plan) -> Plan {
    switch step {
    case .contributions: plan
    case .windowed(let window, let inner):
      Plan(.windowed(window, inner.replacingContributions(by: plan)), kind)
    default: self
    }
  }
}

extension ContributionPlan {
  /// The contribution of the whole to itself: its growth.
  var forWhole: ContributionPlan {
    ContributionPlan(parts: whole, whole: whole, periods: periods, window: window)
  }
}
