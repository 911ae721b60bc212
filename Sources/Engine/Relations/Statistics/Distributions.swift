/// Probabilities of the distributions that tests rest on.
///
/// Incomplete beta and gamma functions by continued fraction and series.
/// Press et al. 2007, Numerical recipes, chapter 6.
enum Distribution {
  /// Student's t: how likely a value is at least so far from zero, on either side.
  static func studentTwoSided(_ value: Double, degrees: Double) -> Double {
    incompleteBeta(degrees / (degrees + value * value), degrees / 2, 0.5)
  }

  /// The value that Student's t exceeds on either side with a probability: 1.98 for 0.05 and 120.
  static func studentQuantile(twoSided probability: Double, degrees: Double) -> Double {
    root { studentTwoSided($0, degrees: degrees) - probability }
  }

  /// Fisher's F: how likely a value is at least so large.
  static func fisherAbove(_ value: Double, _ first: Double, _ second: Double) -> Double {
    guard value > 0 else { return 1 }
    return incompleteBeta(second / (second + first * value), second / 2, first / 2)
  }

  /// The normal distribution: how likely a value is at least so far from zero, on either side.
  static func normalTwoSided(_ value: Double) -> Double {
    complementaryError(abs(value) / squareRoot(2))
  }

  /// How likely a normal value is at most so large.
  static func normalBelow(_ value: Double) -> Double {
    complementaryError(-value / squareRoot(2)) / 2
  }

  static func normalQuantile(twoSided probability: Double) -> Double {
    root { normalTwoSided($0) - probability }
  }

  /// Where a falling function of positive numbers crosses zero, by halving.
  private static func root(_ function: (Double) -> Double) -> Double {
    var low = 0.0
    var high = 1.0
    while function(high) > 0, high < 1e12 { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if function(middle) > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The regularised incomplete beta function.
  private static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = exponential(
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * naturalLogarithm(x)
        + b * naturalLogarithm(1 - x)
    )
    guard x < (a + 1) / (a + b + 2) else { return 1 - front * betaFraction(1 - x, b, a) / b }
    return front * betaFraction(x, a, b) / a
  }

  /// The continued fraction of the incomplete beta function, by Lentz's method.
  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    func nonzero(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...500 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      fraction *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return fraction
  }
}
