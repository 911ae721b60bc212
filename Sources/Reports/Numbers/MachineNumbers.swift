import Catalogue
import Engine

// What programs read: one scale for each unit whatever the size of the numbers, and full precision.

extension Unit {
  /// The name in JSON and CSV: money is always in billions.
  var machineName: String {
    switch self {
    case .money(let currency): "\(currency.rawValue) bn"
    case .percent: "percent"
    case .truth: "truth"
    case .quantity, .price, .percentagePoints, .index, .ratio, .count, .rate: label
    }
  }

  /// The number in that unit, to fifteen digits: more would only show the noise of arithmetic.
  func machineText(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard self != .truth else { return value == 0 ? "false" : "true" }
    return DecimalDigits(value).trusted.scaled(down: isMoney ? 9 : 0).machineText
  }

  private var isMoney: Bool {
    if case .money = self { true } else { false }
  }
}

extension Cell {
  /// The word for the state in JSON and CSV.
  var stateName: String {
    switch state {
    case .ok: "ok"
    case .derived: "derived"
    case .provisional: "provisional"
    case .missing: "missing"
    case .notMeaningful: "not-meaningful"
    }
  }

  /// The word for the reason why there is no figure.
  var reasonName: String? {
    switch state {
    case .ok, .derived, .provisional: nil
    case .missing(let reason): reason.rawValue
    case .notMeaningful(let reason): reason.rawValue
    }
  }
}
