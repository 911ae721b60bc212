import Catalogue
import Engine
import Periods

/// The figures of an answer as rows and columns of text, before any layout.
struct Sheet: Equatable {
  struct Cell: Equatable {
    var text: String
    /// A letter or star behind the number that the legend explains.
    var mark = ""
    var role = StyledText.Role.plain
  }

  struct Column: Equatable {
    /// The name and, where columns differ in it, the unit.
    var header: [String]
    var isNumeric: Bool
    var cells: [Cell]
    /// The numbers behind the cells of a table, for small drawings.
    var numbers: [Double?] = []
  }

  var columns: [Column] = []

  /// The rows of a table that are shown.
  var shownRows: [Int] = []
  var total: [Cell]?

  /// What the marks and signs mean, one sentence a line.
  var legend: [String] = []

  /// The unit that all numbers share, for the reading line; nil where they differ.
  var unit: String?

  /// The whole answer in one line, where it is one number.
  var summary = ""

  var rowCount: Int { columns.first?.cells.count ?? 0 }
}

extension Sheet {
  /// The figures of an answer; `withChart` adds a small drawing to the rows or columns of a table.
  init(_ content: Answer.Content, withChart: Bool = false) {
    switch content {
    case .scalar(let scalar): self.init(scalar)
    case .series(let points): self.init(points.shown, of: points)
    case .table(let table):
      self.init(table)
      if withChart { addChart(table) }
    case .periods(let spells): self.init(spells)
    case .check(let check): self.init(check)
    case .text: self.init()
    }
  }

  private init(_ scalar: Scalar) {
    let line = scalarLine(scalar)
    summary = line.plain
    unit = scalar.format.unitLabel
  }

  private init(_ check: Check) {
    summary = checkLine(check).plain
    unit = check.format.unitLabel
  }

  /// Two columns: the period and its value.
  init(_ shown: [Points.Point], of points: Points) {
    let format = NumberFormat(points.unit, cells: shown.lazy.map(\.cell), isChange: points.isChange)
    var legend = Legend()
    let periods = shown.map { point in
      Cell(
        text: point.period.description,
        mark: legend.mark(for: point.period, through: point.through),
        role: .label
      )
    }
    let values = shown.map { point in
      legend.cell(point.cell, format, at: point.period.description)
    }
    columns = [
      Column(header: ["period"], isNumeric: false, cells: periods),
      Column(header: ["value"], isNumeric: true, cells: values),
    ]
    self.legend = legend.lines
    unit = format.unitLabel
  }
}

extension Points {
  /// How many periods a screen shows of a series that was asked for without a window.
  static let latestCount = 13

  /// The points of the window or, without one, the latest.
  var shown: [Point] { hasWindow ? points : points.suffix(Points.latestCount) }
}
