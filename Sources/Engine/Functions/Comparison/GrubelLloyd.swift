import Catalogue
import Guidance

/// How much of trade goes both ways within the same product.
///
/// It falls as products are told apart more finely: the level belongs beside the number.
struct GrubelLloyd: Function {
  static let entry = Entry(
    "gl",
    aliases: ["grubel-lloyd", "intra-industry trade"],
    category: .function,
    summary: "Grubel–Lloyd index of two-way trade: 0 one way only, 1 as much both ways.",
    usage: "gl(exports by product, imports by product)",
    formula: "1 − Σ |x[i] − m[i]| ÷ Σ (x[i] + m[i])",
    reference: "Grubel and Lloyd 1975, Intra-industry trade",
    searchTerms: ["intra-industry", "two-way", "overlap"],
    examples: [
      "gl(exports 2025, imports 2025)",
      "gl(exports to Japan 2024, imports from Japan 2024)",
    ]
  )

  let kind: Kind

  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) {
    try GrubelLloyd.count(arguments, 2, at: span)
    let kinds = arguments.map(\.kind)
    guard kinds[0].unit == kinds[1].unit, kinds[0].unit?.currency != nil,
      kinds.allSatisfy({ !$0.isSigned && $0.nature != .growth }),
      kinds[0].dimensions == kinds[1].dimensions, kinds[0].frequency == kinds[1].frequency
    else {
      throw Diagnostic(
        "kinds-differ",
        "`gl` takes exports and imports of the same products, in the same money",
        at: span
      )
    }
    var kind = kinds[0].with(unit: .ratio, nature: .level)
    kind.dimensions = []
    self.kind = kind
  }

  func run(_ arguments: [Panel]) -> Panel {
    let pairs = arguments[0].withoutRest.combined(with: arguments[1].withoutRest) { left, right in
      Cell.computed(left, right) { abs($0 - $1) }
    }
    let sums = arguments[0].withoutRest.combined(with: arguments[1].withoutRest) { left, right in
      Cell.computed(left, right) { $0 + $1 }
    }
    return pairs.total.combined(with: sums.total) { difference, sum in
      Cell.computed(difference, sum) { 1 - $0 / $1 }
    }
  }
}

extension Panel {
  /// The sum of the columns that have a value, in one column.
  fileprivate var total: Panel {
    guard let first = columns.map(\.series.first).min(), let end = columns.map(\.series.end).max()
    else { return .number(.missing(.notLoaded)) }
    let cells = (first..<end).map { number -> Cell in
      let present = columns.map { $0.series[number] }.filter(\.hasValue)
      guard !present.isEmpty else { return .missing(.notLoaded) }
      return Cell.computed(from: present) { $0.reduce(0, +) }
    }
    return Panel(Series(frequency, first: first, cells: cells), isScalar: isScalar)
  }
}
