import Periods

extension Field {
  /// Reads `2025`, `2025-11` or `2025-01..2025-11`.
  var period: Period? {
    switch bytes.count {
    case 4: return integer().map(Period.init(year:))
    case 7: return month(at: 0).map(Period.init)
    case 16:
      guard let first = month(at: 0), let last = month(at: 9), first <= last else { return nil }
      return Period(from: first, through: last)
    default: return nil
    }
  }

  /// Reads `2025-12-08`.
  var day: Day? {
    guard bytes.count == 10, let year = integer(from: 0, to: 4),
      let month = integer(from: 5, to: 7), let day = integer(from: 8, to: 10)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Reads `2025-11` from `position` on.
  func month(at position: Int) -> Month? {
    guard let year = integer(from: position, to: position + 4),
      let number = integer(from: position + 5, to: position + 7), (1...12).contains(number)
    else { return nil }
    return Month(year: year, month: number)
  }
}
