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
    var columns: [Panel.Column] = []
    forEachSeries { positions, values in
      let cells = values.map { $0.isFinite ? template.with(value: $0) : nonsense }
      columns.append(
        Panel.Column(
          zip(members, positions).map { $0[$1] },
          Series(frequency, first: first, cells: cells)
        )
      )
    }
    return columns
  }

  /// Calls the body with the positions of every combination that has figures, and its values; NaN
  /// where one has no meaning.
  func forEachSeries(_ body: ([Int], UnsafeBufferPointer<Double>) -> Void) {
    switch numbers {
    case .values(let values, _):
      values.withUnsafeBufferPointer { values in
        forEach { body($0, UnsafeBufferPointer(rebasing: values[$1..<$1 + count])) }
      }
    case .sums(let sums, let divisor):
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { series in
        sums.withNumbers { numbers in
          forEach { positions, place in
            for period in 0..<count { series[period] = Double(numbers[place + period]) / divisor }
            body(positions, UnsafeBufferPointer(series))
          }
        }
      }
    }
  }

  /// Calls the body with the positions and the place of every combination that has figures.
  func forEach(_ body: (_ positions: [Int], _ place: Int) -> Void) {
    var positions = axes.map { _ in 0 }
    func walk(_ depth: Int, _ place: Int, _ isThere: (Int) -> Bool) {
      guard depth < axes.count else {
        if axes.isEmpty || isThere(place) { body(positions, place) }
        return
      }
      for member in axes[depth].names.indices {
        positions[depth] = member
        walk(depth + 1, place + member * axes[depth].stride, isThere)
      }
    }
    switch numbers {
    case .values(_, let isThere): walk(0, 0) { isThere[$0 / max(count, 1)] }
    case .sums(let sums, _):
      sums.withNumbers { numbers in
        walk(0, 0) { place in
          for number in place..<place + count where numbers[number] != 0 { return true }
          return sums.isBalanced(place..<place + count)
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

  var rows: Rows {
    var rows = Rows(codes: axes.map { _ in [] })
    forEach { positions, place in
      rows.places.append(place)
      for axis in positions.indices { rows.codes[axis].append(Int32(positions[axis])) }
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
    return expanded.withLock { $0?.isEmpty } ?? rows.places.isEmpty
  }

  /// Whether any number has no meaning.
  var hasNonsense: Bool {
    guard case .values(let values, let isThere) = numbers else { return false }
    return values.indices.contains { isThere[$0 / max(count, 1)] && !values[$0].isFinite }
  }
}

extension FactGrid.Numbers {
  func withNumbers<Result>(_ body: (UnsafeBufferPointer<Int64>) -> Result) -> Result {
    switch self {
    case .scanned(let cells): cells.withCells(body)
    case .gathered(let numbers): numbers.withUnsafeBufferPointer(body)
    }
  }

  /// Whether some of these sums are zero although there are figures.
  func isBalanced(_ places: Range<Int>) -> Bool {
    switch self {
    case .scanned(let cells): cells.mayBalance && places.contains(where: cells.hasRows)
    case .gathered: false
    }
  }
}
