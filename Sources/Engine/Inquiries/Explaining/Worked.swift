import Catalogue
import Periods

/// A value with the arithmetic that gave it.
struct Worked: Sendable {
  /// What the value is for: `Jan–Jul 2026`.
  var label: String
  /// The right side with the numbers in it; empty where the value was published as it stands.
  var formula = ""
  var cell: Cell
  var unit: Unit
  /// Growth and differences are written with their sign.
  var isChange = false
  var remark = ""
  /// What joins the formula and the value.
  var joint = " = "

  init(_ label: String, _ cell: Cell, _ unit: Unit) {
    self.label = label
    self.cell = cell
    self.unit = unit
  }

  /// `Jan–Jul 2026: 356.6 + 299.8 = 656.4 bn`.
  var text: String {
    var text = label.isEmpty ? "" : "\(label): "
    if !formula.isEmpty { text += formula + (cell.hasValue ? joint : ": ") }
    text += result
    return remark.isEmpty ? text : "\(text), \(remark)"
  }

  /// The value, or why there is none.
  var result: String {
    guard cell.hasValue else { return cell.absence }
    if unit == .truth { return cell.value == 1 ? "true" : "false" }
    return FormulaFigures([cell.value], unit).amount(cell.value, signed: isChange)
  }
}

extension Cell {
  /// Why there is no value, in words.
  var absence: String {
    switch state {
    case .missing(.combined): "published only together with other months"
    case .missing(.notReported): "not published"
    case .missing(.notLoaded), .missing(.outOfRange): "no figure is loaded"
    case .missing(.noRate): "no exchange rate is loaded"
    case .missing(.incomplete): "incomplete"
    case .notMeaningful(.baseNotPositive): "no meaning, the base is not above zero"
    case .notMeaningful(.tinyBase): "no meaning, the base is close to zero"
    case .notMeaningful(.signChange): "no meaning, a surplus became a deficit"
    case .notMeaningful(.divisionByZero): "no meaning, the base is zero"
    case .notMeaningful(.undefined): "no value"
    case .ok, .derived, .provisional: ""
    }
  }
}
