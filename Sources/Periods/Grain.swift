/// The calendar units by which figures are grouped.
package enum Grain: String, CaseIterable, Hashable, Sendable {
  case month, quarter, half, year

  package var months: Int {
    switch self {
    case .month: 1
    case .quarter: 3
    case .half: 6
    case .year: 12
    }
  }

  /// The adjective of a series with this grain: `monthly`.
  package var adjective: String {
    switch self {
    case .month: "monthly"
    case .quarter: "quarterly"
    case .half: "half-yearly"
    case .year: "annual"
    }
  }
}
