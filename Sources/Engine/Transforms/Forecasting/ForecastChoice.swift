/// Which of two methods looks ahead, chosen by how far off each would have been.
///
/// Both forecast from up to three earlier ends of the series what has come since; the one with the
/// smaller mean absolute error is taken.
struct ForecastChoice: Sendable {
  let isSmoothed: Bool
  /// Mean absolute error of the back-test of the method taken, and of the other.
  let error: Double
  let otherError: Double
  /// How many values the back-test compared.
  let testedCount: Int

  /// Needs four cycles of values.
  init(_ values: [Double], period: Int, steps: Int) {
    let length = min(steps, period)
    var smoothed = 0.0
    var repeated = 0.0
    var count = 0
    for test in 1...3 {
      let end = values.count - test * length
      guard end >= 3 * period else { break }
      let known = Array(values[..<end])
      let forecasts = HoltWinters(fitting: known, period: period).forecast(length)
      for step in 0..<length {
        smoothed += abs(values[end + step] - forecasts[step])
        repeated += abs(values[end + step] - known[end - period + step % period])
      }
      count += length
    }
    isSmoothed = smoothed < repeated
    error = min(smoothed, repeated) / Double(max(count, 1))
    otherError = max(smoothed, repeated) / Double(max(count, 1))
    testedCount = count
  }

  func forecast(_ values: [Double], period: Int, steps: Int) -> [Double] {
    guard isSmoothed else {
      return (0..<steps).map { values[values.count - period + $0 % period] }
    }
    return HoltWinters(fitting: values, period: period).forecast(steps)
  }

  /// The standard deviation of the error at the last step.
  func deviation(_ values: [Double], period: Int, steps: Int) -> Double {
    guard isSmoothed else {
      let changes = values.indices.dropFirst(period).map { values[$0] - values[$0 - period] }
      let square = changes.reduce(0) { $0 + $1 * $1 } / Double(max(changes.count, 1))
      return squareRoot(square * Double((steps - 1) / period + 1))
    }
    return HoltWinters(fitting: values, period: period).deviation(ahead: steps)
  }
}
