/// Whether a pattern covers all of a sequence, where a wildcard stands for any run of elements.
///
/// `matches` gets positions in the pattern and in the sequence. The last wildcard is widened step
/// by step, so that the cost is at most the product of the lengths.
func wildcardMatch(
  pattern: Int,
  sequence: Int,
  isWildcard: (Int) -> Bool,
  matches: (Int, Int) -> Bool
) -> Bool {
  var p = 0
  var s = 0
  var retry: (pattern: Int, sequence: Int)?
  while s < sequence {
    if p < pattern, isWildcard(p) {
      retry = (p + 1, s)
      p += 1
    } else if p < pattern, matches(p, s) {
      p += 1
      s += 1
    } else if let (patternStart, sequenceStart) = retry {
      p = patternStart
      s = sequenceStart + 1
      retry = (patternStart, s)
    } else {
      return false
    }
  }
  while p < pattern, isWildcard(p) { p += 1 }
  return p == pattern
}
