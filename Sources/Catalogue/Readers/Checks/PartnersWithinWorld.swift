import Periods

/// Partners that do not overlap cannot trade more than the world.
enum PartnersWithinWorld: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    var sums: [CheckedFigures.Key: [Period: Sum]] = [:]
    for key in figures.keys where figures.isFlow.contains(key.series) && key.series != "balance" {
      guard figures.places[key.partner]?.kind == .country else { continue }
      var whole = key
      whole.partner = "WLD"
      guard let world = figures.byKey[whole] else { continue }
      for (period, figure) in figures.byKey[key] ?? [:] where world[period] != nil {
        sums[whole, default: [:]][period, default: Sum()].add(figure.value, of: key.partner)
      }
    }
    let broken = sums.keys.sorted().flatMap { key in
      (sums[key] ?? [:]).sorted { $0.key < $1.key }.compactMap { period, sum -> ImportFinding? in
        guard let world = figures[key, period], sum.value > 1.02 * world.value else { return nil }
        return ImportFinding(
          "partners-exceed-world",
          "\(period): \(key.series) by country add up to \(figures.raw(sum.value)), "
            + "more than the world's \(figures.raw(world.value))",
          line: world.line,
          mend: sum.overlap(with: world.value).flatMap { figures.places[$0] }.map {
            "skip \($0.name.asTyped)"
          }
        )
      }
    }
    return broken.shortened(to: 2)
  }

  /// What partners of one period add up to.
  private struct Sum {
    var value = 0.0
    /// The largest partner that is no place of any list, and so may be a sum of others.
    private var stranger: (code: String, value: Double)?

    mutating func add(_ value: Double, of partner: String) {
      self.value += value
      guard partner.hasPrefix("_"), value > stranger?.value ?? 0 else { return }
      stranger = (partner, value)
    }

    /// The partner without which the others fit into the world.
    func overlap(with world: Double) -> String? {
      guard let stranger, value - stranger.value <= 1.02 * world else { return nil }
      return stranger.code
    }
  }
}
