import Periods
import Synchronization

/// The effects of the calendar over some months, and how the rest of a series is laid on them.
///
/// Many series of a table have the same months: for these the effects are worked out once.
struct CalendarRemoval: Sendable {
  /// Effects that can be told from each other.
  let columns: [[Double]]
  /// For each effect how much every month of the rest of a series weighs in its coefficient: the rows
  /// of (X′X)⁻¹ X′, X being what season and trend leave of the effects.
  private let weights: [[Double]]

  private init(_ effects: [CalendarEffect], _ months: [Month], _ perYear: Int) {
    var columns = effects.flatMap { $0.columns(months) }.filter { $0.contains { $0 != 0 } }
    var rests = columns.map { SeasonalTrend(of: $0, period: perYear).rest }
    var fit: LeastSquares?
    while fit == nil {
      do throws(LeastSquares.Collinear) {
        fit = try LeastSquares(of: months.map { _ in 0 }, on: Design(rests))
      } catch {
        // The first effect that those before it explain in full.
        columns.remove(at: error.column)
        rests.remove(at: error.column)
      }
    }
    self.columns = columns
    weights = rests.indices.map { row in
      months.indices.map { month in
        rests.indices.reduce(0) { $0 + (fit?.inverse[row, $1] ?? 0) * rests[$1][month] }
      }
    }
  }

  /// The coefficients of the effects in the rest of a series, by least squares.
  func coefficients(of rest: [Double]) -> [Double] {
    weights.map { row in
      var sum = 0.0
      for month in rest.indices { sum += row[month] * rest[month] }
      return sum
    }
  }

  private struct Question: Hashable {
    var effects: [CalendarEffect]
    var first: Int
    var count: Int
    var perYear: Int
  }

  private static let known = Mutex<[Question: CalendarRemoval]>([:])

  static func of(_ effects: [CalendarEffect], _ months: [Month], _ perYear: Int) -> CalendarRemoval
  {
    let question = Question(
      effects: effects,
      first: months.first?.index ?? 0,
      count: months.count,
      perYear: perYear
    )
    if let removal = known.withLock({ $0[question] }) { return removal }
    let removal = CalendarRemoval(effects, months, perYear)
    known.withLock { known in
      if known.count >= 32 { known.removeAll() }
      known[question] = removal
    }
    return removal
  }
}
