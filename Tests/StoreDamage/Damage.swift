/// What happens to a store, as told by any bytes: a fuzzer's or those of chance.
package struct Damage {
  /// Which of the sound stores is damaged.
  package let store: Int
  /// Whether the checksums are made to fit again, as by a liar and never by an accident.
  package let isSealedAgain: Bool
  private let input: [UInt8]

  package init(_ input: [UInt8], stores: Int) {
    let first = Int(input.first ?? 0)
    store = first % stores
    isSealedAgain = first & 0x80 != 0
    self.input = Array(input.dropFirst())
  }

  /// The bytes of a store after all that.
  package func done(to sound: SoundStore) -> [UInt8] {
    var bytes = sound.bytes
    var reader = InputReader(input[...])
    var steps = 0
    while let kind = reader.byte(), steps < 8 {
      steps += 1
      step(kind % 12, &reader, sound.seals.list, &bytes)
    }
    if isSealedAgain { sound.seals.renew(in: &bytes) }
    return bytes
  }

  private func step(
    _ kind: UInt8,
    _ reader: inout InputReader,
    _ list: Range<Int>,
    _ bytes: inout [UInt8]
  ) {
    let block = StoreSeals.blockSize
    let place = reader.place(in: 0..<bytes.count)
    guard !bytes.isEmpty else { return }
    switch kind {
    case 0: bytes[place] ^= 1 << ((reader.byte() ?? 0) % 8)
    case 1, 2, 3, 4:
      // A number of the contents list or of a header becomes another.
      let isInList = kind > 1 && list.upperBound <= bytes.count && list.count > 8
      let target = isInList ? list.lowerBound + place % (list.count - 8) : 8 * (place % 7)
      put(reader.number(near: number(bytes, target)), at: target, in: &bytes)
    case 5, 6:
      // Two blocks change places, or one is written over another.
      let blocks = bytes.count / block
      guard blocks > 1 else { return }
      let (one, other) = (place / block % blocks, Int(reader.byte() ?? 0) % blocks)
      let kept = Array(bytes[one * block..<(one + 1) * block])
      let moved = Array(bytes[other * block..<(other + 1) * block])
      bytes.replaceSubrange(one * block..<(one + 1) * block, with: moved)
      if kind == 5 { bytes.replaceSubrange(other * block..<(other + 1) * block, with: kept) }
    case 7: bytes.removeLast(bytes.count - place)
    case 8: bytes += [UInt8](repeating: reader.byte() ?? 0, count: place % (2 * block))
    case 9, 10:
      // A run of bytes, in the columns mostly.
      let filler = reader.byte() ?? 0
      let end = min(place + 1 + Int(reader.byte() ?? 0), bytes.count)
      for byte in place..<end { bytes[byte] = filler }
    default:
      // Something else altogether from there on.
      let foreign = reader.rest()
      let end = min(place + foreign.count, bytes.count)
      bytes.replaceSubrange(place..<end, with: foreign)
    }
  }
}

/// Takes bytes of an input one after the other.
private struct InputReader {
  private var input: ArraySlice<UInt8>

  init(_ input: ArraySlice<UInt8>) { self.input = input }

  mutating func byte() -> UInt8? { input.popFirst() }

  mutating func rest() -> [UInt8] {
    defer { input = [] }
    return Array(input)
  }

  /// A place in a range, by three bytes.
  mutating func place(in range: Range<Int>) -> Int {
    let word = (0..<3).reduce(0) { word, _ in word << 8 | Int(byte() ?? 0) }
    return range.isEmpty ? 0 : range.lowerBound + word % range.count
  }

  /// A number that programs stumble over, or one close to the one that was there.
  mutating func number(near old: UInt64) -> UInt64 {
    let choice = byte() ?? 0
    let known: [UInt64] = [
      0, 1, 2, 8, 64, 4095, 4096, 8192, 0xFF, 0x100, 0xFFFF, 0x1_0000, 0xFF_FFFF, 0x7FFF_FFFF,
      0xFFFF_FFFF, 0x1_0000_0000, UInt64(Int64.max) - 1, UInt64(Int64.max), 1 << 63, .max - 1, .max,
    ]
    switch choice % 4 {
    case 0: return known[Int(choice / 4) % known.count]
    case 1: return old &+ UInt64(choice / 4) &- 32
    case 2: return old &* 2 &+ UInt64(choice / 4)
    default: return UInt64(choice / 4)
    }
  }
}
