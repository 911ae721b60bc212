import Catalogue

extension Grid {
  /// (own part ÷ own whole) ÷ (world part ÷ world whole), through `index`, for every combination of
  /// members of the own part; nil where the four do not lie alike.
  static func comparing(_ grids: [Grid?], _ index: (Double) -> Double) -> Grid? {
    let grids = grids.compactMap { $0 }
    guard grids.count == 4 else { return nil }
    let (own, ownWhole, world, worldWhole) = (grids[0], grids[1], grids[2], grids[3])
    guard own.count > 0, let strides = own.strides(of: [ownWhole, world, worldWhole]),
      case .sums(let ownSums, _) = own.numbers, case .sums(let ownWholeSums, _) = ownWhole.numbers,
      case .sums(let worldSums, _) = world.numbers,
      case .sums(let worldWholeSums, _) = worldWhole.numbers
    else { return nil }
    return ownSums.withNumbers { part in
      ownWholeSums.withNumbers { whole in
        worldSums.withNumbers { worldPart in
          worldWholeSums.withNumbers { worldWhole in
            own.compared(
              Comparison(part: part, whole: whole, worldPart: worldPart, worldWhole: worldWhole),
              strides,
              ownSums,
              index
            )
          }
        }
      }
    }
  }

  /// The four amounts of a comparison, as whole numbers of one unit.
  private struct Comparison {
    let part: UnsafeBufferPointer<Int64>
    let whole: UnsafeBufferPointer<Int64>
    let worldPart: UnsafeBufferPointer<Int64>
    let worldWhole: UnsafeBufferPointer<Int64>

    /// The comparison at a place of each.
    @inline(__always)
    func value(_ own: Int, _ places: [3 of Int], _ period: Int) -> Double {
      let share = Double(part[own + period]) / Double(whole[places[0] + period])
      let world =
        Double(worldPart[places[1] + period]) / Double(worldWhole[places[2] + period])
      return share / world
    }
  }

  /// How far the members of each own axis lie apart in other grids, 0 where they do not have it;
  /// nil where one has another axis, other members or other periods.
  private func strides(of others: [Grid]) -> [[3 of Int]]? {
    var result = [[3 of Int]](repeating: [0, 0, 0], count: axes.count)
    for (number, other) in others.enumerated() {
      guard other.count == count, other.first == first, other.frequency == frequency else {
        return nil
      }
      for axis in other.axes {
        guard let position = axes.firstIndex(where: { $0.dimension == axis.dimension }),
          axes[position].names == axis.names
        else { return nil }
        result[position][number] = axis.stride
      }
    }
    return result
  }

  private func compared(
    _ comparison: Comparison,
    _ strides: [[3 of Int]],
    _ sums: FactGrid.Numbers,
    _ index: (Double) -> Double
  ) -> Grid {
    let combinations = axes.reduce(1) { $0 * $1.names.count }
    var values = [Double](repeating: .nan, count: combinations * count)
    var isThere = [Bool](repeating: false, count: combinations)
    let last = axes.count - 1
    let (members, stride) = last < 0 ? (1, 0) : (axes[last].names.count, axes[last].stride)
    let steps = last < 0 ? [0, 0, 0] : strides[last]
    var target = 0
    values.withUnsafeMutableBufferPointer { values in
      isThere.withUnsafeMutableBufferPointer { isThere in
        eachCombination(of: axes.dropLast().map(\.extent)) { positions, start in
          var place = start
          var places: [3 of Int] = [0, 0, 0]
          for (axis, position) in positions.enumerated() {
            for number in 0..<3 { places[number] += position * strides[axis][number] }
          }
          for _ in 0..<members {
            var hasFigures = false
            for period in 0..<count where comparison.part[place + period] != 0 { hasFigures = true }
            if hasFigures || sums.isBalanced(place..<place + count) {
              isThere[target] = true
              for period in 0..<count {
                values[target * count + period] = index(comparison.value(place, places, period))
              }
            }
            target += 1
            place += stride
            for number in 0..<3 { places[number] += steps[number] }
          }
        }
      }
    }
    var width = count
    var packed: [Axis] = []
    for axis in axes.reversed() {
      packed.insert(Axis(dimension: axis.dimension, names: axis.names, stride: width), at: 0)
      width *= axis.names.count
    }
    return Grid(
      axes: packed,
      frequency: frequency,
      first: first,
      count: count,
      numbers: .values(values, isThere: isThere),
      template: template
    )
  }
}
