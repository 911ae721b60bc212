/// Reads a rollup and adds what a scan wants of it to the scan's cells.
struct RollupWalk {
  let rollup: Rollup
  private let dimensions: [Dimension]

  /// One column of the rollup: the codes that pass, where they lie and where they go.
  private struct Dimension {
    var sources: [Int]
    var targets: [Int]
    /// Whether both follow each other, or all go to one cell.
    var isPlain: Bool
    var isTotal: Bool
  }

  /// Walks the columns of the rollup from a position of the order on.
  init(_ rollup: Rollup, of part: Part, _ plan: ClusterPlan, from first: Int) {
    self.rollup = rollup
    var dimensions: [Dimension] = []
    var stride = 1
    let innerPosition = plan.digits.count - 1
    for (position, extent) in zip(rollup.positions, rollup.extents).reversed() {
      guard position >= first else { break }
      let shift = position == innerPosition ? part.innerRange.lowerBound : 0
      var dimension = Dimension(sources: [], targets: [], isPlain: true, isTotal: true)
      for place in 0..<extent where plan.digits[position].ofCode[place + shift] >= 0 {
        dimension.sources.append(place * stride)
        dimension.targets.append(Int(plan.offsets[position][place + shift]))
      }
      let (sources, targets) = (dimension.sources, dimension.targets)
      dimension.isTotal = targets.allSatisfy { $0 == 0 } && isSequence(sources)
      dimension.isPlain = isSequence(sources) && isSequence(targets)
      dimensions.append(dimension)
      stride *= extent
    }
    self.dimensions = dimensions.reversed()
  }

  /// Adds the wanted cells and says how many they were.
  func add(from source: Int, to cells: UnsafeMutablePointer<Int64>, base: Int) -> Int {
    walk(0, source, cells, base)
  }

  private func walk(
    _ depth: Int,
    _ source: Int,
    _ cells: UnsafeMutablePointer<Int64>,
    _ base: Int
  ) -> Int {
    let dimension = dimensions[depth]
    guard depth == dimensions.count - 1 else {
      var count = 0
      for (step, target) in zip(dimension.sources, dimension.targets) {
        count += walk(depth + 1, source + step, cells, base + target)
      }
      return count
    }
    let count = dimension.sources.count
    guard let first = dimension.sources.first else { return 0 }
    let from = rollup.cells.start + source
    if dimension.isTotal {
      var sum: Int64 = 0
      for place in first..<first + count { sum &+= from[place] }
      cells[base] &+= sum
    } else if dimension.isPlain {
      let (read, target) = (from + first, cells + base + dimension.targets[0])
      for place in 0..<count { target[place] &+= read[place] }
    } else {
      for place in 0..<count {
        cells[base + dimension.targets[place]] &+= from[dimension.sources[place]]
      }
    }
    return count
  }
}

private func isSequence(_ numbers: [Int]) -> Bool {
  zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
}
