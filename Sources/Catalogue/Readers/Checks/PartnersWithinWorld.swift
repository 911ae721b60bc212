import Periods

/// Partners that do not overlap cannot trade more than the world.
enum PartnersWithinWorld: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    var sums: [CheckedFigures.Key: [Period: Double]] = [:]
    for key in figures.keys where figures.isFlow.contains(key.series) && key.series != "balance" {
      guard figures.places[key.partner]?.kind == .country else { continue }
      var whole = key
      whole.partner = "WLD"
      guard let world = figures.byKey[whole] else { continue }
      for (period, figure) in figures.byKey[key] ?? [:] where world[period] != nil {
        sums[whole, default: [:]][period, default: 0] += figure.value
      }
    }
    let broken = sums.keys.sorted().flatMap { key in
      (sums[key] ?? [:]).sorted { $0.key < $1.key }.compactMap { period, sum -> ImportFinding? in
        guard let world = figures[key, period], sum > 1.02 * world.value else { return nil }
        return ImportFinding(
          "partners-exceed-world",
          "\(period): \(key.series) by country add up to \(figures.raw(sum)), "
            + "more than the world's \(figures.raw(world.value))",
          line: world.line
        )
      }
    }
    return broken.shortened(to: 2)
  }
}
