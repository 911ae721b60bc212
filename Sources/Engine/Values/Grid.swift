import Catalogue
import Columns
import Periods
import Synchronization

/// Numbers of every combination of members for consecutive periods, in one array: a panel of many
/// columns, which become columns only where somebody looks at them.
package final class Grid: Sendable {
  /// The members of one dimension, and how far apart their numbers lie.
  package struct Axis: Sendable {
    package let dimension: String
    package let names: [String]
    package let stride: Int

    var extent: (count: Int, stride: Int) { (names.count, stride) }
  }

  /// As the query wrote them.
  package let axes: [Axis]
  package let frequency: Frequency
  package let first: Int
  package let count: Int
  package let numbers: Numbers
  /// What all cells have in common.
  package let template: Cell

  package enum Numbers: Sendable {
    /// Sums, and what to divide them by; zero where there is nothing.
    case sums(FactGrid.Numbers, divisor: Double)
    /// Values; NaN where they have no meaning. For each place whether its column is there at all.
    case values([Double], isThere: [Bool])
  }

  /// The same numbers, one for each column, of no period.
  func with(frequency: Frequency) -> Grid {
    Grid(
      axes: axes,
      frequency: frequency,
      first: 0,
      count: count,
      numbers: numbers,
      template: template
    )
  }

  /// The numbers of one period; nil where there are none, or they have to be picked out.
  func picking(_ period: Period) -> Grid? {
    guard count == 1, frequency.number(of: period) == first else { return nil }
    return self
  }

  private let expanded = Mutex<[Panel.Column]?>(nil)
  private let found = Mutex<Rows?>(nil)
  private let nonsense = Mutex<Bool?>(nil)

  init(
    axes: [Axis],
    frequency: Frequency,
    first: Int,
    count: Int,
    numbers: Numbers,
    template: Cell
  ) {
    self.axes = axes
    self.frequency = frequency
    self.first = first
    self.count = count
    self.numbers = numbers
    self.template = template
  }

  /// A column for every combination of members that has figures.
  package var columns: [Panel.Column] {
    expanded.withLock { known in
      if let columns = known { return columns }
      let columns = makeColumns()
      known = columns
      return columns
    }
  }

  private func makeColumns() -> [Panel.Column] {
    let members = axes.map { axis in axis.names.map { Member(axis.dimension, $0) } }
    let nonsense = template.with(state: .notMeaningful(.undefined))
    let codes = rows.codes
    var columns: [Panel.Column] = []
    forEachSeries { row, values in
      let cells = values.map { $0.isFinite ? template.with(value: $0) : nonsense }
      columns.append(
        Panel.Column(
          zip(members, codes).map { $0[Int($1[row])] },
          Series(frequency, first: first, cells: cells)
        )
      )
    }
    return columns
  }

  /// Calls the body with every combination that has figures, by its row, and its values; NaN where
  /// one has no meaning.
  func forEachSeries(_ body: (_ row: Int, UnsafeBufferPointer<Double>) -> Void) {
    let places = rows.places
    switch numbers {
    case .values(let values, _):
      values.withUnsafeBufferPointer { values in
        for (row, place) in places.enumerated() {
          body(row, UnsafeBufferPointer(rebasing: values[place..<place + count]))
        }
      }
    case .sums(let sums, let divisor):
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { series in
        sums.withNumbers { numbers in
          for (row, place) in places.enumerated() {
            for period in 0..<count { series[period] = Double(numbers[place + period]) / divisor }
            body(row, UnsafeBufferPointer(series))
          }
        }
      }
    }
  }

  /// The places of the combinations that have figures and, axis by axis, the positions of their
  /// members.
  struct Rows {
    var places: [Int] = []
    var codes: [[Int32]]
  }

  /// Found once, however often they are asked for.
  var rows: Rows {
    found.withLock { known in
      if let rows = known { return rows }
      let rows = findRows()
      known = rows
      return rows
    }
  }

  private func findRows() -> Rows {
    guard !axes.isEmpty else { return Rows(places: count > 0 ? [0] : [], codes: []) }
    switch numbers {
    case .values(_, let isThere):
      return isThere.withUnsafeBufferPointer { isThere in
        findRows { isThere[$0 / count] }
      }
    case .sums(let sums, _):
      return sums.withNumbers { numbers in
        guard let numbers = numbers.baseAddress else { return Rows(codes: axes.map { _ in [] }) }
        guard sums.mayBalance else { return findRows { hasFigures(numbers + $0) } }
        return findRows { place in
          hasFigures(numbers + place) || sums.isBalanced(place..<place + count)
        }
      }
    }
  }

  /// Whether any number of a series is other than zero.
  @inline(__always)
  private func hasFigures(_ series: UnsafePointer<Int64>) -> Bool {
    for period in 0..<count where series[period] != 0 { return true }
    return false
  }

  @inline(__always)
  private func findRows(_ isThere: (Int) -> Bool) -> Rows {
    var rows = Rows(codes: axes.map { _ in [] })
    guard count > 0 else { return rows }
    let last = axes.count - 1
    let (members, stride) = (axes[last].names.count, axes[last].stride)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: members) { places in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: members) { codes in
        eachCombination(of: axes.dropLast().map(\.extent)) { positions, start in
          var found = 0
          for member in 0..<members {
            places[found] = start + member * stride
            codes[found] = Int32(truncatingIfNeeded: member)
            found += isThere(start + member * stride) ? 1 : 0
          }
          rows.places.append(contentsOf: UnsafeBufferPointer(rebasing: places[..<found]))
          rows.codes[last].append(contentsOf: UnsafeBufferPointer(rebasing: codes[..<found]))
          for axis in 0..<last {
            rows.codes[axis].append(contentsOf: repeatElement(Int32(positions[axis]), count: found))
          }
        }
      }
    }
    return rows
  }

  /// The first number at some places; NaN where one has no meaning.
  func values(at places: [Int]) -> [Double] {
    switch numbers {
    case .values(let values, _): places.map { values[$0] }
    case .sums(let sums, let divisor):
      sums.withNumbers { numbers in places.map { Double(numbers[$0]) / divisor } }
    }
  }

  /// True where no combination has figures.
  var isVoid: Bool {
    guard count > 0 else { return true }
    guard !axes.isEmpty else { return false }
    return rows.places.isEmpty
  }

  /// Whether any number has no meaning; looked for once.
  var hasNonsense: Bool {
    guard case .values(let values, _) = numbers else { return false }
    let places = rows.places
    return nonsense.withLock { known in
      if let answer = known { return answer }
      let answer = values.withUnsafeBufferPointer { values in
        places.contains { place in
          for number in place..<place + count where !values[number].isFinite { return true }
          return false
        }
      }
      known = answer
      return answer
    }
  }
}

