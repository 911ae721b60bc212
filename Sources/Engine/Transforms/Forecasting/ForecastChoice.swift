import Synchronization

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

  private let values: [Double]
  private let period: Int
  private let model: HoltWinters

  /// Needs four cycles of values.
  init(_ values: [Double], period: Int, steps: Int) {
    let length = min(steps, period)
    var smoothed = 0.0
    var repeated = 0.0
    var count = 0
    model = HoltWinters(fitting: values, period: period)
    // The parameters of a longer series are near those of a shorter one.
    var near = model.weights
    for test in 1...3 {
      let end = values.count - test * length
      guard end >= 3 * period else { break }
      let known = Array(values[..<end])
      let fit = HoltWinters(fitting: known, period: period, near: near)
      near = fit.weights
      let forecasts = fit.forecast(length)
      for step in 0..<length {
        smoothed += abs(values[end + step] - forecasts[step])
        repeated += abs(values[end + step] - known[end - period + step % period])
      }
      count += length
    }
    self.values = values
    self.period = period
    isSmoothed = smoothed < repeated
    error = min(smoothed, repeated) / Double(max(count, 1))
    otherError = max(smoothed, repeated) / Double(max(count, 1))
    testedCount = count
  }

  func forecast(_ steps: Int) -> [Double] {
    guard isSmoothed else {
      return (0..<steps).map { values[values.count - period + $0 % period] }
    }
    return model.forecast(steps)
  }

  /// The standard deviation of the error at a step.
  func deviation(ahead steps: Int) -> Double {
    guard isSmoothed else {
      let changes = values.indices.dropFirst(period).map { values[$0] - values[$0 - period] }
      let square = changes.reduce(0) { $0 + $1 * $1 } / Double(max(changes.count, 1))
      return squareRoot(square * Double((steps - 1) / period + 1))
    }
    return model.deviation(ahead: steps)
  }
}

extension ForecastChoice {
  private struct Question: Hashable {
    var values: [Double]
    var period: Int
    var steps: Int
  }

  private static let known = Mutex<[Question: ForecastChoice]>([:])
  private static let mostKnown = 256

  /// The choice for values that were asked of before, or a new one: checking a query, running it and
  /// remarking on it look at the same series.
  static func remembered(_ values: [Double], period: Int, steps: Int) -> ForecastChoice {
    let question = Question(values: values, period: period, steps: steps)
    if let choice = known.withLock({ $0[question] }) { return choice }
    let choice = ForecastChoice(values, period: period, steps: steps)
    known.withLock { known in
      if known.count >= mostKnown { known.removeAll() }
      known[question] = choice
    }
    return choice
  }
}
