import Columns
import Periods

extension DataSet {
  /// The SHA-256 of all figures, in hexadecimal: it changes when any of them does.
  package var fingerprint: String {
    var digest = SHA256()
    for row in 0..<facts.rowCount {
      var line = series[code(.series, row)]
      line += "\t" + places[code(.reporter, row)].code
      line += "\t" + places[code(.partner, row)].code
      line += "\t" + products[code(.product, row)].code
      line += "\t\(units[code(.unit, row)])"
      line += "\t\(periods[code(.period, row)])"
      line += "\t" + (publications[code(.publication, row)]?.description ?? "")
      line += "\t\(facts.values[row])"
      if let quantities { line += "\t\(quantities.facts.values[row])" }
      line += "\n"
      digest.update(line.utf8)
    }
    return digest.finish()
  }

  /// The last month that any trade flow has a figure for.
  package var lastMonth: Month? {
    guard publications.count > 1, let exports = series.firstIndex(of: "exports") else {
      return periods.map(\.end).max()
    }
    return (0..<facts.rowCount).lazy.filter { code(.series, $0) == exports }
      .map { periods[code(.period, $0)].end }.max()
  }

  private func code(_ column: FactColumn, _ row: Int) -> Int { facts.keys[column.rawValue][row] }
}

/// The hash function SHA-256 (FIPS 180-4), for fingerprints of data.
struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var block: [UInt8] = []
  private var length: UInt64 = 0

  mutating func update(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      block.append(byte)
      length += 8
      if block.count == 64 { compress() }
    }
  }

  /// The digest in hexadecimal.
  mutating func finish() -> String {
    let bits = length
    update([0x80])
    while block.count != 56 { update([0]) }
    update((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) })
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  private mutating func compress() {
    var words = stride(from: 0, to: 64, by: 4).map { at in
      block[at..<at + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }
    for index in 16..<64 {
      let first = words[index - 15]
      let second = words[index - 2]
      let mixedFirst = rotated(first, 7) ^ rotated(first, 18) ^ (first >> 3)
      let mixedSecond = rotated(second, 17) ^ rotated(second, 19) ^ (second >> 10)
      words.append(words[index - 16] &+ mixedFirst &+ words[index - 7] &+ mixedSecond)
    }
    var work = state
    for index in 0..<64 {
      let choice = (work[4] & work[5]) ^ (~work[4] & work[6])
      let majority = (work[0] & work[1]) ^ (work[0] & work[2]) ^ (work[1] & work[2])
      let sumE = rotated(work[4], 6) ^ rotated(work[4], 11) ^ rotated(work[4], 25)
      let sumA = rotated(work[0], 2) ^ rotated(work[0], 13) ^ rotated(work[0], 22)
      let first = work[7] &+ sumE &+ choice &+ SHA256.constants[index] &+ words[index]
      let second = sumA &+ majority
      work = [
        first &+ second, work[0], work[1], work[2], work[3] &+ first, work[4], work[5], work[6],
      ]
    }
    for index in state.indices { state[index] = state[index] &+ work[index] }
    block.removeAll(keepingCapacity: true)
  }

  private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = primes(64).map { prime in
    // The cube root of prime × 2^96 holds 32 bits behind the point; found by bisection.
    var low: UInt64 = 0
    var high: UInt64 = 8 << 32
    while low + 1 < high {
      let middle = (low + high) / 2
      if cubeIsAtMost(middle, prime) { low = middle } else { high = middle }
    }
    return UInt32(truncatingIfNeeded: low)
  }

  private static func cubeIsAtMost(_ root: UInt64, _ prime: UInt64) -> Bool {
    let square = root.multipliedFullWidth(by: root)
    // root³ ≤ prime × 2^96, compared in 192 bits as three words.
    let low = square.low.multipliedFullWidth(by: root)
    let high = square.high.multipliedFullWidth(by: root)
    let (middle, carry) = low.high.addingReportingOverflow(high.low)
    let top = high.high + (carry ? 1 : 0)
    let limit = (top: prime >> 32, middle: prime << 32)
    if top != limit.top { return top < limit.top }
    if middle != limit.middle { return middle < limit.middle }
    return low.low == 0
  }

  private static func primes(_ count: Int) -> [UInt64] {
    var primes: [UInt64] = []
    var candidate: UInt64 = 2
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }
}
