/// Poisson pseudo-maximum likelihood with fixed effects: flows, zeros among them, explained in
/// proportions.
///
/// Weighted least squares repeated until the deviance stands still; effects are taken out of the
/// regressors by repeated weighted means of their groups. Standard errors are clustered.
/// Santos Silva and Tenreyro 2006, The log of gravity, Review of Economics and Statistics 88;
/// Correia, Guimarães and Zylkin 2020, Stata Journal 20.
struct PoissonFit: Sendable {
  let coefficients: [Double]
  let covariance: SymmetricMatrix
  let fitted: [Double]
  let deviance: Double
  let clusterCount: Int

  enum Failure: Error {
    /// The regressor of this number is explained by the effects or by those before it.
    case collinear(Int)
    case noConvergence
  }

  /// Fits flows that are not negative.
  ///
  /// Effects give the group of every observation, counted from zero, and clusters likewise; no group
  /// may hold nothing but zeros. Throws where a regressor cannot be told, or nothing settles.
  init(
    _ flows: [Double],
    on regressors: [[Double]],
    effects: [[Int]],
    clusters: [Int]
  ) throws(Failure) {
    let mean = flows.reduce(0, +) / Double(flows.count)
    var fitted = flows.map { ($0 + mean) / 2 }
    var logs = fitted.map(naturalLogarithm)
    var last = Double.infinity
    var step = Step(coefficients: [], regressors: [], bread: SymmetricMatrix(0), rest: [])
    for round in 1...200 {
      let working = flows.indices.map { logs[$0] + (flows[$0] - fitted[$0]) / fitted[$0] }
      step = try PoissonFit.step(working, regressors, effects, weights: fitted)
      logs = zip(working, step.rest).map { $0 - $1 }
      fitted = logs.map(exponential)
      let deviance = PoissonFit.deviance(flows, fitted)
      guard deviance.isFinite else { throw .noConvergence }
      if abs(deviance - last) <= 1e-13 * (deviance + 0.1) { break }
      guard round < 200 else { throw .noConvergence }
      last = deviance
    }
    // Once more with the weights of the end, at which the scores are taken.
    let working = flows.indices.map { logs[$0] + (flows[$0] - fitted[$0]) / fitted[$0] }
    step = try PoissonFit.step(working, regressors, effects, weights: fitted)
    coefficients = step.coefficients
    self.fitted = fitted
    deviance = PoissonFit.deviance(flows, fitted)
    let count = (clusters.max() ?? -1) + 1
    clusterCount = count
    covariance = step.bread.sandwich(
      PoissonFit.meat(flows, fitted, step.regressors, clusters, count),
      times: Double(count) / Double(count - 1)
    )
  }

  /// One weighted least squares.
  private struct Step {
    var coefficients: [Double]
    /// The regressors without the effects.
    var regressors: [[Double]]
    var bread: SymmetricMatrix
    /// What is left of the explained: without effects and regressors.
    var rest: [Double]
  }

  private static func step(
    _ working: [Double],
    _ regressors: [[Double]],
    _ effects: [[Int]],
    weights: [Double]
  ) throws(Failure) -> Step {
    let effects = GroupMeans(effects, weights)
    let target = effects.removed(from: working)
    var cleaned: [[Double]] = []
    for (number, regressor) in regressors.enumerated() {
      let column = effects.removed(from: regressor)
      let size = regressor.reduce(0) { $0 + $1 * $1 }
      guard column.reduce(0, { $0 + $1 * $1 }) > 1e-14 * size else { throw .collinear(number) }
      cleaned.append(column)
    }
    let roots = weights.map(squareRoot)
    func weighted(_ column: [Double]) -> [Double] { zip(column, roots).map { $0 * $1 } }
    let fit: LeastSquares
    do throws(LeastSquares.Collinear) {
      fit = try LeastSquares(of: weighted(target), on: Design(cleaned.map(weighted)))
    } catch {
      throw .collinear(error.column)
    }
    var rest = target
    for (column, coefficient) in zip(cleaned, fit.coefficients) {
      for index in rest.indices { rest[index] -= coefficient * column[index] }
    }
    return Step(
      coefficients: fit.coefficients,
      regressors: cleaned,
      bread: fit.inverse,
      rest: rest
    )
  }

  private static func meat(
    _ flows: [Double],
    _ fitted: [Double],
    _ regressors: [[Double]],
    _ clusters: [Int],
    _ count: Int
  ) -> SymmetricMatrix {
    var scores = regressors.map { _ in [Double](repeating: 0, count: count) }
    for (row, column) in regressors.enumerated() {
      for index in flows.indices {
        scores[row][clusters[index]] += column[index] * (flows[index] - fitted[index])
      }
    }
    var result = SymmetricMatrix(regressors.count)
    for row in scores.indices {
      for column in scores.indices {
        result[row, column] = zip(scores[row], scores[column]).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return result
  }

  private static func deviance(_ flows: [Double], _ fitted: [Double]) -> Double {
    zip(flows, fitted).reduce(0) { sum, pair in
      let (flow, mean) = pair
      let logarithm = flow > 0 ? flow * naturalLogarithm(flow / mean) : 0
      return sum + 2 * (logarithm - (flow - mean))
    }
  }
}

/// The means of the groups of several effects, by weight.
private struct GroupMeans {
  private let effects: [[Int]]
  private let weights: [Double]
  private let totals: [[Double]]

  init(_ effects: [[Int]], _ weights: [Double]) {
    self.effects = effects
    self.weights = weights
    totals = effects.map { groups in
      var totals = [Double](repeating: 0, count: (groups.max() ?? -1) + 1)
      for (index, group) in groups.enumerated() { totals[group] += weights[index] }
      return totals
    }
  }

  /// The values less the means of all groups: repeated until no group has a mean.
  func removed(from values: [Double]) -> [Double] {
    var values = values
    let size = squareRoot(values.reduce(0) { $0 + $1 * $1 } / Double(max(values.count, 1)))
    for _ in 0..<(effects.count == 1 ? 1 : 20_000) {
      var largest = 0.0
      for (groups, totals) in zip(effects, totals) {
        var means = [Double](repeating: 0, count: totals.count)
        for (index, group) in groups.enumerated() { means[group] += weights[index] * values[index] }
        for group in means.indices {
          means[group] /= totals[group]
          largest = max(largest, abs(means[group]))
        }
        for (index, group) in groups.enumerated() { values[index] -= means[group] }
      }
      if largest <= 1e-13 * size { break }
    }
    return values
  }
}
