import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of all elements, in the order of the elements, computed on all processors.
  package func parallelMap<Result: Sendable>(
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Swift.Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { i in
      let result = transform(self[i])
      results.withLock { $0[i] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
