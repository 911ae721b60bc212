/// A value axis whose ends and ticks are round numbers: 1, 2 or 5 times a power of ten apart.
package struct ValueScale: Equatable, Sendable {
  /// The value at the bottom and at the top.
  package var low: Double
  package var high: Double

  /// The distance of two ticks.
  package var step: Double

  /// The scale that holds all values from `low` to `high` with about `count` ticks.
  package init(from low: Double, to high: Double, ticks count: Int, fromZero: Bool = false) {
    var low = low
    var high = high
    // Bars and areas tell amounts by their length; a line close to zero may as well show it.
    if fromZero || (low > 0 && low <= high / 3) || (high < 0 && high >= low / 3) {
      low = min(low, 0)
      high = max(high, 0)
    }
    if low == high {
      let margin = low == 0 ? 1 : low.magnitude / 2
      if low >= 0 { high += margin }
      if low < 0 || !fromZero && low > 0 { low -= margin }
    }
    step = niceStep((high - low) / Double(max(1, count - 1)))
    self.low = (low / step).rounded(.down) * step
    self.high = (high / step).rounded(.up) * step
  }

  package var ticks: [Double] {
    let first = (low / step).rounded()
    let count = Int(((high - low) / step).rounded())
    return (0...max(0, count)).map { (first + Double($0)) * step }
  }

  /// Where a value stands between the bottom, 0, and the top, 1.
  package func fraction(_ value: Double) -> Double { (value - low) / (high - low) }

  package var crossesZero: Bool { low < 0 && high > 0 }

  /// The format of ticks: as many decimals as the step needs.
  func tickFormat(_ format: NumberFormat) -> NumberFormat {
    var format = format
    var scaled = step
    for _ in 0..<format.exponent { scaled /= 10 }
    format.decimals = 0
    while format.decimals < 9, scaled < 0.999 {
      scaled *= 10
      format.decimals += 1
    }
    return format
  }
}

/// The number of the form 1, 2 or 5 times a power of ten that is nearest to `size`.
package func niceStep(_ size: Double) -> Double {
  guard size > 0, size.isFinite else { return 1 }
  var power = 0
  var digits = size
  while digits >= 10 {
    digits /= 10
    power += 1
  }
  while digits < 1 {
    digits *= 10
    power -= 1
  }
  let mantissa = digits < 1.5 ? 1.0 : digits < 3.5 ? 2 : digits < 7.5 ? 5 : 10
  var scale = 1.0
  for _ in 0..<abs(power) { scale *= 10 }
  return power < 0 ? mantissa / scale : mantissa * scale
}
