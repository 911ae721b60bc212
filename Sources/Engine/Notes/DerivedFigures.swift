import Catalogue

/// Some of the figures were not published but derived from others.
struct DerivedFigures: Lint {
  static let code = "derived"

  static func note(on finding: Finding) -> Note? {
    let derived = finding.cells.filter { $0.state == .derived }.count
    guard derived > 0 else { return nil }
    let what =
      derived == finding.cells.count ? "this" : "\(derived) of \(finding.cells.count) values"
    return Note(
      code,
      "\(what) rests on figures that were derived from others (yuan levels, totals or published"
        + " growth), not published as dollars of the month; `source _` names them"
    )
  }
}
