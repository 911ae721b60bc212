/// The UTF-8 offsets of the bracket at the cursor, or right before it, and of the one it matches.
///
/// Brackets inside quoted runs are only text.
func matchingBrackets(in text: String, cursor: Int, runs: [StyledRun]) -> [Int] {
  let bytes = Array(text.utf8)
  let candidates = [cursor, cursor - 1].filter { bytes.indices.contains($0) }
  guard candidates.contains(where: { pairs[bytes[$0]] != nil }) else { return [] }
  let quoted = runs.filter(\.isQuoted).map(\.range)
  func isBracket(_ offset: Int) -> Bool {
    pairs[bytes[offset]] != nil && !quoted.contains { $0.contains(offset) }
  }
  guard let start = candidates.first(where: isBracket), let pair = pairs[bytes[start]] else {
    return []
  }
  var depth = 0
  var offset = start
  while bytes.indices.contains(offset) {
    if isBracket(offset) {
      if bytes[offset] == bytes[start] { depth += 1 }
      if bytes[offset] == pair.partner { depth -= 1 }
      if depth == 0 { return [start, offset] }
    }
    offset += pair.step
  }
  return []
}

private let pairs: [UInt8: (partner: UInt8, step: Int)] = {
  var pairs: [UInt8: (partner: UInt8, step: Int)] = [:]
  for (open, close) in [("(", ")"), ("[", "]"), ("{", "}")] {
    for (left, right) in zip(open.utf8, close.utf8) {
      pairs[left] = (right, 1)
      pairs[right] = (left, -1)
    }
  }
  return pairs
}()
