import Guidance

/// A word that makes one number of a series: `average`, `max`.
package protocol Aggregate: Sendable {
  static var entry: Entry { get }
  /// The value; NaN where there are too few numbers.
  static func value(of numbers: [Double]) -> Double
  /// True where the result is one of the values, and stands for its period.
  static var picksOne: Bool { get }
}

extension Aggregate {
  package static var picksOne: Bool { false }
}

/// Every aggregate, in the order in which help lists them.
package let aggregates: [any Aggregate.Type] = [
  Total.self, Mean.self, Median.self, Minimum.self, Maximum.self, Count.self,
  StandardDeviation.self, Latest.self, First.self,
]
