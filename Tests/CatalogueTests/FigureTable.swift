import Catalogue
import Columns
import Periods

/// The figures in force under a vintage, found by what they are of.
struct FigureTable {
  let rows: [Int]
  private let data = DataSet.chinaCustoms
  private let rowOf: [FigureKey: Int]
  private let allRows: [Release: [Int]]

  private struct Release: Hashable {
    var key: FigureKey
    var publication: Day?
  }

  init(_ vintage: Vintage) {
    let data = DataSet.chinaCustoms
    rows = data.rows(vintage)
    rowOf = Dictionary(uniqueKeysWithValues: rows.map { (FigureKey(of: $0, in: data), $0) })
    allRows = Dictionary(grouping: 0..<data.facts.rowCount) { row in
      Release(key: FigureKey(of: row, in: data), publication: data.word(.publication, row))
    }
  }

  func series(of row: Int) -> String { data.series[data.code(.series, row)] }

  func key(of row: Int) -> FigureKey { FigureKey(of: row, in: data) }

  func value(_ key: FigureKey) -> Double? { rowOf[key].map { data.facts.values[$0] } }

  /// The rows of another series for the same trade, published on the same day.
  func companions(of row: Int, series: String) -> [Int] {
    let key = key(of: row).with(series: series)
    return allRows[Release(key: key, publication: data.word(.publication, row))] ?? []
  }
}

/// What a figure is of, in words.
struct FigureKey: Hashable, CustomStringConvertible {
  var series: String
  var reporter: String
  var partner: String
  var product: String
  var unit: Unit
  var period: Period

  init(of row: Int, in data: DataSet) {
    series = data.series[data.code(.series, row)]
    reporter = data.places[data.code(.reporter, row)].code
    partner = data.places[data.code(.partner, row)].code
    product = data.products[data.code(.product, row)].code
    unit = data.units[data.code(.unit, row)]
    period = data.periods[data.code(.period, row)]
  }

  var description: String { "\(series) \(partner) \(period)" }

  func at(_ period: Period) -> FigureKey {
    var copy = self
    copy.period = period
    return copy
  }

  func with(partner: String) -> FigureKey {
    var copy = self
    copy.partner = partner
    return copy
  }

  func with(series: String, unit: Unit? = nil) -> FigureKey {
    var copy = self
    copy.series = series
    copy.unit = unit ?? copy.unit
    return copy
  }
}

extension DataSet {
  func code(_ column: FactColumn, _ row: Int) -> Int { facts.keys[column.rawValue][row] }

  /// The day on which a row was published.
  func word(_ column: FactColumn, _ row: Int) -> Day? { publications[code(column, row)] }
}
