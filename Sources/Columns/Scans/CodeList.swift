/// Codes of a key column in ascending order: those of a range, or listed.
///
/// Most scans want one code, neighbours or all, and a range tells so without a table.
enum CodeList: Sendable {
  case range(Range<Int>)
  /// For each code of the column its position in the list; -1 where it is none of them.
  case list([Int], positions: [Int32])

  /// The codes, which ascend, of a column with so many.
  init(_ codes: [Int], cardinality: Int) {
    let first = codes.first ?? 0
    guard !codes.indices.allSatisfy({ codes[$0] == first + $0 }) else {
      self = .range(first..<first + codes.count)
      return
    }
    var positions = [Int32](repeating: -1, count: cardinality)
    for (position, code) in codes.enumerated() { positions[code] = Int32(position) }
    self = .list(codes, positions: positions)
  }

  var count: Int {
    switch self {
    case .range(let codes): codes.count
    case .list(let codes, _): codes.count
    }
  }

  var isEmpty: Bool { count == 0 }

  /// From the first to the last.
  var hull: Range<Int> {
    switch self {
    case .range(let codes): codes
    case .list(let codes, _): codes[0]..<codes[codes.count - 1] + 1
    }
  }

  /// The codes one by one.
  var all: [Int] {
    switch self {
    case .range(let codes): Array(codes)
    case .list(let codes, _): codes
    }
  }

  /// The place of a code among these; -1 where it is none of them.
  @inline(__always)
  func position(of code: Int) -> Int {
    switch self {
    case .range(let codes): codes.contains(code) ? code - codes.lowerBound : -1
    case .list(_, let positions): positions.indices.contains(code) ? Int(positions[code]) : -1
    }
  }

  @inline(__always)
  func contains(_ code: Int) -> Bool { position(of: code) >= 0 }

  /// Those in a range, if they follow each other there.
  func range(in bounds: Range<Int>) -> Range<Int>? {
    switch self {
    case .range(let codes): return codes.clamped(to: bounds)
    case .list(let codes, _):
      let low = partition(codes.indices) { codes[$0] >= bounds.lowerBound }
      let high = partition(low..<codes.count) { codes[$0] >= bounds.upperBound }
      guard low < high else { return bounds.lowerBound..<bounds.lowerBound }
      guard codes[high - 1] - codes[low] == high - 1 - low else { return nil }
      return codes[low]..<codes[high - 1] + 1
    }
  }
}
