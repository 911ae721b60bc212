/// A line of a comparison of two texts.
enum DifferenceLine: Equatable {
  case same(String)
  case removed(String)
  case added(String)
}

/// The lines of both texts in an order in which as many as possible stand for both.
///
/// Long texts are compared only up to their first and from their last difference: the table of a
/// full comparison would grow with the product of their lengths.
func lineDifference(
  _ old: [String],
  _ new: [String],
  isSame: (String, String) -> Bool
) -> [DifferenceLine] {
  var start = 0
  while start < min(old.count, new.count), isSame(old[start], new[start]) { start += 1 }
  var tail = 0
  while tail < min(old.count, new.count) - start,
    isSame(old[old.count - 1 - tail], new[new.count - 1 - tail])
  { tail += 1 }
  let oldMiddle = Array(old[start..<(old.count - tail)])
  let newMiddle = Array(new[start..<(new.count - tail)])
  return new[..<start].map(DifferenceLine.same)
    + middle(oldMiddle, newMiddle, isSame)
    + new[(new.count - tail)...].map(DifferenceLine.same)
}

private func middle(
  _ old: [String],
  _ new: [String],
  _ isSame: (String, String) -> Bool
) -> [DifferenceLine] {
  let length = (old + new).reduce(0) { $0 + $1.utf8.count }
  guard old.count * new.count <= 10_000, length * max(old.count, new.count) <= 1_000_000 else {
    return old.map(DifferenceLine.removed) + new.map(DifferenceLine.added)
  }
  // The length of the longest common part of what is left of both.
  var lengths = Array(repeating: Array(repeating: 0, count: new.count + 1), count: old.count + 1)
  for o in old.indices.reversed() {
    for n in new.indices.reversed() {
      lengths[o][n] =
        isSame(old[o], new[n])
        ? lengths[o + 1][n + 1] + 1 : max(lengths[o + 1][n], lengths[o][n + 1])
    }
  }
  var lines: [DifferenceLine] = []
  var (o, n) = (0, 0)
  while o < old.count || n < new.count {
    if o < old.count, n < new.count, isSame(old[o], new[n]) {
      lines.append(.same(new[n]))
      (o, n) = (o + 1, n + 1)
    } else if o < old.count, n == new.count || lengths[o + 1][n] >= lengths[o][n + 1] {
      lines.append(.removed(old[o]))
      o += 1
    } else {
      lines.append(.added(new[n]))
      n += 1
    }
  }
  return lines
}
