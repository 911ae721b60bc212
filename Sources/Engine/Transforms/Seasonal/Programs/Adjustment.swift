import Catalogue
import Periods

/// A series to be adjusted, and how.
package struct AdjustmentTask: Hashable, Sendable {
  /// Without a gap; three years at the least.
  package var values: [Double]
  package var start: Month
  /// 12 or 4.
  package var perYear: Int
  /// False where the season is an amount, as of balances and rates.
  package var mayUseLogarithms: Bool
  /// True where the program shall estimate its own effect of weekdays and leap years.
  package var hasTradingDays = false
  /// True where it shall estimate its own effect of the eight days before Easter.
  package var hasEaster = false
  /// Effects of holidays that the program does not know.
  package var holidays: [Holiday] = []

  /// A regressor of one holiday.
  package struct Holiday: Hashable, Sendable {
    /// A word of letters and digits, such as `lunar1`.
    package var name: String
    /// One value a period, a year beyond the series for the forecasts behind it.
    package var values: [Double]

    package init(name: String, values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  package init(
    _ values: [Double],
    from start: Month,
    perYear: Int,
    mayUseLogarithms: Bool
  ) {
    self.values = values
    self.start = start
    self.perYear = perYear
    self.mayUseLogarithms = mayUseLogarithms
  }
}

/// A series without its season, and what the program says of how it came about.
package struct Adjustment: Equatable, Sendable {
  package var adjusted: [Double]
  package var trend: [Double]
  /// As the program names itself: `1.1 build 62`.
  package var version: String
  /// Orders of the ARIMA model: `(0 1 1)(0 1 1)`.
  package var model: String
  package var usesLogarithms: Bool
  /// The seasonal moving average: `3x5`.
  package var seasonalFilter: String
  /// The terms of Henderson's moving average for the trend.
  package var trendFilter: Int
  package var outliers: [Outlier] = []
  package var quality = Quality()
  /// The program's own, a sentence each.
  package var warnings: [String] = []

  /// A figure that does not count, or a break in the level, as the program found it.
  package struct Outlier: Equatable, Sendable {
    /// `AO` of one period, `LS` of the level from there on.
    package var kind: String
    package var period: Period

    package init(_ kind: String, _ period: Period) {
      self.kind = kind
      self.period = period
    }
  }

  /// What the program measures of its own work; nil for what it did not say.
  package struct Quality: Equatable, Sendable {
    /// Whether the figures have a season that can be told from chance.
    package var hasIdentifiableSeason: Bool?
    /// How much of the season moves, relative to what stays; above 1 there is none to speak of.
    package var m7: Double?
    /// The weighted mean of the eleven measures M1 to M11; above 1 it is not to be relied on.
    package var q: Double?
    package var failingMeasures: Int?
    /// The test for a season in what was adjusted, and its probability.
    package var residualSeason: Test?

    package struct Test: Equatable, Sendable {
      package var statistic: Double
      package var probability: Double

      package init(_ statistic: Double, probability: Double) {
        self.statistic = statistic
        self.probability = probability
      }
    }

    package init() {}
  }

  package init(
    adjusted: [Double],
    trend: [Double],
    version: String,
    model: String,
    usesLogarithms: Bool,
    seasonalFilter: String,
    trendFilter: Int
  ) {
    self.adjusted = adjusted
    self.trend = trend
    self.version = version
    self.model = model
    self.usesLogarithms = usesLogarithms
    self.seasonalFilter = seasonalFilter
    self.trendFilter = trendFilter
  }
}
