import Catalogue
import Engine
import Periods
import Reports

/// Partners in the order of what is traded with them; those without figures come last.
struct PartnerRanking {
  let words: [(place: Place, description: String)]

  init(_ bench: Workbench) {
    let values = PartnerRanking.values(bench)
    let codes = Set(bench.data.places.map(\.code))
    let all = bench.data.places + Place.known.filter { !codes.contains($0.code) }
    func rank(_ place: Place) -> Double {
      // A group that the figures define overlaps with everything: it is seldom what is meant.
      let isVague = place.kind == .group([])
      return (values[place.code]?.amount ?? -1) * (isVague ? 1e-12 : 1)
    }
    let ranked = all.filter { $0.kind != .world && $0.code != bench.reporter }
      .map { (place: $0, rank: rank($0)) }
      .enumerated().sorted { left, right in
        (left.element.rank, right.offset) > (right.element.rank, left.offset)
      }
    words = ranked.map(\.element.place).map { place in
      guard let value = values[place.code] else {
        let region = place.region.isEmpty ? "" : "\(place.region) · "
        return (place, region + "no figures here")
      }
      let format = NumberFormat(bench.moneyUnit, largest: value.amount)
      let amount = "\(format.text(value.amount)) \(format.unitLabel)"
      return (place, "\(value.flow) \(amount) in \(value.year)")
    }
  }

  private struct Value {
    var amount: Double
    var year: Int
    /// `trade` where both flows have a figure, else the one that has.
    var flow: String
  }

  /// What was traded with each partner in the latest year that has figures.
  private static func values(_ bench: Workbench) -> [String: Value] {
    guard let last = bench.data.lastMonth else { return [:] }
    let names = ["exports", "imports"]
    let flows = names.map { series in
      bench.facts.timelines(
        FactRequest(
          series: series,
          reporter: bench.reporter,
          partner: .each,
          product: .total,
          unit: bench.moneyUnit,
          vintage: .latest,
          aggregation: .sum
        )
      )
    }
    var values: [String: Value] = [:]
    for code in Set(flows.flatMap(\.keys)) {
      for year in (0..<6).map({ last.year - $0 }) {
        let figures = zip(names, flows).compactMap { name, timelines in
          timelines[code].map { (name: name, cell: $0.figure(for: Period(year: year))) }
        }.filter { $0.cell.hasValue }
        guard let first = figures.first else { continue }
        values[code] = Value(
          amount: figures.reduce(0) { $0 + $1.cell.value },
          year: year,
          flow: figures.count == 2 ? "trade" : first.name
        )
        break
      }
    }
    return values
  }
}
