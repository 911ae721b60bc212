import Catalogue
import Engine
import Synchronization

/// Facts that remember what was asked of them.
final class RequestedFacts: FactSource {
  private let source: any FactSource
  private let known = Mutex<Set<FactRequest>>([])

  init(_ source: any FactSource) { self.source = source }

  var dataSet: DataSet { source.dataSet }

  var requests: [FactRequest] { known.withLock { Array($0) } }

  func timelines(_ request: FactRequest) -> [String: Timeline] {
    _ = known.withLock { $0.insert(request) }
    return source.timelines(request)
  }
}
