import Catalogue
import Engine
import Periods

extension Sheet {
  init(_ spells: Spells) {
    let format = spells.format
    unit = format?.unitLabel
    legend = [spells.account]
    guard !spells.spells.isEmpty else {
      summary = spells.account
      legend = []
      return
    }
    func column(
      _ header: String,
      isNumeric: Bool = false,
      _ cell: (Spells.Spell) -> Cell
    ) -> Column {
      Column(header: [header], isNumeric: isNumeric, cells: spells.spells.map(cell))
    }
    columns = [
      column("from") { Cell(text: $0.first.description, role: .label) },
      column("to") { Cell(text: $0.last.description, mark: $0.isOpen ? "+" : "", role: .label) },
      column(spells.frequency.unitPlural, isNumeric: true) {
        Cell(text: "\($0.length)", role: .number)
      },
    ]
    if spells.spells.contains(where: \.isOpen) {
      legend.append("+ still so at the end of the data")
    }
    guard let format else { return }
    columns += [
      column("began at", isNumeric: true) { Cell(text: $0.start.map(format.text) ?? "") },
      column(spells.extremeName, isNumeric: true) { Cell(text: $0.extreme.map(format.text) ?? "") },
      column("in") { Cell(text: $0.extremePeriod?.description ?? "", role: .label) },
    ]
    columns.removeAll { column in column.cells.allSatisfy(\.text.isEmpty) }
  }
}

extension Spells {
  fileprivate var format: NumberFormat? {
    guard let unit else { return nil }
    let cells = spells.flatMap { [$0.start, $0.extreme].compactMap(\.self) }
    return NumberFormat(unit, cells: cells)
  }

  /// What the extremes are, seen from where the spells began.
  fileprivate var extremeName: String {
    let pairs = spells.compactMap { spell in
      spell.start.flatMap { start in spell.extreme.map { (start.value, $0.value) } }
    }
    if pairs.allSatisfy({ $0.1 >= $0.0 }) { return "peak" }
    return pairs.allSatisfy { $0.1 <= $0.0 } ? "trough" : "extreme"
  }

  /// How often the condition held, and how often nobody can say.
  fileprivate var account: String {
    let unit = frequency.unitPlural
    let held = spells.reduce(0) { $0 + $1.length }
    var account = held == 0 ? "never" : "held"
    account += held == 0 ? " in \(compared) \(unit)" : " in \(held) of \(compared) \(unit)"
    if withoutValue > 0 { account += "; \(withoutValue) had no value to compare" }
    return account
  }
}

extension Frequency {
  /// What its periods are called when there are several.
  var unitPlural: String {
    switch grain {
    case .month: "months"
    case .quarter: "quarters"
    case .half: "half-years"
    case .year: "years"
    case nil: "periods"
    }
  }
}
