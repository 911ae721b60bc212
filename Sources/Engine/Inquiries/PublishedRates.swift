import Catalogue
import Language
import Periods

/// The source's own growth on a year earlier of one series, beside the levels it belongs to.
struct PublishedRates: Sendable {
  let levels: FactRequest
  let rates: FactRequest
  private let levelLine: Timeline
  private let rateLine: Timeline
  private let levelLedger: Ledger
  private let rateLedger: Ledger

  /// Nil where a plan does not rest on a single series whose growth the source publishes.
  init?(_ plan: Plan, _ bench: Workbench) {
    let scans = plan.scans
    guard scans.count == 1, scans[0].requests.count == 1, !scans[0].isExact, scans[0].each == nil,
      scans[0].requests[0].request.aggregation == .sum
    else { return nil }
    levels = scans[0].requests[0].request
    var rates = levels
    rates.series += scans[0].rate == nil ? ".yoy" : ".yoy.cny"
    rates.unit = .percent
    self.rates = rates
    guard let rateLine = bench.facts.timelines(rates)[""],
      let levelLine = bench.facts.timelines(levels)[""]
    else { return nil }
    self.rateLine = rateLine
    self.levelLine = levelLine
    levelLedger = Ledger(levels, bench.data)
    rateLedger = Ledger(rates, bench.data)
  }

  /// The rate for exactly these months, as it stands now.
  func rate(_ span: Period) -> Cell { rateLine.exact(span) }

  func level(_ span: Period) -> Cell { levelLine.figure(for: span) }

  /// Every level published for exactly these months, oldest first.
  func levelHistory(_ span: Period) -> [Ledger.Record] { levelLedger[span] }

  func rateHistory(_ span: Period) -> [Ledger.Record] { rateLedger[span] }

  /// The base that a rate implies for the level known on the day of its publication.
  func impliedBase(_ rate: Cell, _ span: Period) -> (level: Double, base: Double)? {
    guard let day = rate.published,
      let level = levelHistory(span).last(where: { $0.published.map { $0 <= day } ?? false })
    else { return nil }
    return (level.value, level.value / (1 + rate.value / 100))
  }
}
