import Catalogue

/// An index of concentration takes a group of countries for one member, where its countries have no
/// figures of their own.
struct MembersGrouped: Lint {
  static let code = "members-grouped"

  static func note(on finding: Finding) -> Note? {
    guard let members = finding.plan.concentratedMembers,
      finding.outcome.panel.grid == nil
    else { return nil }
    let groups = finding.groups(in: finding.answerer.evaluator.run(members))
    guard !groups.isEmpty else { return nil }
    return Note(
      code,
      "\(groups.joined(separator: ", ")) \(groups.count == 1 ? "counts" : "count each") as one"
        + " member; over countries the index would be another"
    )
  }
}

extension Finding {
  /// The names of the groups of countries that have columns with figures in a panel.
  func groups(in panel: Panel) -> [String] {
    panel.columns.filter { column in
      guard let place = answerer.bench.place(named: column.name),
        case .group = place.kind
      else { return false }
      return column.series.cells.contains(where: \.hasValue)
    }.map(\.name)
  }
}
