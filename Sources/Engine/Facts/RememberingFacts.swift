import Catalogue
import Guidance
import Synchronization

/// Facts that are fetched once, however often one statement asks for them.
///
/// Checking a query, running it and remarking on it look at the same series; what is remembered goes
/// with the statement. A prompt that checks an entry at every key keeps its own.
package final class RememberingFacts: FactSource {
  private let source: any FactSource
  private let known = Mutex<[FactRequest: [String: Timeline]]>([:])

  package init(_ source: any FactSource) { self.source = source }

  package var dataSet: DataSet { source.dataSet }

  package var failure: Diagnostic? { source.failure }

  package var fingerprint: String { source.fingerprint }

  package func timelines(_ request: FactRequest) -> [String: Timeline] {
    if let timelines = known.withLock({ $0[request] }) { return timelines }
    let timelines = source.timelines(request)
    // A scan that was stopped says nothing.
    if !Watch.current.isCancelled() { known.withLock { $0[request] = timelines } }
    return timelines
  }
}
