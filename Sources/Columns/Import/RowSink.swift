import Synchronization

/// Where batches of rows wait for their part to be built: in memory, and beyond a limit in a file
/// that has no name and so is gone when it is closed.
final class RowSink: Sendable {
  /// Rows of one batch.
  static let batchRows = 1 << 16

  private let varying: [Bool]
  private let hasQuantities: Bool
  private let memoryLimit: Int
  private let spillPath: String
  private let state: Mutex<State>

  private struct State {
    var batches: [[RowBatch<UInt16>]] = []
    var spilled: [[(offset: Int, count: Int)]] = []
    var bytes = 0
    var file: File?
    var fileEnd = 0
    var failure: StoreError?
  }

  init(_ plan: CSVImport, target: String) {
    varying = plan.keys.map { if case .field = $0 { true } else { false } }
    hasQuantities = plan.quantity != nil
    memoryLimit = plan.memoryLimit
    spillPath = "\(target).\(processNumber).rows"
    state = Mutex(State())
  }

  var emptyBatch: RowBatch<UInt16> { batch(capacity: RowSink.batchRows) }

  private func batch(capacity: Int) -> RowBatch<UInt16> {
    RowBatch(varying: varying, capacity: capacity, hasQuantities: hasQuantities)
  }

  /// What went wrong while rows were put aside.
  var failure: StoreError? { state.withLock { $0.failure } }

  var isSpilled: Bool { state.withLock { $0.file != nil } }

  private var batchBytes: Int {
    RowSink.batchRows * ((hasQuantities ? 16 : 8) + 2 * varying.reduce(0) { $0 + ($1 ? 1 : 0) })
  }

  func take(_ batch: RowBatch<UInt16>, part: Int) {
    state.withLock { state in
      while state.batches.count <= part {
        state.batches.append([])
        state.spilled.append([])
      }
      guard state.bytes + batchBytes > memoryLimit else {
        state.bytes += batchBytes
        state.batches[part].append(batch)
        return
      }
      do throws(StoreError) {
        try spill(batch, part: part, &state)
      } catch {
        state.failure = state.failure ?? error
      }
    }
  }

  private func spill(
    _ batch: RowBatch<UInt16>,
    part: Int,
    _ state: inout State
  ) throws(StoreError) {
    if state.file == nil {
      let file = try File(spillPath, .create)
      file.remove()
      state.file = file
    }
    guard let file = state.file else { return }
    let start = state.fileEnd
    for column in batch.codes {
      guard let column else { continue }
      let bytes = UnsafeRawBufferPointer(start: column.start, count: 2 * batch.count)
      try file.write(bytes, at: state.fileEnd)
      state.fileEnd += bytes.count
    }
    for column in [batch.values, batch.quantities] {
      guard let column else { continue }
      let bytes = UnsafeRawBufferPointer(start: column.start, count: 8 * batch.count)
      try file.write(bytes, at: state.fileEnd)
      state.fileEnd += bytes.count
    }
    state.spilled[part].append((start, batch.count))
  }

  /// Hands out all batches of a part, those from the file first.
  func batches(ofPart part: Int) throws(StoreError) -> [RowBatch<UInt16>] {
    let (waiting, places, file) = state.withLock { state in
      guard part < state.batches.count else {
        return ([RowBatch<UInt16>](), [(offset: Int, count: Int)](), state.file)
      }
      defer { state.batches[part] = [] }
      return (state.batches[part], state.spilled[part], state.file)
    }
    var batches: [RowBatch<UInt16>] = []
    for place in places {
      guard let file else { break }
      batches.append(try read(place, from: file))
    }
    return batches + waiting
  }

  private func read(
    _ place: (offset: Int, count: Int),
    from file: File
  ) throws(StoreError) -> RowBatch<UInt16> {
    let batch = self.batch(capacity: place.count)
    batch.count = place.count
    var offset = place.offset
    func fill(_ start: UnsafeMutableRawPointer, _ byteCount: Int) throws(StoreError) {
      let buffer = UnsafeMutableRawBufferPointer(start: start, count: byteCount)
      let count = try file.read(into: buffer, at: offset)
      guard count == byteCount else {
        throw .truncated(path: file.path, expectedBytes: offset + byteCount, actualBytes: offset)
      }
      offset += byteCount
    }
    for column in batch.codes {
      if let column { try fill(column.start, 2 * place.count) }
    }
    try fill(batch.values.start, 8 * place.count)
    if let quantities = batch.quantities { try fill(quantities.start, 8 * place.count) }
    return batch
  }
}
