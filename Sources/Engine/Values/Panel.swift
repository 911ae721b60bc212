import Catalogue
import Periods

/// Series side by side, all of one frequency: what every step of a plan takes and gives.
package struct Panel: Sendable {
  private var content: Content
  /// True where each column is one number: the only cell of its series.
  package var isScalar: Bool

  package struct Column: Sendable {
    /// The members of the grouping dimensions, in the order of the grouping.
    package var members: [Member]
    package var series: Series

    package init(_ members: [Member], _ series: Series) {
      self.members = members
      self.series = series
    }
  }

  private enum Content: Sendable {
    case listed([Column])
    case grid(Grid)
  }

  package init(_ columns: [Column], isScalar: Bool = false) {
    content = .listed(columns)
    self.isScalar = isScalar
  }

  init(_ grid: Grid, isScalar: Bool = false) {
    content = .grid(grid)
    self.isScalar = isScalar
  }

  package var columns: [Column] {
    get {
      switch content {
      case .listed(let columns): columns
      case .grid(let grid): grid.columns
      }
    }
    set { content = .listed(newValue) }
  }

  /// The numbers in one array, where they came so.
  var grid: Grid? {
    if case .grid(let grid) = content { grid } else { nil }
  }

  package init(_ series: Series, isScalar: Bool = false) {
    self.init([Column([], series)], isScalar: isScalar)
  }

  package func map(_ transform: (Series) -> Series) -> Panel {
    Panel(columns.map { Column($0.members, transform($0.series)) }, isScalar: isScalar)
  }

  /// A single number without a period.
  package static func number(_ cell: Cell) -> Panel {
    Panel(Series(.monthly, first: 0, cells: [cell]), isScalar: true)
  }

  var frequency: Frequency {
    grid?.frequency ?? columns.first?.series.frequency ?? .monthly
  }
}

/// One value of a grouping dimension: the partner `US`.
package struct Member: Hashable, Sendable {
  package var dimension: String
  package var name: String

  package init(_ dimension: String, _ name: String) {
    self.dimension = dimension
    self.name = name
  }

  /// What is left of the whole when the members shown are taken away, by where they lie.
  package static func rest(_ axis: FactRequest.Axis) -> String {
    axis == .product ? "other products" : "rest of world"
  }

  /// True for the name of what is left of a whole.
  package static func isRest(_ name: String) -> Bool {
    FactRequest.Axis.allCases.contains { rest($0) == name }
  }
}
