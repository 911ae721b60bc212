import Engine
import Periods

/// Collects what the marks and signs among the figures mean, to be said once below them.
struct Legend {
  private var incomplete: [String] = []
  private var hasDerived = false
  private var hasProvisional = false
  /// Reasons in the order in which they were met, with the places where they apply.
  private var reasons: [(sign: String, reason: String, places: [String])] = []

  /// The star of a period that is not over, else nothing.
  mutating func mark(for period: Period, through month: Month?) -> String {
    guard let month else { return "" }
    let label = Period(from: period.start, through: max(month, period.start)).label
    if !incomplete.contains(label) { incomplete.append(label) }
    return "*"
  }

  /// A figure as text with its mark.
  mutating func cell(_ cell: Cell, _ format: NumberFormat, at place: String) -> Sheet.Cell {
    let text = format.text(cell)
    let role: StyledText.Role = text.hasPrefix("−") ? .negative : .plain
    switch cell.state {
    case .ok: return Sheet.Cell(text: text, role: role)
    case .derived:
      hasDerived = true
      return Sheet.Cell(text: text, mark: "d", role: role)
    case .provisional:
      hasProvisional = true
      return Sheet.Cell(text: text, mark: "p", role: role)
    case .missing(let absence):
      add(text, absence.explanation, place)
      return Sheet.Cell(text: text, role: .missing)
    case .notMeaningful(let nonsense):
      add(text, nonsense.explanation, place)
      return Sheet.Cell(text: text, role: .missing)
    }
  }

  private mutating func add(_ sign: String, _ reason: String, _ place: String) {
    if let known = reasons.firstIndex(where: { $0.sign == sign && $0.reason == reason }) {
      if reasons[known].places.last != place { reasons[known].places.append(place) }
    } else {
      reasons.append((sign, reason, [place]))
    }
  }

  var lines: [String] {
    var marks: [String] = []
    if !incomplete.isEmpty { marks.append("* incomplete: \(some(of: incomplete))") }
    if hasDerived { marks.append("d derived") }
    if hasProvisional { marks.append("p provisional") }
    let first = marks.isEmpty ? [] : [marks.joined(separator: " · ")]
    return first + reasons.map { "\($0.sign) \($0.reason): \(some(of: $0.places))" }
  }

  private func some(of places: [String]) -> String {
    guard places.count > 4 else { return places.joined(separator: ", ") }
    return places.prefix(3).joined(separator: ", ") + " and \(places.count - 3) more"
  }
}

extension Cell.Absence {
  /// The reason in words.
  var explanation: String {
    switch self {
    case .notLoaded: "not in the data"
    case .notReported: "not reported by the source"
    case .combined: "published only together with other months"
    case .outOfRange: "outside the time that the data covers"
    case .noRate: "no exchange rate for the time"
    case .incomplete: "the period is incomplete"
    }
  }
}

extension Cell.Nonsense {
  /// The reason in words.
  var explanation: String {
    switch self {
    case .baseNotPositive: "no growth from a base of zero or less"
    case .tinyBase: "no growth from a base this close to zero"
    case .signChange: "no growth from a surplus to a deficit"
    case .divisionByZero: "division by zero"
    case .undefined: "the formula has no value here"
    }
  }
}
