/// Sorts the keys of one block, least significant digits first.
struct RadixSorter<Key: FixedWidthInteger & UnsignedInteger & BitwiseCopyable> {
  private let count: Int
  private let first: MutableBlock<SortRecord<Key>>
  private let second: MutableBlock<SortRecord<Key>>
  private let keys: UnsafeMutablePointer<Key>

  private static var digitBits: Int { 11 }
  /// Fewer records than this are sorted by comparing.
  private static var fewRecords: Int { 256 }

  init(_ keys: UnsafeMutablePointer<Key>, count: Int) {
    self.keys = keys
    self.count = count
    first = MutableBlock(count: count)
    second = MutableBlock(count: count)
  }

  /// The records in ascending order of their keys, which have `bits` bits.
  ///
  /// Where the lowest bits ascend already, as months do in a file ordered by time, they need no
  /// pass of their own: every pass keeps the order of equals.
  func sorted(bits: Int, lowBits: Int) -> UnsafeMutablePointer<SortRecord<Key>> {
    var ascends = true
    var previous: Key = 0
    let mask = (Key(1) << Key(lowBits)) &- 1
    for index in 0..<count {
      let key = keys[index]
      first.start[index] = SortRecord(key: key, place: UInt32(index))
      ascends = ascends && key & mask >= previous
      previous = key & mask
    }
    if count < Self.fewRecords {
      var records = UnsafeMutableBufferPointer(start: first.start, count: count)
      records.sort { ($0.key, $0.place) < ($1.key, $1.place) }
      return first.start
    }
    var source = first.start
    var target = second.start
    var shift = ascends ? lowBits : 0
    while shift < bits {
      let digit = min(Self.digitBits, bits - shift)
      pass(from: source, to: target, shift: shift, bits: digit)
      swap(&source, &target)
      shift += digit
    }
    return source
  }

  private func pass(
    from source: UnsafeMutablePointer<SortRecord<Key>>,
    to target: UnsafeMutablePointer<SortRecord<Key>>,
    shift: Int,
    bits: Int
  ) {
    let mask = (Key(1) << Key(bits)) &- 1
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << bits) { places in
      places.initialize(repeating: 0)
      for index in 0..<count {
        places[Int(truncatingIfNeeded: (source[index].key >> Key(shift)) & mask)] += 1
      }
      var place = 0
      for digit in places.indices {
        let digitCount = places[digit]
        places[digit] = place
        place += digitCount
      }
      for index in 0..<count {
        let record = source[index]
        let digit = Int(truncatingIfNeeded: (record.key >> Key(shift)) & mask)
        target[places[digit]] = record
        places[digit] += 1
      }
    }
  }
}
