import Periods

/// What each column of a table is for: found by names and contents, or as the user says.
struct TableRoles {
  /// Where a property of a row is found: in a column, or the same for all.
  enum Place: Equatable { case column(Int), fixed(String) }

  struct ValueColumn {
    var column: Int
    var name: String
    var target: Target
    var measurement: Measurement?
    /// What the figures are to be multiplied by, beside their unit.
    var factor = 1.0
    var isToDate = false
    /// The partner of a column of its own, where the table has none.
    var partner: Catalogue.Place?
    /// True where the user chose it.
    var isMapped = false
  }

  enum Target: Equatable {
    /// A flow by its series; nil: as the row's flow says.
    case flow(String?)
    case growth(String)
    case quantity(String?)
    case indicator(String)
  }

  var period: Int?
  var year: Int?
  var month: Int?
  /// Columns whose names are periods, for tables that run to the right.
  var periods: [(column: Int, period: Period)] = []
  var reporter: Place?
  var partner: Place?
  var flow: Place?
  var product: Place?
  var values: [ValueColumn] = []
  var ignored: [Int] = []

  var hasTime: Bool { period != nil || year != nil || !periods.isEmpty }

  /// True where rows are told apart by more than their period.
  var hasMembers: Bool {
    if case .column = partner { return true }
    if case .column = product { return true }
    if case .column = reporter { return true }
    return false
  }
}
