import Catalogue
import Engine
import Periods

/// One number with what it compares with: `−28.6 %   a year earlier +8.0 %`.
func scalarLine(_ scalar: Scalar) -> StyledText.Line {
  let format = scalar.format
  var line = StyledText.Line(
    format.textWithUnit(scalar.cell),
    as: scalar.cell.hasValue ? .number : .missing
  )
  let remarks = [incompleteness(of: scalar), scalar.cell.remark].compactMap(\.self)
  if !remarks.isEmpty { line.append("  (\(remarks.joined(separator: "; ")))", as: .label) }
  if let comparison = scalar.comparison, comparison.cell.hasValue {
    line.append("   \(comparison.label) ", as: .label)
    line.append(format.textWithUnit(comparison.cell))
  }
  return line
}

/// Whether an expectation or a comparison holds, and the numbers that say so.
func checkLine(_ check: Check) -> StyledText.Line {
  let format = check.format
  var line = StyledText.Line(
    check.holds ? "✓ " : "✗ ",
    as: check.holds ? .positive : .error
  )
  line.append(format.textWithUnit(check.actual), as: .number)
  line.append(" \(check.relation) \(format.textWithUnit(check.expected))")
  if check.tolerance > 0 {
    var tolerance = format
    tolerance.showsPlus = false
    if format.suffix == " %" { tolerance.suffix = " pp" }
    tolerance.decimals = format.decimals(toShow: check.tolerance)
    line.append(" ± \(tolerance.textWithUnit(Cell(check.tolerance)))")
  }
  if !check.holds { line.append("   does not hold", as: .error) }
  return line
}

extension NumberFormat {
  /// The decimals that show a number whole, at least those of the format and at most six.
  fileprivate func decimals(toShow value: Double) -> Int {
    var scaled = value
    for _ in 0..<exponent { scaled /= 10 }
    var decimals = 0
    while decimals < 6, abs(scaled - scaled.rounded()) > 1e-9 * scaled {
      scaled *= 10
      decimals += 1
    }
    return max(decimals, self.decimals)
  }
}

private func incompleteness(of scalar: Scalar) -> String? {
  guard let month = scalar.through, let period = scalar.period else { return nil }
  return incompleteLabel(period, through: month)
}

/// `Jan–Jul, incomplete` for a period of which only the months up to `month` are there.
func incompleteLabel(_ period: Period, through month: Month) -> String {
  guard month > period.start else { return "\(period.start.abbreviation), incomplete" }
  guard month.year == period.start.year else {
    return "\(Period(from: period.start, through: month).label), incomplete"
  }
  return "\(period.start.abbreviation)–\(month.abbreviation), incomplete"
}

extension Scalar {
  var format: NumberFormat {
    let cells = [cell, comparison?.cell].compactMap(\.self)
    return NumberFormat(unit, cells: cells, isChange: isChange)
  }
}

extension Check {
  var format: NumberFormat { NumberFormat(unit, cells: [actual, expected]) }
}

extension Cell {
  /// The state in words; nil for an ordinary figure.
  fileprivate var remark: String? {
    switch state {
    case .ok: nil
    case .derived: "derived"
    case .provisional: "provisional"
    case .missing(let absence): absence.explanation
    case .notMeaningful(let nonsense): nonsense.explanation
    }
  }
}
