import Catalogue
import Periods

/// How a figure for a period came from what was published.
enum Derivation: Sendable {
  /// Published for exactly this period.
  case published(Cell)
  /// Shorter periods added up, in their order.
  case sum([Piece])
  /// A published total that was taken although its months were published as well.
  case total(Cell, months: [Piece])
  /// The running total at the end less the one before the start.
  case difference(whole: Piece, before: Piece)
  case mean([Piece])
  /// There is no figure, or it came about in a way that is not known here.
  case given(Cell)

  struct Piece: Sendable {
    var period: Period
    var cell: Cell
  }
}

extension Timeline {
  /// How ``figure(for:)`` finds the figure of a period, told by looking for what gives its value.
  func derivation(of period: Period, _ aggregation: Indicator.Aggregation) -> Derivation {
    let figure = figure(for: period)
    guard figure.hasValue else { return .given(figure) }
    let whole = exact(period)
    let months = period.months.map { piece(Period(Month(index: $0))) }
    let isComplete = period.length > 1 && months.allSatisfy(\.cell.hasValue)
    guard aggregation == .sum else {
      if whole.hasValue { return .published(whole) }
      return isComplete && aggregation == .mean ? .mean(months) : .given(figure)
    }
    if isComplete, months.total.isNear(figure.value) { return .sum(months) }
    if whole.hasValue, whole.value.isNear(figure.value) {
      return isComplete ? .total(whole, months: months) : .published(whole)
    }
    let candidates = [years(period), runningTotal(period), quarters(period)].compactMap { $0 }
    if let pieces = candidates.first(where: { $0.total.isNear(figure.value) }) {
      return .sum(pieces)
    }
    return remainder(period, figure) ?? .given(figure)
  }

  private func piece(_ period: Period) -> Derivation.Piece {
    Derivation.Piece(period: period, cell: exact(period))
  }

  /// The parts that lie in different years.
  private func years(_ period: Period) -> [Derivation.Piece]? {
    guard period.start.year < period.end.year else { return nil }
    let december = Month(year: period.start.year, month: 12)
    let parts = [
      Period(from: period.start, through: december),
      Period(from: december + 1, through: period.end),
    ]
    return parts.map { Derivation.Piece(period: $0, cell: figure(for: $0)) }
  }

  /// A running total from January and the months behind it.
  private func runningTotal(_ period: Period) -> [Derivation.Piece]? {
    for end in period.months.reversed() {
      let head = piece(Period(from: period.start, through: Month(index: end)))
      let rest = (end + 1..<period.end.index + 1).map { piece(Period(Month(index: $0))) }
      guard head.period.length > 1, head.cell.hasValue, rest.allSatisfy(\.cell.hasValue) else {
        continue
      }
      return [head] + rest
    }
    return nil
  }

  private func quarters(_ period: Period) -> [Derivation.Piece]? {
    guard period.length % 3 == 0 else { return nil }
    let starts = stride(from: period.start.index, through: period.end.index, by: 3)
    return starts.map { piece(Period(start: Month(index: $0), length: 3)) }
  }

  private func remainder(_ period: Period, _ figure: Cell) -> Derivation? {
    guard period.start.number > 1 else { return nil }
    let january = Month(year: period.start.year, month: 1)
    let whole = piece(Period(from: january, through: period.end))
    let head = Period(from: january, through: period.start - 1)
    let before = Derivation.Piece(period: head, cell: self.figure(for: head))
    guard whole.cell.hasValue, before.cell.hasValue else { return nil }
    return .difference(whole: whole, before: before)
  }
}

extension [Derivation.Piece] {
  var total: Double { reduce(0) { $0 + $1.cell.value } }
}

extension Double {
  /// True for numbers that differ by no more than the noise of adding decimals.
  func isNear(_ other: Double) -> Bool {
    abs(self - other) <= 1e-9 * Swift.max(abs(self), abs(other), 1)
  }
}
