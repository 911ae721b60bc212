import Catalogue
import Guidance
import Language

/// The place of each period among all, the largest first.
struct Rank: Transform {
  static let entry = Entry(
    "rank",
    aliases: ["ranked"],
    category: .transform,
    summary: "Place among all periods of the data: 1 is the largest, ties share a place.",
    formula: "1 + number of periods with a larger value",
    searchTerms: ["place", "highest", "record", "order"],
    examples: ["exports rank 2026-07", "exports by year rank since 2020"]
  )
  static let shape = TransformShape.plain

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {}

  func kind(after input: Kind) -> Kind { input.with(unit: .count, nature: .level) }

  var label: String { "place among all periods, the largest first" }

  func run(_ series: Series) -> Series {
    let sorted = series.cells.compactMap(\.number).sorted(by: >)
    var places: [Double: Int] = [:]
    for (index, value) in sorted.enumerated() where places[value] == nil {
      places[value] = index + 1
    }
    return series.mapValues { Double(places[$0] ?? 0) }
  }
}
