import Catalogue
import Columns
import Engine
import Periods
import Reports

/// Finds which figures were revised since the output of an entry was recorded.
///
/// The data keep the vintages of their figures. The newest day on which the data gave the recorded
/// output is looked for; of the figures published since, those that change the output are named.
struct RevisionFinder {
  private let workspace: Workspace
  private let record: ReplayReport.Record
  private let data: DataSet

  // Searching takes a run of the entry for each day and each figure.
  private static let mostDays = 60
  private static let mostFigures = 120
  private static let mostRows = 100_000
  private static let mostNamed = 3

  /// `workspace` is that of the moment before the entry.
  init(_ workspace: Workspace, _ record: ReplayReport.Record) {
    self.workspace = workspace
    self.record = record
    data = workspace.bench.data
  }

  /// A sentence for each figure, old and new with their days of publication.
  func explanation() -> [String] {
    guard data.publications.count > 1, data.facts.rowCount <= RevisionFinder.mostRows else {
      return []
    }
    let rows = touchedRows()
    let days = Set(rows.map { code(.publication, $0) }).sorted(by: >)
    let past = days.dropFirst().prefix(RevisionFinder.mostDays).first { day in
      gives(record.expected, without: rows.filter { code(.publication, $0) > day })
    }
    guard let past else {
      return ["which figure was revised cannot be told from the vintages in the data"]
    }
    let newer = Dictionary(grouping: rows.filter { code(.publication, $0) > past }) {
      data.cell(of: $0)
    }
    let old = inForce(rows.filter { code(.publication, $0) <= past })
    let new = inForce(rows)
    var changes: [(cell: DataSet.Cell, old: Int?, new: Int)] = []
    for (cell, _) in newer {
      guard let row = new[cell] else { continue }
      if let before = old[cell], data.facts.values[before] == data.facts.values[row] { continue }
      changes.append((cell, old[cell], row))
    }
    // The latest periods first: they are printed more often than others.
    changes.sort { ($0.cell.period, $0.new) > ($1.cell.period, $1.new) }
    let telling = changes.prefix(RevisionFinder.mostFigures).filter { change in
      !gives(record.outcome.output, without: newer[change.cell] ?? [])
    }
    let sentences = telling.map { sentence($0.cell, from: $0.old, to: $0.new) }
    let rest = sentences.count - RevisionFinder.mostNamed
    return sentences.prefix(RevisionFinder.mostNamed) + (rest > 0 ? ["and \(rest) more"] : [])
  }

  // MARK: What an entry looks at

  private func touchedRows() -> [Int] {
    let facts = RequestedFacts(workspace.bench.facts)
    var copy = workspace
    copy.bench.facts = facts
    _ = copy.outcome(of: record.input)
    let requests = facts.requests
    return (0..<data.facts.rowCount).filter { row in requests.contains { $0.takes(row, of: data) } }
  }

  /// Whether the entry prints certain lines on the data without some rows.
  private func gives(_ lines: [String], without rows: [Int]) -> Bool {
    var copy = workspace
    copy.bench.facts = EmbeddedFacts(data.without(Set(rows)))
    let outcome = copy.outcome(of: record.input)
    return OutputComparison(tolerance: record.tolerance).matches(lines, outcome.output)
  }

  private func inForce(_ rows: [Int]) -> [DataSet.Cell: Int] {
    let kept = Set(rows)
    let subset = data.without(Set((0..<data.facts.rowCount).filter { !kept.contains($0) }))
    var result: [DataSet.Cell: Int] = [:]
    for position in subset.rows(workspace.bench.vintage) {
      result[subset.cell(of: position)] = rows[position]
    }
    return result
  }

  // MARK: Wording

  private func sentence(_ cell: DataSet.Cell, from old: Int?, to new: Int) -> String {
    let unit = data.units[cell.unit]
    let values = [old, new].compactMap { $0 }.map { data.facts.values[$0] }
    let format = NumberFormat(unit, largest: values.map(\.magnitude).max() ?? 0)
    let label = format.suffix.isEmpty && !format.unitLabel.isEmpty ? " \(format.unitLabel)" : ""
    func text(_ row: Int) -> String { format.text(data.facts.values[row]) }
    let name = name(of: cell)
    guard let old else {
      return "new: \(name) \(text(new))\(format.suffix)\(label)\(day(new, " (published ", ")"))"
    }
    return "revised: \(name) \(text(old)) → \(text(new))\(format.suffix)\(label)"
      + "\(day(old, " (published ", ""))\(day(new, ", revised ", ")"))"
  }

  private func name(of cell: DataSet.Cell) -> String {
    let series = data.series[cell.series]
    let reporter = data.places[cell.reporter]
    var name = reporter.code == data.reporter ? series : "\(reporter.name) \(series)"
    let partner = data.places[cell.partner]
    if partner.kind != .world {
      name += (series.hasPrefix("imports") ? " from " : " to ") + partner.name
    }
    let product = data.products[cell.product]
    if product.code != Product.total { name += " of \(product.name)" }
    return "\(name) \(data.periods[cell.period])"
  }

  private func day(_ row: Int, _ lead: String, _ tail: String) -> String {
    guard let day = data.publications[code(.publication, row)] else { return tail }
    return "\(lead)\(day)\(tail)"
  }

  private func code(_ column: FactColumn, _ row: Int) -> Int {
    data.facts.keys[column.rawValue][row]
  }
}

extension FactRequest {
  /// True where the request may take a row.
  fileprivate func takes(_ row: Int, of data: DataSet) -> Bool {
    let cell = data.cell(of: row)
    guard data.series[cell.series] == series, data.units[cell.unit] == unit else { return false }
    if let reporter, data.places[cell.reporter].code != reporter { return false }
    if case .member(let code) = partner, data.places[cell.partner].code != code { return false }
    if partner == .total, data.places.contains(where: { $0.kind == .world }),
      data.places[cell.partner].kind != .world
    {
      return false
    }
    if case .member(let code) = product, data.products[cell.product].code != code { return false }
    return product != .total || data.products[cell.product].code == Product.total
  }
}

extension DataSet {
  /// The data set without some of its rows.
  func without(_ rows: Set<Int>) -> DataSet {
    guard !rows.isEmpty else { return self }
    let kept = (0..<facts.rowCount).filter { !rows.contains($0) }
    var copy = self
    copy.facts = FactTable(
      keys: facts.keys.map { column in
        KeyColumn(codes: kept.map { column[$0] }, cardinality: column.cardinality)
      },
      values: kept.map { facts.values[$0] }
    )
    return copy
  }
}
