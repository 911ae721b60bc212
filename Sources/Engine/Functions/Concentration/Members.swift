import Catalogue
import Guidance
import Periods

/// A function of how a whole is spread over its members.
protocol Concentration: Function {}

/// A whole and its members beside each other, period by period: what concentration looks at.
enum Members {
  /// The kind of an index of members; refuses what has none, or has negative ones.
  static func kind(of plan: Plan, for entry: Entry, at span: SourceSpan) throws(Diagnostic) -> Kind
  {
    guard !plan.kind.dimensions.isEmpty else {
      throw Diagnostic(
        "needs-members",
        "`\(entry.name)` needs members: `\(entry.name)(exports by partner)`",
        at: span
      )
    }
    guard plan.kind.nature != .growth, !plan.kind.isSigned else {
      throw Diagnostic(
        "no-shares",
        "`\(entry.name)` takes parts of a whole, and these may be negative",
        at: span
      )
    }
    var kind = plan.kind.with(unit: .ratio, nature: .level)
    kind.dimensions = []
    return kind
  }

  /// An index of the members that have a figure and of the rest of the whole, for each period.
  ///
  /// It has no meaning where the members overlap, so that they add up to more than the whole, and
  /// is missing where those with a figure make up less than half of it.
  static func panel(of panel: Panel, _ index: ([Double], _ rest: Double) -> Double) -> Panel {
    let members = panel.columns.filter { !$0.isRest }.map(\.series)
    let rest = panel.columns.first(where: \.isRest)?.series
    guard let first = members.map(\.first).min(), let end = members.map(\.end).max() else {
      return .number(.missing(.notLoaded))
    }
    let cells = (first..<end).map { number in
      let present = members.map { $0[number] }.filter(\.hasValue)
      guard !present.isEmpty else { return Cell.missing(.notLoaded) }
      let rest = rest?[number].number ?? 0
      guard rest <= present.reduce(0, { $0 + $1.value }) else { return .missing(.incomplete) }
      return Cell.computed(from: present) { values in
        let noise = 1e-6 * values.reduce(0, +)
        guard rest >= -noise, values.allSatisfy({ $0 >= 0 }) else { return .nan }
        return index(values, max(rest, 0))
      }
    }
    return Panel(Series(panel.frequency, first: first, cells: cells), isScalar: panel.isScalar)
  }
}

extension Panel.Column {
  /// True for what is left of the whole beside the members shown.
  var isRest: Bool { members.contains { $0.name == Member.rest } }
}
