import Columns
import Periods

/// Looks through the figures of a file for one usual mistake.
///
/// To add one, write a file with a conforming type and name the type in ``importChecks``.
protocol ImportCheck: Sendable {
  static func findings(in figures: CheckedFigures) -> [ImportFinding]
}

/// Every check, the most telling first.
let importChecks: [any ImportCheck.Type] = [
  SwappedColumns.self, BalanceIdentity.self, RunningTotals.self, LevelBreaks.self, UnitJumps.self,
  PartnersWithinWorld.self, Gaps.self, CombinedNewYear.self,
]

/// The figures of a file, arranged for checking: by what they measure and by period.
struct CheckedFigures: Sendable {
  /// One series of one partner and good.
  struct Key: Hashable, Comparable, Sendable {
    var series: String
    var reporter: String
    var partner: String
    var product: String
    var unit: Unit

    static func < (left: Key, right: Key) -> Bool {
      (left.series, left.reporter, left.partner, left.product)
        < (right.series, right.reporter, right.partner, right.product)
    }

    func with(series: String) -> Key {
      var copy = self
      copy.series = series
      return copy
    }
  }

  struct Figure: Sendable {
    var value: Double
    var line: Int
    var column: String
  }

  let byKey: [Key: [Period: Figure]]
  /// The keys in a stable order.
  let keys: [Key]
  let places: [String: Place]
  let isFlow: Set<String>
  /// The power of ten of money in the file, to show figures as they stand there.
  let exponent: Int

  init(_ draft: Draft) {
    var byKey: [Key: [Period: Figure]] = [:]
    for row in 0..<(draft.firstDerived ?? draft.count) {
      let key = Key(
        series: draft.series[row],
        reporter: draft.reporters[row],
        partner: draft.partners[row],
        product: draft.products[row],
        unit: draft.units[row]
      )
      var figure = Figure(
        value: draft.values[row],
        line: Int(draft.lines[row]),
        column: draft.columns[row]
      )
      // Parts of one place add up, as they do in a query.
      if let other = byKey[key]?[draft.periods[row]] { figure.value += other.value }
      byKey[key, default: [:]][draft.periods[row]] = figure
    }
    self.byKey = byKey
    keys = byKey.keys.sorted()
    places = draft.placesByCode
    isFlow = Set(draft.series.words.filter { draft.indicators[$0] == nil && !$0.contains(".") })
    exponent = draft.measurements.first?.exponent ?? 0
  }

  /// The figures of a data set that are in force, whatever they were read from.
  init(_ data: DataSet) {
    var byKey: [Key: [Period: Figure]] = [:]
    for row in data.rows(.latest) {
      let cell = data.cell(of: row)
      let key = Key(
        series: data.series[cell.series],
        reporter: (data.reporterPlaces ?? data.places)[cell.reporter].code,
        partner: data.places[cell.partner].code,
        product: data.products[cell.product].code,
        unit: data.units[cell.unit]
      )
      let period = data.periods[cell.period]
      var figure = Figure(value: data.facts.values[row], line: 0, column: key.series)
      if let other = byKey[key]?[period] { figure.value += other.value }
      byKey[key, default: [:]][period] = figure
    }
    self.byKey = byKey
    keys = byKey.keys.sorted()
    places = Dictionary(data.places.map { ($0.code, $0) }) { first, _ in first }
    let indicators = Set(data.indicators.map(\.code))
    isFlow = Set(data.series.filter { !indicators.contains($0) && !$0.contains(".") })
    exponent = 0
  }

  subscript(key: Key, period: Period) -> Figure? { byKey[key]?[period] }

  /// A figure as the file writes it.
  func raw(_ value: Double) -> String {
    let scaled = value / (Double("1e\(exponent)") ?? 1)
    let rounded = (scaled * 1000).rounded() / 1000
    return rounded == rounded.rounded() && abs(rounded) < 1e15 && exponent == 0
      ? "\(Int(rounded))" : "\(rounded)"
  }

  /// The partner in words, where it is not all together.
  func name(_ key: Key) -> String {
    guard let place = places[key.partner], place.kind != .world else { return "" }
    return " (\(place.name))"
  }
}

extension Double {
  /// The power of ten by which this is too large beside `other`; nil where none fits within 2 %.
  func powerOfTen(over other: Double) -> Int? {
    guard other != 0, self != 0, (self < 0) == (other < 0) else { return nil }
    return [3, 6, -3, -6, 1, 2, 4, 5, -1, -2, -4, -5].first { power in
      abs(self / other / (Double("1e\(power)") ?? 1) - 1) < 0.02
    }
  }
}

extension Int {
  /// `×1,000` and its like, for sentences.
  var timesTen: String {
    guard self >= 0 else { return "÷" + (-self).timesTen.dropFirst() }
    var digits = "1" + String(repeating: "0", count: self)
    if self >= 3 {
      digits = ""
      for position in 0...self {
        if position > 0, (self - position + 1) % 3 == 0 { digits += "," }
        digits += position == 0 ? "1" : "0"
      }
    }
    return "×" + digits
  }
}

extension DataSet {
  /// What in the figures does not add up; a table that no file lies behind has no lines to name.
  package var findings: [ImportFinding] {
    let figures = CheckedFigures(self)
    return importChecks.flatMap { $0.findings(in: figures) }.map { finding in
      var finding = finding
      finding.line = nil
      finding.mend = nil
      return finding
    }
  }
}

extension String {
  /// A name as it is typed in a clause: in quotes where it is more than one word.
  var asTyped: String {
    allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) } ? self : "\"\(self)\""
  }
}

extension [ImportFinding] {
  /// The first few, and how many more there are.
  func shortened(to count: Int = 3) -> [ImportFinding] {
    guard self.count > count, var last = dropFirst(count - 1).first else { return self }
    last.text += " (and \(self.count - count) more like it)"
    return Array(prefix(count - 1)) + [last]
  }
}
