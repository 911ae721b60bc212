extension UnsafeMutableBufferPointer<Double> {
  /// The middle number, or the mean of the two in the middle; the numbers are left in another order.
  ///
  /// Hoare's selection: only the part that holds the middle is ordered further.
  func partitionedMedian() -> Double {
    guard count > 1 else { return first ?? .nan }
    let middle = count / 2
    var (low, high) = (0, count - 1)
    while low < high {
      let pivot = self[low + (high - low) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while self[left] < pivot { left += 1 }
        while self[right] > pivot { right -= 1 }
        guard left <= right else { break }
        swapAt(left, right)
        left += 1
        right -= 1
      }
      if middle <= right { high = right } else if middle >= left { low = left } else { break }
    }
    guard count % 2 == 0 else { return self[middle] }
    var below = self[0]
    for index in 1..<middle { below = Swift.max(below, self[index]) }
    return (below + self[middle]) / 2
  }
}
