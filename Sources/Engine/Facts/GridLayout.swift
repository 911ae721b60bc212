import Catalogue
import Columns
import Periods

/// Puts the sums of a scan into the one array that plans look at.
struct GridLayout {
  private let request: GridRequest
  private let facts: EmbeddedFacts
  private let kinds: [FactRequest.Axis]

  init(_ request: GridRequest, _ facts: EmbeddedFacts) {
    self.request = request
    self.facts = facts
    kinds = request.facts.axes
  }

  func grid(of sums: FactTable.Sums) -> FactGrid {
    guard let cells = sums.dense else { return gathered(sums.groups) }
    let axes = zip(kinds, cells.axes).map { axis($0, $1.codes, stride: $1.stride) }
    let time = request.isTogether ? nil : cells.axes[kinds.count]
    let clock = slots(of: time?.codes ?? [])
    let stride = time?.stride ?? 1
    let isInPlace =
      request.isTogether
      || stride == 1 && clock.starts.count == clock.count
        && clock.starts.enumerated().allSatisfy { $1 == clock.first + $0 * clock.step }
    let isEmpty =
      axes.isEmpty && !(0..<max(clock.starts.count, 1)).contains { cells.hasRows($0 * stride) }
    let packed = isInPlace ? axes : packed(axes, clock.count)
    return FactGrid(
      axes: packed,
      first: clock.first,
      step: clock.step,
      count: clock.count,
      divisor: cells.divisor,
      numbers: isInPlace
        ? .scanned(cells)
        : .gathered(copied(cells, from: axes, to: packed, clock, stride: stride)),
      isEmpty: isEmpty
    )
  }

  // MARK: Time

  /// Where the sums begin in time, how long one is, and the first month of each that there is.
  private struct Clock {
    var first: Int
    var step: Int
    var count: Int
    var starts: [Int]
  }

  /// How many sums each combination of members has.
  var periodCount: Int { slots(of: []).count }

  private func slots(of codes: [Int]) -> Clock {
    let data = facts.dataSet
    let covered = data.span ?? 0...0
    guard !request.isTogether else {
      let months = request.months ?? covered
      return Clock(first: months.lowerBound, step: months.count, count: 1, starts: [])
    }
    let length = data.periods.first?.length ?? 1
    let step = max(request.step ?? length, length)
    let starts = codes.map { step > length ? $0 * step : data.periods[$0].start.index }
    // A month of which the data have no row lies in between all the same.
    let months = request.months.map { $0.clamped(to: covered) } ?? covered
    let anchor = step > length ? 0 : covered.lowerBound
    let ahead = (anchor - months.lowerBound) % step
    let first = months.lowerBound + (ahead < 0 ? ahead + step : ahead)
    let count = max((months.upperBound + 1 - first) / step, 0)
    return Clock(first: first, step: step, count: count, starts: starts)
  }

  // MARK: Members

  private func axis(_ kind: FactRequest.Axis, _ codes: [Int], stride: Int) -> FactGrid.Axis {
    let members = facts.members(kind, request.facts.level)
    guard codes.count < members.codes.count else {
      return FactGrid.Axis(kind, codes: members.codes, names: members.names, stride: stride)
    }
    return FactGrid.Axis(
      kind,
      codes: codes.map { members.codes[$0] },
      names: codes.map { members.names[$0] },
      stride: stride
    )
  }

  // MARK: Arrays

  /// The axes of an array without gaps.
  private func packed(_ axes: [FactGrid.Axis], _ count: Int) -> [FactGrid.Axis] {
    var packed = axes
    var stride = count
    for position in axes.indices.reversed() {
      packed[position].stride = stride
      stride *= axes[position].codes.count
    }
    return packed
  }

  private func copied(
    _ cells: FactTable.DenseCells,
    from axes: [FactGrid.Axis],
    to packed: [FactGrid.Axis],
    _ clock: Clock,
    stride: Int
  ) -> [Int64] {
    let size = packed.reduce(clock.count) { $0 * $1.codes.count }
    var numbers = [Int64](repeating: 0, count: size)
    cells.withCells { values in
      func copy(_ depth: Int, from source: Int, to target: Int) {
        guard depth < axes.count else {
          for (position, start) in clock.starts.enumerated() {
            numbers[target + (start - clock.first) / clock.step] &+=
              values[source + position * stride]
          }
          return
        }
        for member in axes[depth].codes.indices {
          copy(
            depth + 1,
            from: source + member * axes[depth].stride,
            to: target + member * packed[depth].stride
          )
        }
      }
      copy(0, from: 0, to: 0)
    }
    return numbers
  }

  /// Sums that were found one by one, as in small tables with many combinations.
  private func gathered(_ groups: [FactTable.Sums.Group]) -> FactGrid {
    let codes = kinds.indices.map { axis in Set(groups.map { $0.codes[axis] }).sorted() }
    let clock = slots(of: request.isTogether ? [] : groups.map { $0.codes[kinds.count] })
    let axes = packed(zip(kinds, codes).map { axis($0, $1, stride: 0) }, clock.count)
    let positions = codes.map { Dictionary(uniqueKeysWithValues: zip($0, $0.indices)) }
    let size = axes.reduce(clock.count) { $0 * $1.codes.count }
    var numbers = [Int64](repeating: 0, count: size)
    let divisor = facts.table(request.facts).unitsPerOne
    for (number, group) in groups.enumerated() {
      var place =
        request.isTogether ? 0 : (clock.starts[number] - clock.first) / clock.step
      for axis in kinds.indices {
        place += (positions[axis][group.codes[axis]] ?? 0) * axes[axis].stride
      }
      numbers[place] &+= Int64(exactly: (group.sum * divisor).rounded()) ?? 0
    }
    return FactGrid(
      axes: axes,
      first: clock.first,
      step: clock.step,
      count: clock.count,
      divisor: divisor,
      numbers: .gathered(numbers),
      isEmpty: groups.isEmpty
    )
  }
}
