import Catalogue
import Columns
import Periods
import Testing

/// What the tests ask of the built-in data set, in the words of its dictionaries.
struct Figures {
  let data = DataSet.chinaCustoms
  let rows: [Int]

  init(_ vintage: Vintage) { rows = DataSet.chinaCustoms.rows(vintage) }

  /// The row of a figure in force; nil where there is none.
  func row(
    _ series: String,
    _ period: String,
    reporter: String = "CHN",
    partner: String = "WLD",
    product: String = "TOTAL",
    unit: Unit = .money(.usd)
  ) -> Int? {
    rows.first {
      self[.series, $0, in: data.series] == series
        && self[.period, $0, in: data.periods].description == period
        && self[.reporter, $0, in: data.places].code == reporter
        && self[.partner, $0, in: data.places].code == partner
        && self[.product, $0, in: data.products].code == product
        && self[.unit, $0, in: data.units] == unit
    }
  }

  /// A figure in force, in billions of dollars.
  func billions(
    _ series: String,
    _ period: String,
    reporter: String = "CHN",
    partner: String = "WLD"
  ) -> Double? {
    row(series, period, reporter: reporter, partner: partner).map { data.facts.values[$0] / 1e9 }
  }

  /// A figure in force, in percent.
  func percent(_ series: String, _ period: String, partner: String = "WLD") -> Double? {
    row(series, period, partner: partner, unit: .percent).map { data.facts.values[$0] }
  }

  /// The sum of twelve months in billions of dollars; nil where one is missing.
  func year(_ series: String, _ year: Int, reporter: String = "CHN", partner: String) -> Double? {
    var total = 0.0
    for number in 1...12 {
      let month = Month(year: year, month: number).description
      let figure = billions(series, month, reporter: reporter, partner: partner)
      guard let figure else { return nil }
      total += figure
    }
    return total
  }

  func origin(of row: Int) -> Origin { self[.origin, row, in: data.origins] }

  func publication(of row: Int) -> Day? { self[.publication, row, in: data.publications] }

  private subscript<Word>(_ column: FactColumn, _ row: Int, in words: [Word]) -> Word {
    words[data.facts.keys[column.rawValue][row]]
  }
}

/// The day that a text names, for tests.
func day(_ text: String) throws -> Day { try #require(Day(text)) }
