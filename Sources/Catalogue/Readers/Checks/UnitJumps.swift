import Periods

/// A figure fifty times its neighbours in an otherwise steady series is in another unit.
enum UnitJumps: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    let keys = figures.keys.filter {
      figures.isFlow.contains($0.series) && $0.series != "balance"
    }
    let largest = keys.map { figures.typicalSize($0) }.max() ?? 0
    // Small partners jump for good reasons.
    return keys.filter { figures.typicalSize($0) >= largest / 50 }
      .flatMap { findings(figures, $0) }.shortened()
  }

  private static func findings(
    _ figures: CheckedFigures,
    _ key: CheckedFigures.Key
  ) -> [ImportFinding] {
    let table = figures.byKey[key] ?? [:]
    let lengths = Dictionary(grouping: table.keys, by: \.length)
    guard let periods = lengths.values.max(by: { $0.count < $1.count })?.sorted() else { return [] }
    let logs = periods.map { table[$0].map { $0.value > 0 ? log($0.value) : nil } ?? nil }
    let present = logs.compactMap(\.self)
    guard present.count >= 8, present.count == logs.count, isSteady(present) else { return [] }
    return periods.indices.compactMap { index in
      let around = (max(0, index - 3)...min(periods.count - 1, index + 3))
        .filter { $0 != index }.map { present[$0] }
      let jump = present[index] - median(around)
      guard abs(jump) > 1.7, let figure = table[periods[index]] else { return nil }
      let power = Int(jump.rounded())
      return ImportFinding(
        "unit-jump",
        "\(periods[index])\(figures.name(key)): \(figure.column) is \(figures.raw(figure.value)), "
          + "about \(power.timesTen) its neighbours",
        line: figure.line,
        mend: figures.name(key).isEmpty
          ? "scale \(figure.column) row \(periods[index]) by \(decimal(power: -power))" : nil
      )
    }
  }

  /// True where most neighbours are within a factor of two of each other.
  private static func isSteady(_ logs: [Double]) -> Bool {
    let steps = zip(logs, logs.dropFirst()).map { abs($0 - $1) }.sorted()
    return steps[steps.count * 3 / 4] < 0.3
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  /// The common logarithm, as far as a check of sizes needs it.
  private static func log(_ value: Double) -> Double {
    // The binary exponent and the first-order part of the significand: exact to 0.03.
    (Double(value.exponent) + (value.significand - 1)) * 0.301_03
  }
}

extension CheckedFigures {
  /// The median of a series.
  fileprivate func typicalSize(_ key: Key) -> Double {
    let values = (byKey[key] ?? [:]).values.map { abs($0.value) }.sorted()
    return values.isEmpty ? 0 : values[values.count / 2]
  }
}
