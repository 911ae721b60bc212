import Guidance

/// The augmented Dickey–Fuller test: whether a series returns to a level, or drifts.
///
/// The change is explained by the level before and earlier changes; the more negative the t of the
/// level, the less it drifts. Said and Dickey 1984, Biometrika 71; lags by the criterion of Akaike
/// among at most 12 × (n ÷ 100)^¼, as in statsmodels.
struct UnitRoot: Sendable {
  enum Terms: String, CaseIterable, Sendable {
    case none, constant, trend

    /// How many terms beside the lags.
    var count: Int { self == .none ? 0 : self == .constant ? 1 : 2 }
  }

  let statistic: Double
  let lags: Int
  let count: Int
  let terms: Terms

  /// Nil where the values are too few or collinear; `lags` nil: chosen.
  init?(_ values: [Double], terms: Terms, lags: Int?) {
    let length = Double(values.count)
    let room = values.count / 2 - terms.count - 1
    guard room >= 1, values.count >= 12 else { return nil }
    let most = lags ?? min(room, Int((12 * power(length / 100, 0.25)).rounded(.up)))
    guard most <= room else { return nil }
    var chosen = most
    if lags == nil {
      var best = Double.infinity
      for lag in 0...most {
        guard let fit = UnitRoot.fit(values, terms, lag: lag, skipping: most - lag) else {
          return nil
        }
        let criterion = fit.akaike
        if criterion < best { (best, chosen) = (criterion, lag) }
      }
    }
    guard let fit = UnitRoot.fit(values, terms, lag: chosen, skipping: 0) else { return nil }
    let variance = fit.sumOfSquares / Double(fit.degreesOfFreedom)
    statistic = fit.coefficients[0] / squareRoot(variance * fit.inverse[0, 0])
    self.lags = chosen
    self.terms = terms
    count = fit.count
  }

  private static func fit(
    _ values: [Double],
    _ terms: Terms,
    lag: Int,
    skipping skipped: Int
  ) -> LeastSquares? {
    let changes = zip(values.dropFirst(), values).map { $0 - $1 }
    let start = lag + skipped
    let span = start..<changes.count
    var columns = [span.map { values[$0] }]
    if terms != .none { columns.append(span.map { _ in 1 }) }
    if terms == .trend { columns.append(span.map { Double($0 - start + 1) }) }
    for back in 1..<lag + 1 { columns.append(span.map { changes[$0 - back] }) }
    guard span.count > columns.count else { return nil }
    return try? LeastSquares(of: span.map { changes[$0] }, on: Design(columns))
  }

  /// How likely so low a statistic is where the series drifts, approximately.
  ///
  /// MacKinnon 1994, Journal of Business and Economic Statistics 12.
  var probability: Double {
    let table = MacKinnon.approximation(terms)
    guard statistic <= table.highest else { return 1 }
    guard statistic >= table.lowest else { return 0 }
    let polynomial = statistic <= table.turn ? table.low : table.high
    let value = polynomial.reversed().reduce(0) { $0 * statistic + $1 }
    return Distribution.normalBelow(value)
  }

  /// Below which the test speaks against drifting, at 1, 5 and 10 %.
  ///
  /// MacKinnon 2010, Critical values for cointegration tests, Queen's Economics Department 1227.
  var criticalValues: [Double] {
    MacKinnon.critical(terms).map { row in
      row.reversed().reduce(0) { $0 / Double(count) + $1 }
    }
  }
}

extension LeastSquares {
  /// The criterion of Akaike: the lower, the better the fit for the number of coefficients.
  var akaike: Double {
    let length = Double(count)
    return length * (naturalLogarithm(2 * .pi) + naturalLogarithm(sumOfSquares / length) + 1)
      + 2 * Double(coefficients.count)
  }
}

/// The distribution of the Dickey–Fuller statistic as polynomials: MacKinnon's tables.
enum MacKinnon {
  struct Approximation {
    var highest: Double
    var lowest: Double
    /// Below it the first polynomial holds, above it the second.
    var turn: Double
    var low: [Double]
    var high: [Double]
  }

  static func approximation(_ terms: UnitRoot.Terms) -> Approximation {
    switch terms {
    case .none:
      Approximation(
        highest: .infinity,
        lowest: -19.04,
        turn: -1.04,
        low: [0.6344, 1.2378, 0.032496],
        high: [0.4797, 0.93557, -0.06999, 0.033066]
      )
    case .constant:
      Approximation(
        highest: 2.74,
        lowest: -18.83,
        turn: -1.61,
        low: [2.1659, 1.4412, 0.038269],
        high: [1.7339, 0.93202, -0.12745, -0.010368]
      )
    case .trend:
      Approximation(
        highest: 0.7,
        lowest: -16.18,
        turn: -2.89,
        low: [3.2512, 1.6047, 0.049588],
        high: [2.5261, 0.61654, -0.37956, -0.060285]
      )
    }
  }

  /// Polynomials of 1 ÷ n at 1, 5 and 10 %.
  static func critical(_ terms: UnitRoot.Terms) -> [[Double]] {
    switch terms {
    case .none:
      [
        [-2.56574, -2.2358, -3.627, 0], [-1.94100, -0.2686, -3.365, 31.223],
        [-1.61682, 0.2656, -2.714, 25.364],
      ]
    case .constant:
      [
        [-3.43035, -6.5393, -16.786, -79.433], [-2.86154, -2.8903, -4.234, -40.040],
        [-2.56677, -1.5384, -2.809, 0],
      ]
    case .trend:
      [
        [-3.95877, -9.0531, -28.428, -134.155], [-3.41049, -4.3904, -9.036, -45.374],
        [-3.12705, -2.5856, -3.925, -22.380],
      ]
    }
  }
}
