import Catalogue

/// Partners without figures are in the rest of the world.
struct PartnersMissing: Lint {
  static let code = "partners-missing"

  static func note(on finding: Finding) -> Note? {
    guard finding.outcome.panel.grid == nil,
      finding.plan.kind.dimensions == ["partner"] || finding.plan.kind.dimensions == ["country"],
      finding.plan.scans.contains(where: { $0.each != nil })
    else { return nil }
    let missing = finding.outcome.panel.columns.filter { column in
      !column.series.cells.contains(where: \.hasValue)
    }.count
    let groups = finding.groups(in: finding.outcome.panel)
    var parts: [String] = []
    if groups.count == 1 { parts.append("\(groups[0]) stands for its members") }
    if groups.count > 1 {
      parts.append("\(groups.joined(separator: ", ")) stand for their members")
    }
    if missing == 1 { parts.append("one partner has no figure for this period") }
    if missing > 1 { parts.append("\(missing) partners have no figure for this period") }
    guard !parts.isEmpty else { return nil }
    return Note(code, parts.joined(separator: "; "))
  }
}
