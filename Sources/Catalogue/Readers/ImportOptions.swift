import Periods

/// What a user says about a file that the file itself does not.
package struct ImportOptions: Equatable, Sendable {
  /// The column or the fixed value for each role: `partner: country`, `reporter: china`.
  package var mapping: [String: String] = [:]
  /// The unit of money columns, where the file names none: `cny*10000`.
  package var measurement: Measurement?
  /// Units that hold for some periods only: `in cny*10000 since 2024-09`.
  package var datedMeasurements: [DatedMeasurement] = []
  package var encoding: TextEncoding?
  /// True where a row that cannot be read stops the file.
  package var isStrict = false
  package var scalings: [Scaling] = []
  /// Partners and goods whose rows are left out, by their spelling in the file.
  package var skipped: [String] = []
  /// What becomes of two rows that say different things of one figure.
  package var repeats: Repeats?
  /// True where February holds January too, wherever January has no figure.
  package var combinesNewYear = false
  /// The sheet of a workbook; nil: the first that is a table.
  package var sheet: String?

  /// The periods that something is said of.
  package enum Extent: Equatable, Sendable {
    case all
    case row(Period)
    case since(Month)
    case until(Month)

    func contains(_ period: Period) -> Bool {
      switch self {
      case .all: true
      case .row(let row): row == period
      case .since(let month): period.start >= month
      case .until(let month): period.end <= month
      }
    }
  }

  package enum Repeats: String, CaseIterable, Sendable { case first, last, add }

  /// A unit, and the periods whose amounts are in it.
  package struct DatedMeasurement: Equatable, Sendable {
    package var measurement: Measurement
    package var extent: Extent

    package init(_ measurement: Measurement, _ extent: Extent) {
      self.measurement = measurement
      self.extent = extent
    }
  }

  /// A column, or some rows of it, that is written in another unit than it claims.
  package struct Scaling: Equatable, Sendable {
    package var column: String
    package var extent: Extent
    package var factor: Double

    package init(column: String, _ extent: Extent = .all, factor: Double) {
      self.column = column
      self.extent = extent
      self.factor = factor
    }
  }

  package init() {}

  /// The unit that the user gave to a period's amounts.
  func measurement(for period: Period) -> Measurement? {
    datedMeasurements.last { $0.extent.contains(period) }?.measurement ?? measurement
  }

  /// By what the user says a figure is to be multiplied.
  func factor(for column: String, _ period: Period) -> Double {
    scalings.filter { $0.column.plainWord == column.plainWord && $0.extent.contains(period) }
      .reduce(1) { $0 * $1.factor }
  }
}
