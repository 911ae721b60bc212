import Columns
import Periods

/// Finds the unit of a table that does not say it, by comparing its totals with built-in figures.
///
/// Only a power of ten between a file and a currency's figures makes a unit; dollars and yuan of the
/// same month are seven apart, so that they cannot be mistaken for each other.
struct UnitBenchmark {
  private(set) var measurement: Measurement?
  private(set) var matches = 0

  init(_ file: SourceFile, _ header: Header) {
    let roles = RoleFinder(header.names, file.samples(below: header), stem: file.stem).roles
    var votes: [Vote: Int] = [:]
    var scanner = file.records
    var rows = 0
    while rows < 20_000, let row = scanner.next() {
      guard row.line > header.line else { continue }
      rows += 1
      if case .column(let partner)? = roles.partner {
        guard Place.known(spelled: row[partner])?.kind == .world else { continue }
      }
      for value in roles.values where !value.isToDate && value.measurement == nil {
        guard let period = roles.period.flatMap({ PeriodText(row[$0]) })?.period,
          let series = roles.flow(of: value),
          case .number(let number) = NumberStyle().read(row[value.column]), number > 0
        else { continue }
        for vote in UnitBenchmark.votes(series, period, number) { votes[vote, default: 0] += 1 }
      }
    }
    let ranked = votes.sorted {
      ($1.value, $0.key.currency, $0.key.exponent) < ($0.value, $1.key.currency, $1.key.exponent)
    }
    guard let best = ranked.first, best.value >= 3,
      best.value > 2 * (ranked.dropFirst().first?.value ?? 0)
    else { return }
    matches = best.value
    measurement = Measurement(
      .money(Currency(rawValue: best.key.currency)),
      exponent: best.key.exponent
    )
  }

  private struct Vote: Hashable {
    var currency: String
    var exponent: Int
  }

  private static func votes(_ series: String, _ period: Period, _ number: Double) -> [Vote] {
    let known = totals[Key(series: series, period: period)] ?? [:]
    return known.flatMap { currency, value in
      (0...12).filter { exponent in
        let ratio = value / (number * (Double("1e\(exponent)") ?? 1))
        return abs(ratio - 1) < 0.03
      }.map { Vote(currency: currency, exponent: $0) }
    }
  }

  private struct Key: Hashable {
    var series: String
    var period: Period
  }

  /// China's totals as they are built in, by currency.
  private static let totals: [Key: [String: Double]] = {
    let data = DataSet.chinaCustoms
    var totals: [Key: [String: Double]] = [:]
    let wanted = ["exports", "imports"].compactMap { data.series.firstIndex(of: $0) }
    for row in data.rows(.latest) {
      let cell = data.cell(of: row)
      guard wanted.contains(cell.series), cell.product == 0,
        data.places[cell.partner].kind == .world, data.places[cell.reporter].code == "CHN",
        case .money(let currency) = data.units[cell.unit], data.periods[cell.period].length == 1
      else { continue }
      let key = Key(series: data.series[cell.series], period: data.periods[cell.period])
      totals[key, default: [:]][currency.rawValue] = data.facts.values[row]
    }
    return totals
  }()
}

extension TableRoles {
  /// The flow that a column holds throughout; nil where rows differ.
  fileprivate func flow(of value: ValueColumn) -> String? {
    guard case .flow(let series) = value.target else { return nil }
    if let series { return series }
    if case .fixed(let word)? = flow { return FlowWord.series(word) }
    return nil
  }
}
