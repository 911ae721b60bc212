import Catalogue

/// Some of the figures were not published but derived from others.
struct DerivedFigures: Lint {
  static let code = "derived"

  static func note(on finding: Finding) -> Note? {
    let cells = finding.shownCells.filter(\.hasValue)
    let derived = cells.filter { $0.state == .derived }.count
    guard derived > 0 else { return nil }
    let what = derived == cells.count ? "this is" : "\(derived) of \(cells.count) values are"
    let isTrade = finding.plan.scans.contains { !($0.requests.first?.request.isIndicator ?? true) }
    guard isTrade else { return Note(code, "\(what) derived from other figures, not published") }
    return Note(
      code,
      "\(what) derived from yuan levels, running totals or published growth, not published in"
        + " dollars for the month"
    )
  }
}
