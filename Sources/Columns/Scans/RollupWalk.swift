/// Reads a rollup and adds what a scan wants of it to the scan's cells.
struct RollupWalk {
  let rollup: Rollup
  /// From the column that changes slowest on.
  private let steps: Block<Step>
  private let keeping: [Block<Int>]

  /// One column of the rollup: for each code that passes, where it lies and where it goes.
  private struct Step: BitwiseCopyable {
    let sources: UnsafePointer<Int>
    let targets: UnsafePointer<Int>
    let count: Int
    /// Whether both follow each other, or all go to one cell.
    let isPlain: Bool
    let isTotal: Bool
  }

  /// Walks the columns of the rollup from a position of the order on.
  init(_ rollup: Rollup, of part: Part, _ plan: ClusterPlan, from first: Int) {
    self.rollup = rollup
    var steps: [Step] = []
    var keeping: [Block<Int>] = []
    var stride = 1
    let innerPosition = plan.digits.count - 1
    for (position, extent) in zip(rollup.positions, rollup.extents).reversed() {
      guard position >= first else { break }
      let shift = position == innerPosition ? part.innerRange.lowerBound : 0
      let places = (0..<extent).filter { plan.digits[position].ofCode[$0 + shift] >= 0 }
      let (sources, targets) = (
        places.map { $0 * stride }, places.map { Int(plan.offsets[position][$0 + shift]) }
      )
      let blocks = (Block(sources), Block(targets))
      keeping += [blocks.0, blocks.1]
      let follows = stride == 1 && isSequence(sources)
      let step = Step(
        sources: blocks.0.start,
        targets: blocks.1.start,
        count: places.count,
        isPlain: follows && isSequence(targets),
        isTotal: follows && targets.allSatisfy { $0 == 0 }
      )
      steps.insert(step, at: 0)
      stride *= extent
    }
    self.keeping = keeping
    self.steps = Block(steps)
  }

  /// Adds the wanted cells and says how many they were.
  func add(from source: Int, to cells: UnsafeMutablePointer<Int64>, base: Int) -> Int {
    let wanted = (0..<steps.count).reduce(1) { $0 * steps.start[$1].count }
    guard wanted > 0 else { return 0 }
    RollupWalk.walk(
      steps.start,
      depth: steps.count,
      from: rollup.cells.start + source,
      to: cells + base
    )
    return wanted
  }

  private static func walk(
    _ step: UnsafePointer<Step>,
    depth: Int,
    from source: UnsafePointer<Int64>,
    to cells: UnsafeMutablePointer<Int64>
  ) {
    let (sources, targets, count) = (step.pointee.sources, step.pointee.targets, step.pointee.count)
    if depth > 1 {
      for place in 0..<count {
        walk(step + 1, depth: depth - 1, from: source + sources[place], to: cells + targets[place])
      }
    } else if step.pointee.isTotal {
      let read = source + sources[0]
      var sum: Int64 = 0
      for place in 0..<count { sum &+= read[place] }
      cells.pointee &+= sum
    } else if step.pointee.isPlain {
      let (read, target) = (source + sources[0], cells + targets[0])
      for place in 0..<count { target[place] &+= read[place] }
    } else {
      for place in 0..<count { cells[targets[place]] &+= source[sources[place]] }
    }
  }
}

private func isSequence(_ numbers: [Int]) -> Bool {
  zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
}
