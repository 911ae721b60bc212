/// Rows dealt out to the blocks they belong to, in the order in which they came.
struct Dealt<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>: Sendable {
  let keys: MutableBlock<Key>
  let values: MutableBlock<Int64>
  /// Nil where the rows have none.
  let quantities: MutableBlock<Int64>?
  /// Where each block begins; one more at the end.
  let blockRows: [Int]

  func rows(ofBlock block: Int) -> Range<Int> { blockRows[block]..<blockRows[block + 1] }
}

extension PartBuilder {
  /// What a column adds to the number of a row's block, or to its key, code by code.
  private struct Weights<Number: FixedWidthInteger & Sendable>: Sendable {
    var column: Int
    var ofCode: [Number]
  }

  func deal() -> Dealt<Key> {
    let blockCount = shape.blockCount
    let blockWeights = self.blockWeights
    var counts = [UInt32](repeating: 0, count: batches.count * blockCount)
    counts.withUnsafeMutableBufferPointer { counts in
      nonisolated(unsafe) let counts = counts
      threads.share(batches.count) { _, number in
        let batch = batches[number]
        withNumbers(of: batch, blockWeights) { blocks in
          let base = number * blockCount
          for row in 0..<batch.count { counts[base + Int(blocks[row])] += 1 }
        }
        return true
      }
    }
    var starts = [Int](repeating: 0, count: batches.count * blockCount)
    var blockRows = [0]
    blockRows.reserveCapacity(blockCount + 1)
    var row = 0
    for block in 0..<blockCount {
      for number in batches.indices {
        starts[number * blockCount + block] = row
        row += Int(counts[number * blockCount + block])
      }
      blockRows.append(row)
    }
    let dealt = Dealt<Key>(
      keys: MutableBlock(count: rowCount),
      values: MutableBlock(count: rowCount),
      quantities: hasQuantities ? MutableBlock(count: rowCount) : nil,
      blockRows: blockRows
    )
    let keyWeights = self.keyWeights
    starts.withUnsafeMutableBufferPointer { starts in
      nonisolated(unsafe) let starts = starts
      threads.share(batches.count) { _, number in
        let batch = batches[number]
        let places = UnsafeMutableBufferPointer(rebasing: starts[(number * blockCount)...])
        withNumbers(of: batch, blockWeights) { blocks in
          withNumbers(of: batch, keyWeights) { keys in
            for row in 0..<batch.count {
              let place = places[Int(blocks[row])]
              places[Int(blocks[row])] = place + 1
              dealt.keys.start[place] = keys[row]
              dealt.values.start[place] = batch.values.start[row]
            }
            guard let quantities = dealt.quantities?.start, let own = batch.quantities?.start
            else { return }
            // Back over the places that the rows were just given.
            for row in (0..<batch.count).reversed() {
              let place = places[Int(blocks[row])] - 1
              places[Int(blocks[row])] = place
              quantities[place] = own[row]
            }
          }
        }
        return true
      }
    }
    return dealt
  }

  private var blockWeights: [Weights<UInt32>] {
    var weights: [Weights<UInt32>] = []
    var weight = 1
    for column in shape.order.outer.dropLast().reversed() {
      let factor = UInt32(weight)
      weights.append(Weights(column: column, ofCode: finalCodes(column).map { $0 &* factor }))
      weight *= max(shape.cardinalities[column], 1)
    }
    return weights
  }

  private var keyWeights: [Weights<Key>] {
    layout.fields.map { field in
      let codes = finalCodes(field.column).map { Key(truncatingIfNeeded: $0) << Key(field.shift) }
      return Weights(column: field.column, ofCode: codes)
    }
  }

  /// What each code of the batches becomes.
  private func finalCodes(_ column: Int) -> [UInt32] {
    translations[column] ?? (0..<UInt32(max(shape.cardinalities[column], 1))).map { $0 }
  }

  /// Adds up the weights of every row's codes.
  private func withNumbers<Number: FixedWidthInteger & Sendable>(
    of batch: RowBatch<Code>,
    _ weights: [Weights<Number>],
    _ body: (UnsafeMutablePointer<Number>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Number.self, capacity: max(batch.count, 1)) { numbers in
      guard let numbers = numbers.baseAddress else { return }
      numbers.initialize(repeating: 0, count: batch.count)
      for weights in weights {
        guard let codes = batch.codes[weights.column] else { continue }
        weights.ofCode.withUnsafeBufferPointer { weights in
          for row in 0..<batch.count { numbers[row] &+= weights[Int(codes.start[row])] }
        }
      }
      body(numbers)
    }
  }
}
