import Periods

/// A function of how several series go together, over the periods that count in all of them.
protocol Association: Function {
  /// Whether a period with this figure can take part.
  static func counts(_ cell: Cell) -> Bool
}

extension Association {
  static func counts(_ cell: Cell) -> Bool { cell.hasValue }

  /// The periods that count in the first series of every argument, and those series.
  static func sample(_ arguments: [Panel]) -> CommonPeriods? {
    let series = arguments.compactMap { $0.columns.first?.series }
    guard series.count == arguments.count, let first = series.first else { return nil }
    return CommonPeriods(
      series: series,
      numbers: first.numbers.filter { number in series.allSatisfy { counts($0[number]) } }
    )
  }
}

/// Series of one frequency, and the numbers of the periods in which all of them count.
struct CommonPeriods {
  var series: [Series]
  var numbers: [Int]

  /// The figures of each series in turn.
  var cells: [Cell] { series.flatMap { series in numbers.map { series[$0] } } }

  /// `128 months, Jan 2016 – Aug 2026`; nil where there are none.
  var label: String? {
    guard let frequency = series.first?.frequency, let first = numbers.first,
      let last = numbers.last
    else { return nil }
    let period = Period(from: frequency.period(first).start, through: frequency.period(last).end)
    return "\(counted(numbers.count, frequency.grain?.rawValue ?? "period")), \(period.label)"
  }
}
