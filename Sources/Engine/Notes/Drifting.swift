import Periods

/// Series that drift go together by chance: their correlation says little.
///
/// After Granger and Newbold 1974, Spurious regressions in econometrics, J. Econometrics 2.
struct Drifting: Lint {
  static let code = "drifting"

  static func note(on finding: Finding) -> Note? {
    guard let sample = finding.answerer.associated(finding.plan), sample.numbers.count > 20,
      sample.series.allSatisfy({ series in
        UnitRoot.mayDrift(sample.numbers.map { series[$0].value })
      })
    else { return nil }
    return Note(
      code,
      "all of these series may drift, and what drifts goes together by chance; take growth, as"
        + " `yoy` or `dlog`"
    )
  }
}

extension UnitRoot {
  /// Whether a test at 10 % does not reject that values drift, or cannot be made.
  static func mayDrift(_ values: [Double]) -> Bool {
    UnitRoot(values, terms: .constant, lags: nil).map { $0.probability >= 0.1 } ?? true
  }
}
