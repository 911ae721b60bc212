/// Reads a rollup and adds what a scan wants of it to the scan's cells.
struct RollupWalk {
  let rollup: Rollup
  /// From the column that changes slowest on.
  private let steps: Block<Step>
  private let keeping: [Block<Int32>?]
  /// What is added to the place of every cell.
  private let shift: Int

  /// One column of the rollup: where its codes lie, and where they go.
  private struct Step: BitwiseCopyable {
    var count: Int
    var source = 0
    var target = 0
    /// How far to the next.
    var sourceStride = 0
    var targetStride = 0
    /// Where codes go one by one; -1 for one that does not pass.
    var targets: UnsafePointer<Int32>?
  }

  /// Walks the columns of the rollup from a position of the order on.
  init(_ rollup: Rollup, of part: Part, _ plan: ClusterPlan, from first: Int) {
    self.rollup = rollup
    var steps: [Step] = []
    var stride = 1
    let innerPosition = plan.digits.count - 1
    let firstInner = part.innerRange.lowerBound
    for (position, extent) in zip(rollup.positions, rollup.extents).reversed() {
      guard position >= first else { break }
      defer { stride *= extent }
      let least = position == innerPosition ? firstInner : 0
      let (digits, targetStride) = (plan.digits[position], plan.strides[position])
      var step = Step(count: extent, sourceStride: stride)
      if let run = digits.run(in: least..<least + extent) {
        step.count = run.codes.count
        step.source = (run.codes.lowerBound - least) * stride
        step.target = run.place * targetStride
        step.targetStride = run.step * targetStride
      } else {
        step.targets = plan.tables[position].map { $0.start + least }
      }
      steps.insert(step, at: 0)
    }
    let inner = firstInner..<part.innerRange.upperBound + 1
    let isSummedUp = !rollup.positions.contains(innerPosition)
    shift = isSummedUp ? (plan.digits[innerPosition].run(in: inner)?.place ?? 0) : 0
    keeping = plan.tables
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
      to: cells + base + shift
    )
    return wanted
  }

  private static func walk(
    _ step: UnsafePointer<Step>,
    depth: Int,
    from source: UnsafePointer<Int64>,
    to cells: UnsafeMutablePointer<Int64>
  ) {
    let place = step.pointee
    let (sourceStride, targetStride) = (place.sourceStride, place.targetStride)
    if let targets = place.targets {
      for number in 0..<place.count where targets[number] >= 0 {
        let (read, target) = (source + number * sourceStride, cells + Int(targets[number]))
        if depth > 1 {
          walk(step + 1, depth: depth - 1, from: read, to: target)
        } else {
          target.pointee &+= read.pointee
        }
      }
      return
    }
    let (read, target) = (source + place.source, cells + place.target)
    if depth > 1 {
      for number in 0..<place.count {
        walk(
          step + 1,
          depth: depth - 1,
          from: read + number * sourceStride,
          to: target + number * targetStride
        )
      }
    } else if sourceStride == 1, targetStride == 0 {
      var sum: Int64 = 0
      for number in 0..<place.count { sum &+= read[number] }
      target.pointee &+= sum
    } else if sourceStride == 1, targetStride == 1 {
      for number in 0..<place.count { target[number] &+= read[number] }
    } else {
      for number in 0..<place.count {
        target[number * targetStride] &+= read[number * sourceStride]
      }
    }
  }
}
