import Catalogue
import Columns
import Guidance

/// The facts of one data set and, where it has none, those of others beside it.
///
/// The first is the one that queries mean. The others give what it cannot have: what another
/// reporter counts of the same trade, and exchange rates.
package final class JoinedFacts: FactSource {
  package let dataSet: DataSet
  private let first: any FactSource
  private let others: [Other]

  private struct Other {
    var facts: any FactSource
    /// Where its sources begin in the list of all.
    var firstSource: Int
    /// The codes of its exchange rates.
    var rates: Set<String>

    /// Another's trade with the same partner is another thing; only a reporter that was named counts.
    func mayAnswer(_ request: FactRequest, insteadOf data: DataSet) -> Bool {
      if rates.contains(request.series) { return true }
      guard let reporter = request.reporter, !request.isIndicator else { return false }
      return reporter != data.reporter
    }
  }

  package init(_ first: any FactSource, beside facts: [any FactSource]) {
    self.first = first
    var data = first.dataSet
    var others: [Other] = []
    var issuers: [Issuer] = []
    let own = data.countedReporters
    for other in facts {
      let rates = other.exchangeRates.map(\.indicator).filter { rate in
        !data.indicators.contains { $0.code == rate.code || $0.name == rate.name }
      }
      let codes = Set(rates.map(\.code))
      others.append(Other(facts: other, firstSource: data.sources.count, rates: codes))
      data.indicators += rates
      data.sources += other.dataSet.sources
      // Behind those that its own figures point to: whether any figure says on which basis it is.
      data.origins += other.dataSet.origins.filter { !$0.basis.isEmpty }
      issuers += other.dataSet.issuers.compactMap { issuer in
        if issuer.series.contains(where: codes.contains) { return issuer }
        guard let reporter = issuer.reporter ?? other.dataSet.reporter, !own.contains(reporter)
        else { return nil }
        return Issuer(issuer.name, series: issuer.series, reporter: reporter)
      }
    }
    // Whoever counts one reporter's trade goes before those who count everyone's.
    data.issuers =
      data.issuers.filter { $0.reporter != nil } + issuers
      + data.issuers.filter { $0.reporter == nil }
    dataSet = data
    self.others = others
  }

  package var fingerprint: String { first.fingerprint }

  package var failure: Diagnostic? {
    first.failure ?? others.lazy.compactMap(\.facts.failure).first
  }

  package var unitsBySeries: [String: Unit] {
    others.reduce(first.unitsBySeries) { known, other in
      known.merging(other.facts.unitsBySeries.filter { other.rates.contains($0.key) }) { own, _ in
        own
      }
    }
  }

  package func timelines(_ request: FactRequest) -> [String: Timeline] {
    let own = first.timelines(request)
    guard own.isEmpty else { return own }
    for other in others where other.mayAnswer(request, insteadOf: first.dataSet) {
      let found = other.facts.timelines(request)
      guard found.isEmpty else { return found.mapValues { $0.citing(from: other.firstSource) } }
    }
    return [:]
  }

  package func grid(_ request: GridRequest) throws(Diagnostic) -> FactGrid? {
    guard let grid = try first.grid(request), !grid.isEmpty else { return nil }
    return grid
  }

  // MARK: Sources that are far away

  package var address: String? { first.address }

  package var layoutLines: [String] { first.layoutLines }

  package func fetch(_ requests: [FactRequest]) { first.fetch(requests) }

  package func statements(for requests: [FactRequest]) -> [String] {
    first.statements(for: requests)
  }

  package var supposed: (any FactSource)? { first.supposed.map(joined) }

  package func view(isCancelled: @escaping @Sendable () -> Bool) -> (any FactSource)? {
    first.view(isCancelled: isCancelled).map(joined)
  }

  package func refreshed(
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> (any FactSource)? {
    try first.refreshed(isCancelled: isCancelled).map(joined)
  }

  /// The same others beside another view of the first.
  private func joined(_ first: any FactSource) -> JoinedFacts {
    JoinedFacts(first, beside: others.map(\.facts))
  }

  package func productsMakeWhole(_ level: ProductLevel) -> Bool { first.productsMakeWhole(level) }

  package func hasFigures(_ request: FactRequest) -> Bool {
    first.hasFigures(request)
      || others.contains {
        $0.mayAnswer(request, insteadOf: first.dataSet) && $0.facts.hasFigures(request)
      }
  }
}

extension DataSet {
  /// The reporters with figures, as far as they can be told in a moment.
  fileprivate var countedReporters: Set<String> {
    guard facts.rowCount < 1_000_000 else { return Set([reporter].compactMap(\.self)) }
    let column = facts.keys[FactColumn.reporter.rawValue]
    let codes = Set((0..<facts.rowCount).map { column[$0] })
    return Set(codes.map { (reporterPlaces ?? places)[$0].code })
  }
}
