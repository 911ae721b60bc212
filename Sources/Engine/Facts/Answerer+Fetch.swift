import Language

extension Answerer {
  /// Has a source that is far away fetch in one go what a query is going to ask for.
  ///
  /// The query is resolved on what the source supposes, which costs no question.
  func fetchAhead(_ query: Query) {
    // What keeps several dimensions apart is fetched for the months that are wanted.
    let requests = requests(of: query).filter { $0.axes.count < 2 }
    if !requests.isEmpty { bench.facts.fetch(requests) }
  }

  /// What a server is asked in order to answer a query, to be read; empty where none is.
  package func serverStatements(for query: Query) -> [String] {
    bench.facts.statements(for: requests(of: query.spelledOut(on: bench)))
  }

  /// The facts that a query needs, as far as they can be told without any; empty for a source in
  /// memory.
  private func requests(of query: Query) -> [FactRequest] {
    guard let supposed = bench.facts.supposed else { return [] }
    var bench = bench
    bench.facts = supposed
    bench.seasonalProgram = nil
    let resolver = Resolver(bench)
    let parts: [Query] =
      if case .versus(let columns) = query.expression {
        columns.map { Query($0) }
      } else {
        [query.withoutHole]
      }
    var seen: Set<FactRequest> = []
    return parts.compactMap { try? resolver.plan($0) }.flatMap(\.scans).flatMap(\.allRequests)
      .filter { seen.insert($0).inserted }
  }
}

extension FactScan {
  /// Everything that the scan takes from its source.
  fileprivate var allRequests: [FactRequest] {
    let whole = each?.keepsRest == true ? each?.whole ?? [] : []
    return (requests + whole).map(\.request) + [fallback, rate].compactMap { $0 }
  }
}
