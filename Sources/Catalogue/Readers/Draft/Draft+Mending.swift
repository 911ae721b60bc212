import Periods

// What a user's clauses do to figures that were read.
extension Draft {
  /// True for figures of a partner or a good that the user leaves out.
  func isSkipped(_ figure: Figure) -> Bool {
    guard !options.skipped.isEmpty else { return false }
    let names = [
      figure.spelling, figure.partner.name, figure.partner.code, figure.product.code,
      figure.product.name,
    ].map(\.plainWord)
    return options.skipped.contains { names.contains($0.plainWord) }
  }

  /// Gives February the months of January and February, where the user says that it holds both.
  mutating func combineNewYear() {
    guard options.combinesNewYear else { return }
    var januaries: Set<NewYear> = []
    for row in values.indices where periods[row].isMonth(1) && values[row] != 0 {
      januaries.insert(NewYear(self, row))
    }
    let isEmptyJanuary = values.indices.map { periods[$0].isMonth(1) && values[$0] == 0 }
    var combined = 0
    for row in values.indices
    where periods[row].isMonth(2) && indicators[series[row]] == nil
      && !januaries.contains(NewYear(self, row))
    {
      let january = periods[row].start - 1
      replacePeriod(at: row, by: Period(start: january, length: 2))
      combined += 1
    }
    guard combined > 0 else { return }
    keep { !isEmptyJanuary[$0] }
    find(
      ImportFinding(
        "february-combined",
        "\(combined) figures of February stand for January and February together",
        isWarning: false
      )
    )
  }
}

/// What a January and a February have in common.
private struct NewYear: Hashable {
  var series: Int
  var reporter: Int
  var partner: Int
  var product: Int
  var year: Int

  init(_ draft: Draft, _ row: Int) {
    series = draft.series.codes[row]
    reporter = draft.reporters.codes[row]
    partner = draft.spellings.codes[row]
    product = draft.products.codes[row]
    year = draft.periods[row].start.year
  }
}

extension Period {
  fileprivate func isMonth(_ number: Int) -> Bool { length == 1 && start.number == number }
}
