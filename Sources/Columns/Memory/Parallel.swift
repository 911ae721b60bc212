#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Dispatch
import Synchronization

/// How many threads work on a scan or an import.
package struct Threads: Sendable {
  package let count: Int

  package init(_ count: Int) { self.count = max(count, 1) }

  /// One a core.
  package static let all = Threads(sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  /// Hands out the numbers below `taskCount`, each once; the body also learns its worker's number.
  ///
  /// A worker whose body says no takes no further number.
  package func share(_ taskCount: Int, _ body: (_ worker: Int, _ task: Int) -> Bool) {
    let workers = min(count, taskCount)
    guard workers > 1 else {
      for task in 0..<taskCount where !body(0, task) { return }
      return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let body = body
      DispatchQueue.concurrentPerform(iterations: workers) { worker in
        while true {
          let task = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard task < taskCount, body(worker, task) else { return }
        }
      }
    }
  }
}
