import Dispatch
import Synchronization

extension Panel {
  /// The panel with every series transformed, on all cores at once: for transforms that take long.
  func concurrentMap(_ transform: @Sendable (Series) -> Series) -> Panel {
    guard columns.count > 3 else { return map(transform) }
    let results = Mutex([Series?](repeating: nil, count: columns.count))
    let all = columns
    withoutActuallyEscaping(transform) { transform in
      DispatchQueue.concurrentPerform(iterations: all.count) { index in
        let series = transform(all[index].series)
        results.withLock { $0[index] = series }
      }
    }
    let series = results.withLock { $0 }
    return Panel(
      zip(columns, series).map { Column($0.members, $1 ?? $0.series) },
      isScalar: isScalar
    )
  }
}
