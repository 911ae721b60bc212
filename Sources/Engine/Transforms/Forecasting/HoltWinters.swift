/// Level, slope and season, each drawn a little towards every new value: ETS(A,A,A).
///
/// First states by the heuristic of Hyndman and Athanasopoulos, parameters by least squares of the
/// errors one step ahead; statsmodels' ExponentialSmoothing with `initialization_method='heuristic'`
/// is the same. Hyndman and Athanasopoulos 2021, Forecasting: principles and practice, chapter 8.
struct HoltWinters {
  /// How much of an error goes into the level, what part of that into the slope, how much into the
  /// season.
  struct Weights: Equatable {
    var level: Double
    var slope: Double
    var season: Double
  }

  /// The states before the first value.
  struct Start {
    var level: Double
    var slope: Double
    var season: [Double]
  }

  let weights: Weights
  let sumOfSquares: Double
  private let count: Int
  private let level: Double
  private let slope: Double
  /// The season of the coming periods, in their order from the one that follows the last value.
  private let season: [Double]

  /// Runs over the values with given parameters.
  init(_ values: [Double], from start: Start, weights: Weights) {
    var (level, slope, season, sum) = (start.level, start.slope, start.season, 0.0)
    var phase = 0
    for value in values {
      let error = value - (level + slope + season[phase])
      sum += error * error
      level += slope + weights.level * error
      slope += weights.level * weights.slope * error
      season[phase] += weights.season * error
      phase = phase + 1 == season.count ? 0 : phase + 1
    }
    self.weights = weights
    self.level = level
    self.slope = slope
    self.season = Array(season[phase...] + season[..<phase])
    sumOfSquares = sum
    count = values.count
  }

  /// Runs over the values with the parameters that fit best, looked for from a guess.
  init(
    fitting values: [Double],
    period: Int,
    near guess: Weights = Weights(level: 0.3, slope: 0.1, season: 0.1)
  ) {
    let start = Start(of: values, period: period)
    let best = SmoothingSearch(values, start).best(from: guess)
    self.init(values, from: start, weights: best)
  }

  func forecast(_ steps: Int) -> [Double] {
    (0..<steps).map { level + Double($0 + 1) * slope + season[$0 % season.count] }
  }

  /// The standard deviation of the error of a forecast.
  func deviation(ahead steps: Int) -> Double {
    let factors = (1..<max(steps, 1)).map { step -> Double in
      let season = step % season.count == 0 ? weights.season : 0
      return weights.level * (1 + Double(step) * weights.slope) + season
    }
    let growth = factors.reduce(1) { $0 + $1 * $1 }
    return squareRoot(sumOfSquares / Double(count) * growth)
  }
}

extension HoltWinters.Start {
  /// The season of the first cycles around their centred mean; level and slope of that mean's first
  /// ten values.
  init(of values: [Double], period: Int) {
    let half = period / 2
    let needed = 10 + 2 * half
    let cycles = max(min(5, values.count / period), (needed + period - 1) / period)
    let head = Array(values.prefix(cycles * period))
    var means: [Double] = []
    var sums = [Double](repeating: 0, count: period)
    var counts = [Double](repeating: 0, count: period)
    for index in half..<head.count - half {
      let inner = head[index - half + 1..<index + half].reduce(0, +)
      let mean = (inner + (head[index - half] + head[index + half]) / 2) / Double(period)
      means.append(mean)
      sums[index % period] += head[index] - mean
      counts[index % period] += 1
    }
    let raw = zip(sums, counts).map { $0 / max($1, 1) }
    let centre = raw.reduce(0, +) / Double(period)
    season = raw.map { $0 - centre }
    let first = means.prefix(10)
    let middle = Double(first.count + 1) / 2
    let mean = first.reduce(0, +) / Double(first.count)
    var products = 0.0
    var squares = 0.0
    for (index, value) in first.enumerated() {
      let distance = Double(index + 1) - middle
      products += distance * (value - mean)
      squares += distance * distance
    }
    slope = products / squares
    level = mean - slope * middle
  }
}
