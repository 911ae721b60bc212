/// Reads a rollup and adds what a scan wants of it to the scan's cells.
struct RollupWalk {
  let rollup: Rollup
  /// From the column that changes slowest on.
  private let steps: Block<Step>
  private let keeping: [Block<Int>]
  /// What is added to the place of every cell.
  private let shift: Int

  /// One column of the rollup: for each code that passes, where it lies and where it goes.
  private struct Step: BitwiseCopyable {
    let count: Int
    var source = 0
    var target = 0
    /// How far to the next, where codes and places follow each other.
    var sourceStride = 0
    var targetStride = 0
    /// Code by code where they do not.
    var sources: UnsafePointer<Int>?
    var targets: UnsafePointer<Int>?
  }

  /// Walks the columns of the rollup from a position of the order on.
  init(_ rollup: Rollup, of part: Part, _ plan: ClusterPlan, from first: Int) {
    self.rollup = rollup
    var steps: [Step] = []
    var keeping: [Block<Int>] = []
    var stride = 1
    let innerPosition = plan.digits.count - 1
    let firstInner = part.innerRange.lowerBound
    for (position, extent) in zip(rollup.positions, rollup.extents).reversed() {
      guard position >= first else { break }
      defer { stride *= extent }
      let least = position == innerPosition ? firstInner : 0
      let (digits, targetStride) = (plan.digits[position], plan.strides[position])
      if let run = digits.run(in: least..<least + extent) {
        var step = Step(count: run.codes.count)
        step.source = (run.codes.lowerBound - least) * stride
        step.sourceStride = stride
        step.target = run.place * targetStride
        step.targetStride = run.step * targetStride
        steps.insert(step, at: 0)
      } else {
        let codes = (least..<least + extent).filter(digits.passes)
        let sources = Block(codes.map { ($0 - least) * stride })
        let targets = Block(codes.map { digits.place(of: $0) * targetStride })
        keeping += [sources, targets]
        var step = Step(count: codes.count)
        (step.sources, step.targets) = (sources.start, targets.start)
        steps.insert(step, at: 0)
      }
    }
    let inner = firstInner..<part.innerRange.upperBound + 1
    let isSummedUp = !rollup.positions.contains(innerPosition)
    shift = isSummedUp ? (plan.digits[innerPosition].run(in: inner)?.place ?? 0) : 0
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
    if let sources = place.sources, let targets = place.targets {
      for number in 0..<place.count {
        let (read, target) = (source + sources[number], cells + targets[number])
        if depth > 1 {
          walk(step + 1, depth: depth - 1, from: read, to: target)
        } else {
          target.pointee &+= read.pointee
        }
      }
      return
    }
    let (read, target) = (source + place.source, cells + place.target)
    let (sourceStride, targetStride) = (place.sourceStride, place.targetStride)
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
