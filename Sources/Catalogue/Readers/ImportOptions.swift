import Periods

/// What a user says about a file that the file itself does not.
package struct ImportOptions: Equatable, Sendable {
  /// The column or the fixed value for each role: `partner: country`, `reporter: china`.
  package var mapping: [String: String] = [:]
  /// The unit of money columns, where the file names none: `cny*10000`.
  package var measurement: Measurement?
  package var encoding: TextEncoding?
  /// True where a row that cannot be read stops the file.
  package var isStrict = false
  package var scalings: [Scaling] = []

  /// A column, or one row of it, that is written in another unit than it claims.
  package struct Scaling: Equatable, Sendable {
    package var column: String
    package var period: Period?
    package var factor: Double

    package init(column: String, period: Period?, factor: Double) {
      self.column = column
      self.period = period
      self.factor = factor
    }
  }

  package init() {}
}
