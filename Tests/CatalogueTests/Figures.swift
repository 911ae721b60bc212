import Catalogue
import Columns
import Periods
import Testing

/// What the tests ask of the built-in data set, in billions of dollars and percent.
struct Figures {
  let data = DataSet.chinaCustoms
  let table: FigureTable
  private let keyOfAny: FigureKey

  init(_ vintage: Vintage) {
    table = FigureTable(vintage)
    keyOfAny = FigureKey(of: 0, in: DataSet.chinaCustoms)
  }

  /// A figure in force; nil where there is none.
  func value(
    _ series: String,
    _ period: Period,
    reporter: String = "CHN",
    partner: String = "WLD",
    unit: Unit = .money(.usd)
  ) -> Double? {
    var key = keyOfAny.with(series: series, unit: unit).with(partner: partner).at(period)
    key.reporter = reporter
    key.product = "TOTAL"
    return table.value(key)
  }

  /// A figure in billions of dollars.
  func billions(
    _ series: String,
    _ period: Period,
    reporter: String = "CHN",
    partner: String = "WLD"
  ) -> Double? {
    value(series, period, reporter: reporter, partner: partner).map { $0 / 1e9 }
  }

  func percent(_ series: String, _ period: Period) -> Double? {
    value(series, period, unit: .percent)
  }

  /// The sum of twelve months in billions of dollars; nil where one is missing.
  func year(_ series: String, _ year: Int, reporter: String = "CHN", partner: String) -> Double? {
    var total = 0.0
    for number in 1...12 {
      let month = Period(Month(year: year, month: number))
      let figure = billions(series, month, reporter: reporter, partner: partner)
      guard let figure else { return nil }
      total += figure
    }
    return total
  }
}

extension Period {
  /// A month of a year.
  static func month(_ year: Int, _ number: Int) -> Period {
    Period(Month(year: year, month: number))
  }

  /// January to a month of the same year.
  static func toDate(_ year: Int, _ number: Int) -> Period {
    Period(from: Month(year: year, month: 1), through: Month(year: year, month: number))
  }
}

/// The day that a text names, for tests.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
