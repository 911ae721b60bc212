import Periods

/// One figure as a reader found it.
struct Figure: Sendable {
  /// `exports`, `imports.quantity`, or the code of an indicator.
  var series: String
  var reporter: Place
  var partner: Place
  var product: Product
  var unit: Unit
  var period: Period
  /// In the unit itself: dollars, tonnes, percent.
  var value: Double
  var basis: String
  /// The line and the column of the file where it stands.
  var line: Int
  var column: String
  /// What tells rows of one place apart: the place as the file writes it.
  var spelling: String
  /// The day of the month, in files by day; else 0.
  var day = 0

  init(
    _ series: String,
    _ value: Double,
    in unit: Unit,
    for period: Period,
    line: Int,
    column: String = ""
  ) {
    self.series = series
    self.value = value
    self.unit = unit
    self.period = period
    self.line = line
    self.column = column
    reporter = .unnamed
    partner = .world
    product = .allGoods
    basis = ""
    spelling = ""
  }
}

extension Place {
  static let world = Place.known("WLD") ?? Place(code: "WLD", name: "World", kind: .world)

  /// The reporter of files that name none.
  static let unnamed = Place(code: "_REPORTER", name: "reporter", aliases: [])
}

extension Product {
  static let allGoods = Product.known(total) ?? Product(code: total, name: "all goods")
}
