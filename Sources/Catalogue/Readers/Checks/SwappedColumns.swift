/// Where the balance is imports less exports throughout, the two columns have changed places.
enum SwappedColumns: ImportCheck {
  static func findings(in figures: CheckedFigures) -> [ImportFinding] {
    var right = 0
    var wrong = 0
    var sample: (exports: String, imports: String, line: Int)?
    for key in figures.keys where key.series == "balance" {
      for (period, balance) in figures.byKey[key] ?? [:] {
        guard let exports = figures[key.with(series: "exports"), period],
          let imports = figures[key.with(series: "imports"), period]
        else { continue }
        let difference = exports.value - imports.value
        let tolerance = 0.002 * max(abs(exports.value), abs(imports.value))
        guard abs(difference) > 2 * tolerance else { continue }
        if abs(balance.value - difference) <= tolerance { right += 1 }
        if abs(balance.value + difference) <= tolerance {
          wrong += 1
          if sample == nil || balance.line < sample?.line ?? 0 {
            sample = (exports.column, imports.column, balance.line)
          }
        }
      }
    }
    guard wrong >= 3, wrong > 4 * right, let sample else { return [] }
    return [
      ImportFinding(
        "columns-swapped",
        "the balance is imports − exports in \(wrong) of \(wrong + right) rows: "
          + "the two columns seem to have changed places",
        line: sample.line,
        mend: "(exports: \(sample.imports.asTyped), imports: \(sample.exports.asTyped))"
      )
    ]
  }
}
