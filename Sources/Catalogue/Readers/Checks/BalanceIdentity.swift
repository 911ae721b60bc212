import Periods

/// Exports less imports must be the balance, and exports and imports together all trade.
enum BalanceIdentity: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    // Where the two columns have changed places no row fits, and there is one thing to say.
    guard SwappedColumns.findings(in: figures).isEmpty else { return [] }
    let broken = ["balance", "trade"].flatMap { word in
      figures.keys.filter { $0.series == word }.flatMap { key in
        (figures.byKey[key] ?? [:]).sorted { $0.key < $1.key }.compactMap { period, figure in
          finding(figures, key, period, figure)
        }
      }
    }
    return broken.shortened()
  }

  private static func finding(
    _ figures: CheckedFigures,
    _ key: CheckedFigures.Key,
    _ period: Period,
    _ figure: CheckedFigures.Figure
  ) -> ImportFinding? {
    guard let exports = figures[key.with(series: "exports"), period],
      let imports = figures[key.with(series: "imports"), period]
    else { return nil }
    let isBalance = key.series == "balance"
    let sum = isBalance ? exports.value - imports.value : exports.value + imports.value
    let size = max(abs(exports.value), abs(imports.value))
    // Figures to a decimal each may be off by one and a half of its units together.
    let rounding = 1.5 * [figure, exports, imports].map { roundingUnit($0.value) }.minimum
    guard abs(figure.value - sum) > max(0.002 * size, rounding) else { return nil }
    let formula = isBalance ? "exports − imports" : "exports + imports"
    var finding = ImportFinding(
      "identity-broken",
      "\(period)\(figures.name(key)): \(figure.column) is \(figures.raw(figure.value)) "
        + "but \(formula) = \(figures.raw(sum))",
      line: figure.line
    )
    if let power = figure.value.powerOfTen(over: sum) {
      finding.text += ": the row switches units (\(power.timesTen))"
      finding.mend = "scale \(figure.column.asTyped) row \(period) by \(decimal(power: -power))"
    }
    return finding
  }
}

/// A power of ten as it is typed: `0.001`, `1000`.
func decimal(power: Int) -> String {
  power >= 0
    ? "1" + String(repeating: "0", count: power)
    : "0." + String(repeating: "0", count: -power - 1) + "1"
}
