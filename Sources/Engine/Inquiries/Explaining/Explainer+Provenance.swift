import Catalogue
import Periods

// Who published the figures behind a step, when, and by which method they came about.
extension Explainer {
  /// Who published the figures, when, and how they came about; one line for each kind.
  func provenance(of pieces: [Derivation.Piece], _ request: FactRequest) -> [String] {
    let data = inquiry.answerer.bench.data
    let ledger = Ledger(request, data)
    let evidence = pieces.filter(\.cell.hasValue).map { piece in
      Evidence(
        piece: piece,
        origin: ledger.record(of: piece.cell, piece.period)?.origin,
        publishers: piece.cell.sources.members.map { data.sources[Int($0)].publisher }.uniquedText
      )
    }
    let full = evidence.grouped { $0.words(withDay: true, withPublishers: true) }
    guard full.count > 4 else { return full.map { full.count == 1 ? $0.line : $0.labelled } }
    // Months of many releases differ by their days alone; derived ones by their methods.
    return evidence.grouped { item in
      item.isDerived
        ? item.words(withDay: true, withPublishers: false)
        : item.words(withDay: false, withPublishers: true)
    }.map(\.labelled)
  }
}

/// A published figure, and what is known about it.
private struct Evidence {
  var piece: Derivation.Piece
  /// Nil for figures that were themselves computed from others.
  var origin: Origin?
  var publishers: [String]

  var isDerived: Bool { origin?.method.isEmpty == false }

  func words(withDay: Bool, withPublishers: Bool) -> String {
    let day = withDay ? piece.cell.published : nil
    let how = origin?.words(on: day) ?? "from the totals as published"
    return withPublishers ? "\(how) · \(publishers.joined(separator: ", "))" : how
  }
}

/// Figures of which the same can be said.
private struct EvidenceGroup {
  var line: String
  var periods: [Period]
  var days: [Day]

  /// The line with its periods before it and, where it names no day, the span of days.
  var labelled: String {
    let ordered = Set(days).sorted()
    let named = ordered.contains { line.contains($0.description) }
    guard !named, let first = ordered.first, let last = ordered.last else {
      return "\(periods.runs): \(line)"
    }
    let span = first == last ? "on \(first)" : "between \(first) and \(last)"
    return "\(periods.runs): \(line), \(span)"
  }
}

extension [Evidence] {
  fileprivate func grouped(by words: (Evidence) -> String) -> [EvidenceGroup] {
    var groups: [EvidenceGroup] = []
    for item in self {
      let line = words(item)
      let days = [item.piece.cell.published].compactMap { $0 }
      if let index = groups.firstIndex(where: { $0.line == line }) {
        groups[index].periods.append(item.piece.period)
        groups[index].days += days
      } else {
        groups.append(EvidenceGroup(line: line, periods: [item.piece.period], days: days))
      }
    }
    return groups
  }
}
