/// A measure beside trade flows that a data set holds: a survey index, a price, a rate, a share.
package struct Indicator: Hashable, Sendable {
  /// The key of its rows in the data set's `series` column.
  package var code: String

  /// The word by which queries name it: `pmi`.
  package var name: String

  package var aliases: [String]

  /// One sentence of at most 80 characters.
  package var summary: String

  /// How several months become one figure.
  package var aggregation: Aggregation

  /// The word for the whole of what it covers in readings: `China`, `world`.
  package var coverage: String

  package enum Aggregation: String, Hashable, Sendable {
    /// Flows add up.
    case sum
    /// Indices, rates and shares average.
    case mean
    /// Stocks take the last value.
    case last
  }

  package init(
    code: String,
    name: String,
    aliases: [String] = [],
    summary: String,
    aggregation: Aggregation,
    coverage: String
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.summary = summary
    self.aggregation = aggregation
    self.coverage = coverage
  }
}
