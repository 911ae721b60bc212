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
    guard let (periods, logs) = figures.steadyPeriods(key) else { return [] }
    let step = figures.levelBreak(of: key).flatMap { periods.firstIndex(of: $0.period) }
    return periods.indices.compactMap { index in
      if let step, abs(step - index) <= 3 { return nil }
      let around = (max(0, index - 3)...min(periods.count - 1, index + 3))
        .filter { $0 != index }.map { logs[$0] }
      let jump = logs[index] - around.median
      guard abs(jump) > 1.7, let figure = figures[key, periods[index]] else { return nil }
      let power = Int(jump.rounded())
      return ImportFinding(
        "unit-jump",
        "\(periods[index])\(figures.name(key)): \(figure.column) is \(figures.raw(figure.value)), "
          + "about \(power.timesTen) its neighbours",
        line: figure.line,
        mend: figures.name(key).isEmpty
          ? "scale \(figure.column.asTyped) row \(periods[index]) by \(decimal(power: -power))"
          : nil
      )
    }
  }
}
