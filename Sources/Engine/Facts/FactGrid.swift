import Columns
import Periods

/// Which sums a plan needs in one array.
package struct GridRequest: Hashable, Sendable {
  package var facts: FactRequest
  /// Where each partner stays apart, only these; nil: all.
  package var partners: [String]?
  /// Figures of other months are not looked at; nil: all are.
  package var months: ClosedRange<Int>?
  /// True where all of the months are added up.
  package var isTogether = false
  /// How many months are added up for each period; nil: as the data has them.
  package var step: Int?

  package init(_ facts: FactRequest) { self.facts = facts }
}

/// Sums of flows: a whole number for every combination of members and periods, in one array.
///
/// The last of the axes is time. A sum of nothing is zero.
package struct FactGrid: Sendable {
  /// The members along one axis, and how far apart their sums lie.
  package struct Axis: Sendable {
    package var kind: FactRequest.Axis
    package var codes: [String]
    package var names: [String]
    package var stride: Int

    package init(_ kind: FactRequest.Axis, codes: [String], names: [String], stride: Int) {
      self.kind = kind
      self.codes = codes
      self.names = names
      self.stride = stride
    }
  }

  package let axes: [Axis]
  /// The first month, and how many months a period has; all together are one period.
  package let first: Int
  package let step: Int
  package let count: Int
  /// What to divide a sum by.
  package let divisor: Double
  package let numbers: Numbers
  /// True where nothing at all was found.
  package let isEmpty: Bool
  /// What the scan read, and how long it took; nil for sums made of others.
  package var report: ScanReport?
  package var duration: Duration = .zero

  /// The sums, where the scan left them or where they were put together.
  package enum Numbers: Sendable {
    case scanned(FactTable.DenseCells)
    case gathered([Int64])
  }

  package init(
    axes: [Axis],
    first: Int,
    step: Int,
    count: Int,
    divisor: Double,
    numbers: Numbers,
    isEmpty: Bool
  ) {
    self.axes = axes
    self.first = first
    self.step = step
    self.count = count
    self.divisor = divisor
    self.numbers = numbers
    self.isEmpty = isEmpty
  }

  /// How far the sums of one combination of members lie from those of the next.
  var pitch: Int { axes.map(\.stride).min() ?? count }

  /// The months that the sums cover.
  package var months: ClosedRange<Int> { first...first + step * count - 1 }
}

extension FactGrid {
  /// The same sums with some of the axes added up.
  func adding(up wanted: Set<FactRequest.Axis>) -> FactGrid {
    let kept = axes.filter { !wanted.contains($0.kind) }
    guard kept.count < axes.count else { return self }
    var target: [Axis] = []
    var size = count
    for axis in kept.reversed() {
      var axis = axis
      axis.stride = size
      size *= axis.codes.count
      target.insert(axis, at: 0)
    }
    let strides = axes.map { axis in target.first { $0.kind == axis.kind }?.stride ?? 0 }
    var sums = [Int64](repeating: 0, count: max(size, 1))
    let last = axes.count - 1
    let (members, stride) = (axes[last].codes.count, axes[last].stride)
    let targetStride = strides[last]
    numbers.withNumbers { numbers in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let numbers = numbers.baseAddress, let sums = sums.baseAddress else { return }
        eachCombination(of: axes.dropLast().map { ($0.codes.count, $0.stride) }) {
          positions,
          start in
          var place = 0
          for (axis, position) in positions.enumerated() { place += position * strides[axis] }
          if count == 1 {
            for member in 0..<members {
              sums[place &+ member &* targetStride] &+= numbers[start &+ member &* stride]
            }
            return
          }
          var source = start
          for _ in 0..<members {
            for period in 0..<count { sums[place &+ period] &+= numbers[source &+ period] }
            source &+= stride
            place &+= targetStride
          }
        }
      }
    }
    return FactGrid(
      axes: target,
      first: first,
      step: step,
      count: count,
      divisor: divisor,
      numbers: .gathered(sums),
      isEmpty: isEmpty
    )
  }
}
