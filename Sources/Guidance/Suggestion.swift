/// The candidate nearest to `typed`, if any is near enough to be worth offering.
///
/// Nearness is the Damerau–Levenshtein distance in its optimal string alignment form, at most a
/// third of the typed length and at least one edit. Words of two letters are too short to resemble
/// anything. Ties go to the candidate that comes first, so callers order candidates by weight.
package func closest(to typed: String, in candidates: some Sequence<String>) -> String? {
  let word = Array(typed.lowercased())
  guard word.count > 2 else { return nil }
  let limit = max(1, word.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in candidates {
    let other = Array(candidate.lowercased())
    guard other.count > 2, abs(other.count - word.count) <= limit else { continue }
    let distance = alignmentDistance(word, other)
    guard distance <= limit, distance < best?.distance ?? .max else { continue }
    best = (candidate, distance)
  }
  return best?.name
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other.
func alignmentDistance(_ left: [Character], _ right: [Character]) -> Int {
  var older: [Int] = []
  var old = Array(0...right.count)
  for i in left.indices {
    var new = [i + 1]
    for j in right.indices {
      var cost = min(old[j + 1] + 1, new[j] + 1, old[j] + (left[i] == right[j] ? 0 : 1))
      if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
        cost = min(cost, older[j - 1] + 1)
      }
      new.append(cost)
    }
    (older, old) = (old, new)
  }
  return old[right.count]
}
