import Catalogue
import Guidance
import Language
import Periods

/// One transform of the language: checked when it is made from a call, unable to fail once it runs.
///
/// To add one, write a file with a conforming type and name the type in ``transforms``.
package protocol Transform: Sendable {
  static var entry: Entry { get }
  static var shape: TransformShape { get }

  /// Checks a call against what it will see.
  init(_ call: TransformCall, on input: Kind) throws(Diagnostic)

  /// What comes out of it.
  func kind(after input: Kind) -> Kind

  /// How it is called in the words above an answer: `year on year`.
  var label: String { get }

  /// The same above a column and in a sentence, where there is little room.
  var shortLabel: String { get }

  /// The flow that must be summed before it runs, where the figures know better than the months:
  /// `ytd` takes the running totals that the source published.
  var accumulation: Accumulation? { get }

  /// The transform behind a plan; what needs the figures to promise anything looks at them here.
  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan

  func run(_ series: Series) -> Series

  /// What it computes, in words and signs.
  var formula: String { get }

  /// True where a series takes long, so that members are worth being spread over the cores.
  var isCostly: Bool { get }

  /// The value of one period with the numbers in it, for `explain`.
  func working(_ series: Series, at number: Int) -> Working?
}

extension Transform {
  package func kind(after input: Kind) -> Kind { input }
  package var shortLabel: String { label }
  package var accumulation: Accumulation? { nil }
  package var formula: String { Self.entry.formula }
  package var isCostly: Bool { false }
  package func working(_ series: Series, at number: Int) -> Working? { nil }
}

/// Which months a flow adds up for every period of a series.
package enum Accumulation: Hashable, Sendable {
  case yearToDate
  case quarterToDate
  /// The months up to the end of the period.
  case trailing(months: Int)

  /// The months that belong to a period.
  package func span(of period: Period) -> Period {
    switch self {
    case .yearToDate:
      Period(from: Month(year: period.end.year, month: 1), through: period.end)
    case .quarterToDate:
      Period(from: period.end - (period.end.number - 1) % 3, through: period.end)
    case .trailing(let months): Period(from: period.end - (months - 1), through: period.end)
    }
  }
}

/// A formula with the numbers in it: which cells go in, and how.
package struct Working: Sendable {
  package enum Formula: Hashable, Sendable {
    /// 100 × (value ÷ base − 1).
    case growth
    /// value − base.
    case difference
    case sum
    case mean
    case ratio
  }

  package var formula: Formula
  /// The inputs by the number of their period, in the order of the formula.
  package var inputs: [Int]

  package init(_ formula: Formula, inputs: [Int]) {
    self.formula = formula
    self.inputs = inputs
  }
}

/// Every transform, in the order in which help lists them.
package let transforms: [any Transform.Type] = [
  YearOnYear.self, MonthOnMonth.self, QuarterOnQuarter.self, Change.self,
  YearToDate.self, QuarterToDate.self, TrailingTwelveMonths.self, MovingAverage.self,
  Rolling.self, SpanOverSpan.self, AnnualRate.self, CompoundGrowth.self,
  IndexNumber.self, Lag.self, Lead.self, Logarithm.self, LogDifference.self, Cumulative.self,
  ZScore.self, Rank.self, Filled.self,
  SeasonallyAdjusted.self, NotSeasonal.self, Trend.self, RealTerms.self, Nominal.self,
  Forecast.self,
]
