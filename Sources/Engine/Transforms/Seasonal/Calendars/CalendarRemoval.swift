import Periods
import Synchronization

/// The effects of the calendar over some months, and what season and trend leave of them.
///
/// Many series of a table have the same months: for these the effects are worked out once.
struct CalendarRemoval: Sendable {
  /// Effects that can be told from each other.
  let columns: [[Double]]
  let rests: [[Double]]

  private init(_ effects: [CalendarEffect], _ months: [Month], _ perYear: Int) {
    var columns = effects.flatMap { $0.columns(months) }.filter { $0.contains { $0 != 0 } }
    var rests = columns.map { SeasonalTrend(of: $0, period: perYear).rest }
    while let last = CalendarRemoval.collinear(rests, months) {
      columns.remove(at: last)
      rests.remove(at: last)
    }
    self.columns = columns
    self.rests = rests
  }

  /// The first effect that those before it explain in full.
  private static func collinear(_ rests: [[Double]], _ months: [Month]) -> Int? {
    do throws(LeastSquares.Collinear) {
      _ = try LeastSquares(of: months.map { _ in 0 }, on: Design(rests))
      return nil
    } catch {
      return error.column
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
