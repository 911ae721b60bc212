import Catalogue

extension Chart {
  /// The quantity along the horizontal axis of a scatter, a point for each of the vertical one.
  package struct Horizontal: Sendable {
    package var name: String
    package var format: NumberFormat
    package var points: [Point]

    package init(name: String, format: NumberFormat, points: [Point]) {
      self.name = name
      self.format = format
      self.points = points
    }
  }

  /// The line y = intercept + slope · x of least squares.
  package struct Fit: Equatable, Sendable {
    package var intercept: Double
    package var slope: Double
    /// The share of the variance of y that the line accounts for.
    package var rSquared: Double

    /// Nil where all x are the same.
    ///
    /// Formula: Gauss, slope = Σ(x−x̄)(y−ȳ) / Σ(x−x̄)².
    package init?(_ pairs: [(x: Double, y: Double)]) {
      guard pairs.count > 2 else { return nil }
      let count = Double(pairs.count)
      let x = pairs.reduce(0) { $0 + $1.x } / count
      let y = pairs.reduce(0) { $0 + $1.y } / count
      var (xx, xy, yy) = (0.0, 0.0, 0.0)
      for pair in pairs {
        xx += (pair.x - x) * (pair.x - x)
        xy += (pair.x - x) * (pair.y - y)
        yy += (pair.y - y) * (pair.y - y)
      }
      guard xx > 0 else { return nil }
      slope = xy / xx
      intercept = y - slope * x
      rSquared = yy > 0 ? xy * xy / (xx * yy) : 1
    }
  }

  /// The points of a scatter.
  var pairs: [(x: Double, y: Double)] {
    guard let horizontal, let vertical = series.first else { return [] }
    return zip(horizontal.points, vertical.points).compactMap { x, y in
      x.value.flatMap { x in y.value.map { (x, $0) } }
    }
  }

  /// Adds the line of least squares, and says so.
  mutating func takeFit() {
    let pairs = pairs
    fit = Fit(pairs)
    guard let fit else { return }
    func rounded(_ value: Double) -> String {
      var format = NumberFormat(.ratio, largest: 0)
      format.decimals = 2
      // Two digits that count, even of small numbers.
      var size = value.magnitude
      while size > 0, size < 0.1, format.decimals < 8 {
        size *= 10
        format.decimals += 1
      }
      return format.text(value)
    }
    remarks.append(
      "line of least squares over \(pairs.count) points: slope \(rounded(fit.slope * slopeScale)), "
        + "r² \(rounded(fit.rSquared)); it says nothing of causes"
    )
  }

  /// From the units themselves to the scaled ones that the axes show.
  private var slopeScale: Double {
    var scale = 1.0
    for _ in 0..<(horizontal?.format.exponent ?? 0) { scale *= 10 }
    for _ in 0..<format.exponent { scale /= 10 }
    return scale
  }

  /// The points of a scatter worth a name, most telling first: its extremes, the latest, and those
  /// farthest from the middle of all.
  func telling(atMost count: Int) -> [Int] {
    guard let horizontal, let vertical = series.first else { return [] }
    let xs = horizontal.points.map { $0.value ?? 0 }
    let ys = vertical.points.map { $0.value ?? 0 }
    guard let left = xs.indices.min(by: { xs[$0] < xs[$1] }),
      let right = xs.indices.max(by: { xs[$0] < xs[$1] }),
      let low = ys.indices.min(by: { ys[$0] < ys[$1] }),
      let high = ys.indices.max(by: { ys[$0] < ys[$1] })
    else { return [] }
    let wide = max(xs[right] - xs[left], .leastNormalMagnitude)
    let tall = max(ys[high] - ys[low], .leastNormalMagnitude)
    let middle = (xs.sorted()[xs.count / 2], ys.sorted()[ys.count / 2])
    func distance(_ i: Int) -> Double {
      let (x, y) = ((xs[i] - middle.0) / wide, (ys[i] - middle.1) / tall)
      return x * x + y * y
    }
    let farthest = xs.indices.sorted { (distance($1), $0) < (distance($0), $1) }
    var chosen: [Int] = []
    for i in [high, right, low, left] + (axis.isTime ? [xs.count - 1] : []) + farthest
    where !chosen.contains(i) && chosen.count < count {
      chosen.append(i)
    }
    return chosen
  }
}
