import Catalogue
import Guidance

/// Trade beside output: three series of the same money and periods.
enum EconomyRatio {
  static func kind(
    _ arguments: [Plan],
    for entry: Entry,
    at span: SourceSpan
  ) throws(Diagnostic) -> Kind {
    guard arguments.count == 3 else {
      throw Diagnostic(
        "wrong-arguments",
        "`\(entry.name)` takes 3 arguments, not \(arguments.count)",
        at: span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    let kinds = arguments.map(\.kind)
    guard kinds[0].unit?.currency != nil, kinds.allSatisfy({ $0.unit == kinds[0].unit }),
      kinds.allSatisfy({ $0.frequency == kinds[0].frequency && $0.dimensions.isEmpty }),
      kinds.allSatisfy({ $0.isScalar == kinds[0].isScalar })
    else {
      throw Diagnostic(
        "kinds-differ",
        "`\(entry.name)` takes amounts of the same money and periods, without members",
        at: span,
        notes: ["as in `\(entry.usage)`"]
      )
    }
    return kinds[0].with(unit: .percent, nature: .level)
  }

  static func panel(_ panels: [Panel], _ ratio: @escaping ([Double]) -> Double) -> Panel {
    let pairs = panels[0].combined(with: panels[1]) { first, second in
      Cell.computed(first, second) { value, _ in value }
    }
    // Two panels meet at a time; the third value is looked up where the first two have met.
    return pairs.combined(with: panels[2]) { first, _ in first }.map { series in
      series.map { number in
        let cells = panels.map { panel -> Cell in
          guard let own = panel.columns.first?.series else { return .missing(.notLoaded) }
          return panel.isScalar ? own.cells.first ?? .missing(.notLoaded) : own[number]
        }
        return Cell.computed(from: cells, value: ratio)
      }
    }
  }
}
