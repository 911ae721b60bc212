import Catalogue
import Periods

/// The vintages of one figure, with the growth that the source published of it.
struct RevisionHistory: Sendable {
  let name: String
  let unit: Unit
  let records: [Ledger.Record]
  /// The source's own growth on a year earlier, by vintage.
  let rates: [Ledger.Record]
  let publishers: [String]

  init(_ request: FactRequest, _ span: Period, _ answerer: Answerer, isRate: Bool) {
    let data = answerer.bench.data
    name = isRate ? "growth published" : request.series
    unit = request.unit
    records = Ledger(request, data)[span]
    var rate = request
    rate.series += ".yoy"
    rate.unit = .percent
    rates = isRate ? [] : Ledger(rate, data)[span]
    publishers = records.map { record in
      record.origin.sources.members.map { data.sources[Int($0)].publisher }.uniquedText
        .joined(separator: ", ")
    }
  }

  /// The rate that came with a vintage: of the same day, or the only one left for the same source.
  func rate(of record: Ledger.Record) -> Ledger.Record? {
    rates.first { $0.published == record.published }
      ?? rates.first { $0.origin.sources == record.origin.sources }
  }

  /// How far the newest vintage lies from the first.
  var summary: String? {
    let dated = records.filter { $0.published != nil }
    guard let first = dated.first, let last = dated.last, dated.count > 1 else { return nil }
    let isRate = unit == .percent
    let figures = FormulaFigures([first.value, last.value], isRate ? .percentagePoints : unit)
    let change = last.value - first.value
    guard figures.number(first.value) != figures.number(last.value) else {
      return "\(name): unchanged since it was first published"
    }
    let signed = figures.amount(change, signed: true)
    guard unit.currency != nil, first.value > 0 else { return "\(name): \(signed) since the first" }
    let percent = Phrasing.decimals(100 * change / first.value, 2, signed: true)
    return "\(name): \(signed) (\(percent) %) since the first vintage"
  }
}

extension [RevisionHistory] {
  /// One row a vintage, oldest first.
  var table: Table {
    let rows = flatMap { history in
      history.records.indices.map { (history: history, at: $0) }
    }
    var columns: [Table.Column] = []
    if count > 1 {
      columns.append(Table.Column("figure", values: rows.map { .label($0.history.name) }))
    }
    columns.append(
      Table.Column(
        "published",
        values: rows.map { row in
          .label(row.history.records[row.at].published?.description ?? "unknown")
        }
      )
    )
    let unit = first?.unit ?? .ratio
    columns.append(
      Table.Column("value", unit: unit, values: rows.map { .cell($0.history.cell($0.at)) })
    )
    var changes = Table.Column(
      "change",
      unit: unit == .percent ? .percentagePoints : unit,
      values: rows.map { row in row.history.change(row.at).map { .cell($0) } ?? .label("") }
    )
    changes.isChange = true
    columns.append(changes)
    if contains(where: { !$0.rates.isEmpty }) {
      var growth = Table.Column(
        "yoy",
        unit: .percent,
        values: rows.map { row in
          row.history.rate(of: row.history.records[row.at]).map { .cell($0.cell) } ?? .label("")
        }
      )
      growth.isChange = true
      columns.append(growth)
    }
    columns.append(
      Table.Column(
        "how",
        values: rows.map { .label($0.history.records[$0.at].origin.status.word) }
      )
    )
    columns.append(
      Table.Column("source", values: rows.map { .label($0.history.publishers[$0.at]) })
    )
    return Table(columns)
  }
}

extension RevisionHistory {
  fileprivate func cell(_ index: Int) -> Cell { records[index].cell }

  /// Nil for the first vintage, which changed nothing.
  fileprivate func change(_ index: Int) -> Cell? {
    guard index > 0 else { return nil }
    return Cell.computed(cell(index), cell(index - 1)) { $0 - $1 }
  }
}

extension Ledger.Record {
  var cell: Cell {
    let state: Cell.State = origin.status == .derived ? .derived : .ok
    return Cell(value, state: state, published: published, sources: origin.sources)
  }
}

extension Origin.Status {
  var word: String {
    switch self {
    case .first: "first"
    case .revised: "revised"
    case .panel: "compiled"
    case .derived: "derived"
    case .convertedBySource: "converted"
    case .forecast: "forecast"
    }
  }
}
