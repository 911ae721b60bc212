import Catalogue
import Periods

/// An index of members says nothing without the list it was taken over, and compares over one list
/// only.
struct MembersDiffer: Lint {
  static let code = "members-differ"

  static func note(on finding: Finding) -> Note? {
    // Where every flow is recorded, a member without figures has no trade.
    guard !finding.answerer.bench.data.recordsAll,
      let members = finding.plan.concentratedMembers,
      let shown = finding.outcome.panel.columns.first?.series.trimmed, !shown.cells.isEmpty
    else { return nil }
    let panel = finding.answerer.evaluator.run(members)
    guard panel.frequency == shown.frequency else { return nil }
    let counts = shown.numbers.filter { shown[$0].hasValue }.map { number in
      (shown.period(number), panel.columns.count { !$0.isRest && $0.series[number].hasValue })
    }
    guard let least = counts.min(by: { $0.1 < $1.1 }), let most = counts.max(by: { $0.1 < $1.1 })
    else { return nil }
    if least.1 != most.1 {
      let (first, last) = least.0.start < most.0.start ? (least, most) : (most, least)
      return Note(
        code,
        "taken over \(first.1) members in \(first.0.label), over \(last.1) in \(last.0.label):"
          + " the values do not compare"
      )
    }
    guard let number = finding.number else { return nil }
    let before = number.period.shifted(by: -12)
    guard let earlier = panel.frequency.number(of: before) else { return nil }
    let count = panel.columns.count { !$0.isRest && $0.series[earlier].hasValue }
    guard count > 0, count != most.1 else { return nil }
    return Note(
      code,
      "taken over \(most.1) members in \(number.period.label), over \(count) in"
        + " \(before.label): the values do not compare"
    )
  }
}

extension Plan {
  /// The members whose concentration the plan gives; nil where it gives something else.
  var concentratedMembers: Plan? {
    switch step {
    case .called(let function, let arguments) where function is any Concentration:
      arguments.first
    case .windowed(_, let inner): inner.concentratedMembers
    default: nil
    }
  }
}
