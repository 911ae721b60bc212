import Catalogue
import Columns

extension Answerer {
  /// How many facts of the store have no quantity, where a plan adds quantities up.
  ///
  /// Such facts add nothing to a sum of quantities, but their values count: with many of them a unit
  /// value is too high.
  func blankQuantities(_ plans: [Plan]) -> [String] {
    guard let blanks = bench.data.quantities?.blankCount, blanks > 0 else { return [] }
    let requests = plans.flatMap(\.scans).flatMap { $0.requests.map(\.request) }
    guard requests.contains(where: { $0.quantifiedFlow != nil }) else { return [] }
    let share = 100 * Double(blanks) / Double(bench.data.facts.rowCount)
    return ["\(Phrasing.amount(share, .percent)) of all facts have no quantity"]
  }
}
