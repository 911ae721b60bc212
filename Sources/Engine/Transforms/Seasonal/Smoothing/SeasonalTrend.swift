/// A series taken apart into season, trend and the rest by repeated local regression: STL.
///
/// Seasonal window 7, trend window the smallest odd number above 1.5 × period ÷ (1 − 1.5 ÷ 7), linear
/// fits, five inner passes; robust: two inner passes and fifteen that weigh outliers down. These are
/// the choices of statsmodels, with which it agrees.
/// Cleveland, Cleveland, McRae and Terpenning 1990, STL, Journal of Official Statistics 6.
struct SeasonalTrend {
  let season: [Double]
  let trend: [Double]

  private let values: [Double]

  var rest: [Double] { values.indices.map { values[$0] - season[$0] - trend[$0] } }

  init(of values: [Double], period: Int, isRobust: Bool = false) {
    var work = SeasonalWork(values, SeasonalSmoothers.of(count: values.count, period: period))
    defer { work.room.deallocate() }
    for _ in 0..<(isRobust ? 15 : 0) {
      work.pass(2)
      work.weighOutliersDown()
    }
    work.pass(isRobust ? 2 : 5)
    self.values = values
    season = Array(UnsafeBufferPointer(start: work.season, count: values.count))
    trend = Array(UnsafeBufferPointer(start: work.trend, count: values.count))
  }
}

/// One series being taken apart, in room that is taken once.
private struct SeasonalWork {
  let room: UnsafeMutablePointer<Double>
  let season: UnsafeMutablePointer<Double>
  let trend: UnsafeMutablePointer<Double>

  private let smoothers: SeasonalSmoothers
  private let values: UnsafeMutablePointer<Double>
  private let weights: UnsafeMutablePointer<Double>
  /// The values less trend or season, and the same times their weights.
  private let adjusted: UnsafeMutablePointer<Double>
  private let weighted: UnsafeMutablePointer<Double>
  /// The smoothed months of the year from one year before the first value on, and their means.
  private let cycle: UnsafeMutablePointer<Double>
  private let level: UnsafeMutablePointer<Double>

  private var hasWeights = false
  private var cycleLines: Loess.Lines
  private var trendLines: Loess.Lines

  private var count: Int { smoothers.count }
  private var period: Int { smoothers.period }

  init(_ values: [Double], _ smoothers: SeasonalSmoothers) {
    let (count, longer) = (smoothers.count, smoothers.count + 2 * smoothers.period)
    room = .allocate(capacity: 6 * count + 2 * longer)
    room.initialize(repeating: 0, count: 6 * count + 2 * longer)
    (season, trend, self.values) = (room, room + count, room + 2 * count)
    (weights, adjusted, weighted) = (room + 3 * count, room + 4 * count, room + 5 * count)
    (cycle, level) = (room + 6 * count, room + 6 * count + longer)
    self.smoothers = smoothers
    (cycleLines, trendLines) = (smoothers.evenCycleLines, smoothers.evenTrendLines)
    for index in 0..<count { self.values[index] = values[index] }
  }

  mutating func pass(_ times: Int) {
    for _ in 0..<times {
      adjust(by: trend)
      smoothers.cycle.smooth(adjusted, weighted, by: cycleLines, into: cycle + period)
      let longer = count + 2 * period
      SeasonalWork.average(cycle, longer, over: period, into: level)
      SeasonalWork.average(level, longer - period + 1, over: period, into: level)
      SeasonalWork.average(level, count + 2, over: 3, into: level)
      smoothers.lowPass.smooth(level, level, by: smoothers.lowPassLines, into: season)
      for index in 0..<count { season[index] = cycle[period + index] - season[index] }
      adjust(by: season)
      smoothers.trend.smooth(adjusted, weighted, by: trendLines, into: trend)
    }
  }

  private func adjust(by part: UnsafeMutablePointer<Double>) {
    for index in 0..<count { adjusted[index] = values[index] - part[index] }
    if hasWeights {
      for index in 0..<count { weighted[index] = weights[index] * adjusted[index] }
    } else {
      weighted.update(from: adjusted, count: count)
    }
  }

  /// Running means; the result may take the place of the values.
  private static func average(
    _ values: UnsafeMutablePointer<Double>,
    _ count: Int,
    over length: Int,
    into result: UnsafeMutablePointer<Double>
  ) {
    var sum = 0.0
    for index in 0..<length { sum += values[index] }
    for index in 0..<count - length {
      let (first, next) = (values[index], values[index + length])
      result[index] = sum / Double(length)
      sum += next - first
    }
    result[count - length] = sum / Double(length)
  }

  /// Bisquare weights: zero beyond six median absolute residuals.
  mutating func weighOutliersDown() {
    hasWeights = true
    let (sizes, ordered) = (adjusted, weighted)
    for index in 0..<count { sizes[index] = abs(values[index] - (trend[index] + season[index])) }
    ordered.update(from: sizes, count: count)
    let limit = 6 * UnsafeMutableBufferPointer(start: ordered, count: count).partitionedMedian()
    for index in 0..<count {
      let share = sizes[index] / limit
      let weight = (1 - share * share) * (1 - share * share)
      weights[index] =
        sizes[index] <= 0.001 * limit || limit == 0 ? 1 : sizes[index] <= 0.999 * limit ? weight : 0
    }
    smoothers.cycle.update(&cycleLines, by: weights)
    smoothers.trend.update(&trendLines, by: weights)
  }
}
