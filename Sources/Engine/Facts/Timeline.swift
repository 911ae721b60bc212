import Catalogue
import Periods

/// The figures of one series as they were published: months, running totals of years, and other
/// periods, under one vintage.
///
/// Statistical offices publish some months only together (January and February of China), totals
/// that are younger than the months in them, and years without months. A timeline gives the figure
/// for any period from what there is, and says when and how it had to be derived.
package struct Timeline: Sendable {
  private var figures: FiguresByPeriod
  private let months: ClosedRange<Int>?
  private let aggregation: Indicator.Aggregation

  /// `FOB`, `CIF`, `customs value`; empty where the source says nothing.
  package let basis: String

  /// True where every figure is the first that was published for its period: months then add up to
  /// what nobody published, so that a total goes before them.
  private let isFirstPublished: Bool

  package init(
    _ figures: [Period: Cell],
    _ aggregation: Indicator.Aggregation,
    basis: String = "",
    isFirstPublished: Bool = false
  ) {
    self.init(
      FiguresByPeriod(figures),
      aggregation,
      basis: basis,
      isFirstPublished: isFirstPublished
    )
  }

  init(
    _ figures: FiguresByPeriod,
    _ aggregation: Indicator.Aggregation,
    basis: String,
    isFirstPublished: Bool
  ) {
    self.figures = figures
    months = figures.span
    self.aggregation = aggregation
    self.basis = basis
    self.isFirstPublished = isFirstPublished
  }

  package var isEmpty: Bool { figures.isEmpty }

  /// The same figures, their sources being those from a place in a longer list on.
  func citing(from first: Int) -> Timeline {
    var copy = self
    copy.figures = figures.mapValues { cell in
      var cell = cell
      cell.sources = SourceSet(cell.sources.members.map { UInt16(clamping: Int($0) + first) })
      return cell
    }
    return copy
  }

  package var firstMonth: Month? { months.map { Month(index: $0.lowerBound) } }

  package var lastMonth: Month? { months.map { Month(index: $0.upperBound) } }

  /// The shortest calendar unit for which figures were published.
  package var finestGrain: Grain? {
    guard figures.months == nil else { return .month }
    return Grain.allCases.first { grain in figures.longer.keys.contains { $0.grain == grain } }
  }

  /// The figure of a period.
  package func figure(for period: Period) -> Cell {
    switch aggregation {
    case .sum: sum(of: period)
    case .mean: mean(of: period)
    case .last: figures[period] ?? figures[Period(period.end)] ?? absent(period)
    }
  }

  /// The published figure of exactly this period, whatever its parts say.
  package func exact(_ period: Period) -> Cell { figures[period] ?? absent(period) }

  // MARK: Flows

  private func sum(of period: Period) -> Cell {
    guard period.start.year == period.end.year else {
      let split = Month(year: period.start.year, month: 12)
      let head = Period(from: period.start, through: split)
      let tail = Period(from: split + 1, through: period.end)
      return add(sum(of: head), sum(of: tail))
    }
    let whole = figures[period]
    if period.length == 1 { return whole ?? remainder(of: period) ?? absent(period) }
    if let sum = figures.sum(of: period.months) {
      guard let whole else { return sum }
      let parts = period.months.compactMap { figures[month: $0] }
      guard isFirstPublished || whole.isYounger(than: parts) || whole.isFirmer(than: parts),
        !whole.isRounded(from: sum)
      else { return sum }
      return whole
    }
    if let whole { return whole }
    return runningTotal(of: period) ?? remainder(of: period) ?? quarters(of: period)
      ?? absent(period)
  }

  /// From January: the latest running total, and the months behind it.
  private func runningTotal(of period: Period) -> Cell? {
    guard period.start.number == 1 else { return nil }
    for end in period.months.dropLast().reversed() {
      let head = Period(from: period.start, through: Month(index: end))
      guard head.length > 1, let total = figures[head] else { continue }
      let rest = (end + 1...period.end.index).map { figures[month: $0] }
      guard let months = allPresent(rest) else { continue }
      return ([total] + months).added
    }
    return nil
  }

  /// Within the year: the running total at its end less the one before its start.
  private func remainder(of period: Period) -> Cell? {
    guard period.start.number > 1 else { return nil }
    let january = Month(year: period.start.year, month: 1)
    let before = Period(from: january, through: period.start - 1)
    guard let whole = figures[Period(from: january, through: period.end)],
      let head = figures[before] ?? runningTotal(of: before)
    else { return nil }
    return [whole, head].joined(whole.value - head.value, state: .derived)
  }

  private func quarters(of period: Period) -> Cell? {
    guard period.length % 3 == 0, period.start.number % 3 == 1, period.length > 3 else {
      return nil
    }
    let starts = stride(from: period.start.index, through: period.end.index, by: 3)
    let parts = starts.map { figures[Period(start: Month(index: $0), length: 3)] }
    return allPresent(parts)?.added
  }

  private func add(_ left: Cell, _ right: Cell) -> Cell {
    Cell.computed(left, right) { $0 + $1 }
  }

  // MARK: Rates and indices

  private func mean(of period: Period) -> Cell {
    if let whole = figures[period] { return whole }
    guard period.length > 1, var mean = figures.sum(of: period.months) else {
      return absent(period)
    }
    mean.value /= Double(period.length)
    return mean
  }

  // MARK: Absence

  private func allPresent(_ cells: [Cell?]) -> [Cell]? {
    let present = cells.compactMap { $0 }
    return present.count == cells.count ? present : nil
  }

  private func absent(_ period: Period) -> Cell {
    let isCovered = figures.longer.keys.contains { longer in
      longer.length > period.length && longer.contains(period)
    }
    guard isCovered else { return .missing(.notLoaded) }
    let january = Month(year: period.start.year, month: 1)
    let together = Period(start: january, length: 2)
    let isCombined = together.contains(period) && figures[together] != nil
    return .missing(isCombined ? .combined : .notReported)
  }
}

extension [Cell] {
  /// The sum; the cells all have values.
  fileprivate var added: Cell {
    joined(reduce(0) { $0 + $1.value }, state: weakestState)
  }
}

extension Cell {
  /// True where a total knows of revisions that some of its parts do not.
  ///
  /// The total must be at least as young as the youngest part and younger than the oldest: a total
  /// of the same vintage as all parts adds nothing but rounding.
  fileprivate func isYounger(than parts: [Cell]) -> Bool {
    let days = parts.compactMap(\.published)
    guard let published, let youngest = days.max(), let oldest = days.min() else { return false }
    return published >= youngest && published > oldest
  }

  /// True where a total was published and some of its parts had to be derived.
  fileprivate func isFirmer(than parts: [Cell]) -> Bool {
    state == .ok && parts.contains { $0.state == .derived }
  }

  /// True where a total is nothing but a coarser rounding of the sum: 3.58 trillion of 3,576.4 bn.
  fileprivate func isRounded(from sum: Cell) -> Bool {
    guard let whole = Int64(exactly: value), whole != 0 else { return false }
    var unit: Int64 = 1
    while whole % (unit * 10) == 0 { unit *= 10 }
    // Many totals end in a round billion by chance; few in round tens of billions.
    return unit >= 10_000_000_000 && abs(value - sum.value) <= Double(unit) / 2
  }
}