/// Calls the body with the positions of every combination of members, the last changing fastest, and
/// its place.
func eachCombination(
  of axes: [(count: Int, stride: Int)],
  _ body: (_ positions: [Int], _ place: Int) -> Void
) {
  guard axes.allSatisfy({ $0.count > 0 }) else { return }
  var positions = axes.map { _ in 0 }
  var place = 0
  while true {
    body(positions, place)
    var axis = positions.count - 1
    while axis >= 0 {
      positions[axis] += 1
      place += axes[axis].stride
      if positions[axis] < axes[axis].count { break }
      place -= positions[axis] * axes[axis].stride
      positions[axis] = 0
      axis -= 1
    }
    if axis < 0 { return }
  }
}

extension FactGrid.Numbers {
  func withNumbers<Result>(_ body: (UnsafeBufferPointer<Int64>) -> Result) -> Result {
    switch self {
    case .scanned(let cells): cells.withCells(body)
    case .gathered(let numbers): numbers.withUnsafeBufferPointer(body)
    }
  }

  /// Whether there are sums that are zero although there are figures.
  var mayBalance: Bool {
    if case .scanned(let cells) = self { cells.mayBalance } else { false }
  }

  /// Whether some of these sums are zero although there are figures.
  func isBalanced(_ places: Range<Int>) -> Bool {
    switch self {
    case .scanned(let cells): cells.mayBalance && places.contains(where: cells.hasRows)
    case .gathered: false
    }
  }
}
