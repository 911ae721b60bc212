import Catalogue
import Columns
import Guidance
import Periods

/// A function of how a whole is spread over its members.
protocol Concentration: Function {}

/// A whole and its members beside each other, period by period: what concentration looks at.
enum Members {
  /// The kind of an index of members; refuses what has none, or has negative ones.
  static func kind(of plan: Plan, for entry: Entry, at span: SourceSpan) throws(Diagnostic) -> Kind
  {
    guard !plan.kind.dimensions.isEmpty else {
      throw Diagnostic(
        "needs-members",
        "`\(entry.name)` needs members: `\(entry.name)(exports by partner)`",
        at: span
      )
    }
    guard plan.kind.nature != .growth, !plan.kind.isSigned else {
      throw Diagnostic(
        "no-shares",
        "`\(entry.name)` takes parts of a whole, and these may be negative",
        at: span
      )
    }
    var kind = plan.kind.with(unit: .ratio, nature: .level)
    kind.dimensions.removeLast()
    return kind
  }

  /// An index of the members that have a figure and of the rest of the whole, for each period and
  /// for each combination of the dimensions before the last.
  ///
  /// It has no meaning where the members overlap, so that they add up to more than the whole, and
  /// is missing where those with a figure make up less than half of it.
  static func panel(of panel: Panel, _ index: ([Double], _ rest: Double) -> Double) -> Panel {
    var order: [[Member]] = []
    var groups: [[Member]: [Panel.Column]] = [:]
    for column in panel.columns {
      let outer = Array(column.members.dropLast())
      if groups[outer] == nil { order.append(outer) }
      groups[outer, default: []].append(column)
    }
    guard !order.isEmpty else { return .number(.missing(.notLoaded)) }
    let columns = order.map { outer in
      Panel.Column(outer, series(of: groups[outer] ?? [], panel.frequency, index))
    }
    return Panel(columns, isScalar: panel.isScalar)
  }

  private static func series(
    of columns: [Panel.Column],
    _ frequency: Frequency,
    _ index: ([Double], _ rest: Double) -> Double
  ) -> Series {
    let members = columns.filter { !$0.isRest }.map(\.series)
    let rest = columns.first(where: \.isRest)?.series
    guard let first = members.map(\.first).min(), let end = members.map(\.end).max() else {
      return Series(frequency, first: 0, cells: [.missing(.notLoaded)])
    }
    let cells = (first..<end).map { number in
      let present = members.map { $0[number] }.filter(\.hasValue)
      guard !present.isEmpty else { return Cell.missing(.notLoaded) }
      let rest = rest?[number].number ?? 0
      guard rest <= present.reduce(0, { $0 + $1.value }) else { return .missing(.incomplete) }
      return Cell.computed(from: present) { values in
        let noise = 1e-6 * values.reduce(0, +)
        guard rest >= -noise, values.allSatisfy({ $0 >= 0 }) else { return .nan }
        return index(values, max(rest, 0))
      }
    }
    return Series(frequency, first: first, cells: cells)
  }

  /// The sum of squared shares of the members of the last dimension, through `index`; nil where the
  /// numbers do not lie in one array.
  static func squares(of panel: Panel, _ index: (Double) -> Double) -> Panel? {
    guard let grid = panel.grid, let members = grid.axes.last, grid.count > 0,
      case .sums(let sums, _) = grid.numbers
    else { return nil }
    let outer = grid.axes.dropLast()
    let places = outer.reduce([0]) { places, axis in
      places.flatMap { place in axis.names.indices.map { place + $0 * axis.stride } }
    }
    let squares = sums.withNumbers { numbers in
      SquaredShares(numbers, members: members, periods: grid.count).values(from: places)
    }
    var stride = grid.count
    var axes: [Grid.Axis] = []
    for axis in outer.reversed() {
      axes.insert(Grid.Axis(dimension: axis.dimension, names: axis.names, stride: stride), at: 0)
      stride *= axis.names.count
    }
    let result = Grid(
      axes: axes,
      frequency: grid.frequency,
      first: grid.first,
      count: grid.count,
      numbers: .values(squares.values.map(index), isThere: squares.isThere),
      template: grid.template
    )
    return Panel(result, isScalar: panel.isScalar)
  }
}

/// Sums of squared shares over the members of one dimension.
private struct SquaredShares: @unchecked Sendable {
  private let numbers: UnsafeBufferPointer<Int64>
  private let memberCount: Int
  private let stride: Int
  private let periods: Int

  /// From this many numbers on several threads are quicker than one.
  private static let leastSharedWork = 200_000

  init(_ numbers: UnsafeBufferPointer<Int64>, members: Grid.Axis, periods: Int) {
    self.numbers = numbers
    memberCount = members.names.count
    stride = members.stride
    self.periods = periods
  }

  /// For every place a value for each period, NaN where it has none, and whether there are any.
  func values(from places: [Int]) -> (values: [Double], isThere: [Bool]) {
    var values = [Double](repeating: .nan, count: places.count * periods)
    var isThere = [Bool](repeating: false, count: places.count)
    let work = places.count * memberCount * periods
    let threads = work < Self.leastSharedWork ? Threads(1) : Threads.all
    values.withUnsafeMutableBufferPointer { values in
      isThere.withUnsafeMutableBufferPointer { isThere in
        nonisolated(unsafe) let (values, isThere) = (values, isThere)
        threads.share(places.count) { _, number in
          let target = UnsafeMutableBufferPointer(
            rebasing: values[number * periods..<(number + 1) * periods]
          )
          isThere[number] = fill(target, from: places[number])
          return true
        }
      }
    }
    return (values, isThere)
  }

  private func fill(_ target: UnsafeMutableBufferPointer<Double>, from place: Int) -> Bool {
    guard let numbers = numbers.baseAddress, let target = target.baseAddress else { return false }
    return withUnsafeTemporaryAllocation(of: Int64.self, capacity: 2 * periods) { work in
      work.initialize(repeating: 0)
      target.initialize(repeating: 0, count: periods)
      guard let sums = work.baseAddress else { return false }
      let signs = sums + periods
      for member in 0..<memberCount {
        let series = numbers + (place + member * stride)
        for period in 0..<periods {
          let value = series[period]
          sums[period] &+= value
          signs[period] |= value
          target[period] += Double(value) * Double(value)
        }
      }
      var isThere = false
      for period in 0..<periods {
        let whole = Double(sums[period])
        if target[period] > 0 { isThere = true }
        // Shares of negative parts have no meaning.
        target[period] = signs[period] < 0 ? .nan : target[period] / (whole * whole)
      }
      return isThere
    }
  }
}

extension Panel.Column {
  /// True for what is left of the whole beside the members shown.
  var isRest: Bool { members.contains { Member.isRest($0.name) } }
}
