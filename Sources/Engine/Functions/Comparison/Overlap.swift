import Catalogue
import Guidance
import Periods

/// How far the shares of the members of two wholes overlap, from 0 to 100.
enum Overlap {
  static func kind(
    _ arguments: [Plan],
    for entry: Entry,
    at span: SourceSpan
  ) throws(Diagnostic) -> Kind {
    for argument in arguments { _ = try Members.kind(of: argument, for: entry, at: span) }
    guard arguments[0].kind.dimensions == arguments[1].kind.dimensions,
      arguments[0].kind.frequency == arguments[1].kind.frequency,
      arguments[0].kind.isScalar == arguments[1].kind.isScalar
    else {
      throw Diagnostic(
        "kinds-differ",
        "`\(entry.name)` takes two queries with the same members and periods",
        at: span
      )
    }
    var kind = arguments[0].kind.with(unit: .percent, nature: .level)
    kind.dimensions = []
    return kind
  }

  /// 100 × the sum of the smaller of the two shares of each member; absent members have none.
  static func panel(_ panels: [Panel]) -> Panel {
    let members = panels.map(\.withoutRest)
    let sides = members.map { panel in
      Dictionary(panel.columns.map { ($0.members, $0.series) }) { first, _ in first }
    }
    let all = members.flatMap(\.columns)
    guard let first = all.map(\.series.first).min(), let end = all.map(\.series.end).max() else {
      return .number(.missing(.notLoaded))
    }
    let shared = members[0].columns.map(\.members).filter { sides[1][$0] != nil }
    let cells = (first..<end).map { number -> Cell in
      let present = members.map { side in
        side.columns.map { $0.series[number] }.filter(\.hasValue)
      }
      guard !present[0].isEmpty, !present[1].isEmpty else { return .missing(.notLoaded) }
      return Cell.computed(from: present[0] + present[1]) { _ in
        let totals = present.map { $0.reduce(0) { $0 + $1.value } }
        return shared.reduce(0) { sum, member in
          let shares = (0...1).map { side in
            (sides[side][member]?[number].number ?? 0) / totals[side]
          }
          return sum + 100 * min(shares[0], shares[1])
        }
      }
    }
    return Panel(
      Series(panels[0].frequency, first: first, cells: cells),
      isScalar: panels[0].isScalar
    )
  }
}
