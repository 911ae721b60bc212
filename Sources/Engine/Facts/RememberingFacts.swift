import Catalogue
import Guidance
import Synchronization

/// Facts that are fetched once, however often one statement asks for them.
///
/// Checking a query, running it and remarking on it look at the same series; what is remembered goes
/// with the statement. A prompt that checks an entry at every key keeps its own. Sums that are
/// sums of remembered ones are not fetched at all.
package final class RememberingFacts: FactSource {
  private let source: any FactSource
  private let known = Mutex<[FactRequest: [String: Timeline]]>([:])
  private let presence = Mutex<[FactRequest: Bool]>([:])
  private let fetched = Mutex<[(request: GridRequest, grid: FactGrid?)]>([])

  package init(_ source: any FactSource) { self.source = source }

  package var dataSet: DataSet { source.dataSet }

  /// The first reason why sums were refused.
  private let refused = Mutex<Diagnostic?>(nil)

  package var failure: Diagnostic? { refused.withLock { $0 } ?? source.failure }

  package var unitsBySeries: [String: Unit] { source.unitsBySeries }

  package var fingerprint: String { source.fingerprint }

  package var address: String? { source.address }

  package var supposed: (any FactSource)? { source.supposed }

  package func fetch(_ requests: [FactRequest]) { source.fetch(requests) }

  package func statements(for requests: [FactRequest]) -> [String] {
    source.statements(for: requests)
  }

  /// The sums that were fetched or made, in their order.
  var grids: [(request: GridRequest, grid: FactGrid?)] { fetched.withLock { $0 } }

  package func timelines(_ request: FactRequest) -> [String: Timeline] {
    if let timelines = known.withLock({ $0[request] }) { return timelines }
    let timelines = source.timelines(request)
    // A scan that was stopped says nothing.
    if !Watch.current.isCancelled() { known.withLock { $0[request] = timelines } }
    return timelines
  }

  package func hasFigures(_ request: FactRequest) -> Bool {
    if let timelines = known.withLock({ $0[request] }) { return !timelines.isEmpty }
    if let found = presence.withLock({ $0[request] }) { return found }
    let found =
      source.dataSet.isPlain ? source.hasFigures(request) : !timelines(request).isEmpty
    presence.withLock { $0[request] = found }
    return found
  }

  package func grid(_ request: GridRequest) -> FactGrid? {
    guard source.dataSet.isPlain else { return nil }
    let remembered = grids
    if let same = remembered.first(where: { $0.request == request }) { return same.grid }
    let made = remembered.lazy.compactMap { known in
      known.grid.flatMap { grid in
        self.axes(of: known.request, beyond: request).map(grid.adding)
      }
    }.first
    let grid = made ?? fetch(request)
    fetched.withLock { $0.append((request, grid)) }
    return grid
  }

  private func fetch(_ request: GridRequest) -> FactGrid? {
    do throws(Diagnostic) {
      return try source.grid(request)
    } catch {
      refused.withLock { $0 = $0 ?? error }
      return nil
    }
  }

  /// The axes over which remembered sums have to be added to give those wanted; nil where they do
  /// not make them up.
  private func axes(
    of known: GridRequest,
    beyond wanted: GridRequest
  ) -> Set<FactRequest.Axis>? {
    guard known.months == wanted.months, known.isTogether == wanted.isTogether,
      known.step == wanted.step, known.partners == nil
    else { return nil }
    var (finer, coarser) = (known.facts, wanted.facts)
    var axes: Set<FactRequest.Axis> = []
    if finer.keepsReporters, !coarser.keepsReporters, coarser.reporter == nil {
      axes.insert(.reporter)
      finer.keepsReporters = false
    }
    if finer.partner == .each, coarser.partner == .total, dataSet.partnersMakeWhole {
      axes.insert(.partner)
      finer.partner = .total
    }
    if finer.product == .each, coarser.product == .total, finer.within.isEmpty,
      productsMakeWhole(finer.level)
    {
      axes.insert(.product)
      finer.product = .total
      finer.level = .loaded
      coarser.level = .loaded
    }
    return !axes.isEmpty && finer == coarser ? axes : nil
  }

  package func productsMakeWhole(_ level: ProductLevel) -> Bool { source.productsMakeWhole(level) }
}
