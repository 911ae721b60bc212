extension Loess {
  /// The points of the lines: the values themselves, or those next to them, where there is no line.
  ///
  /// `weighted` are the values times their weights.
  func smooth(
    _ values: UnsafePointer<Double>,
    _ weighted: UnsafePointer<Double>,
    by lines: Lines,
    into result: UnsafeMutablePointer<Double>
  ) {
    kernels.withUnsafeBufferPointer { kernels in
      lines.ofSum.withUnsafeBufferPointer { ofSum in
        lines.ofProduct.withUnsafeBufferPointer { ofProduct in
          eachInnerFour { point in
            let factor = ofSum.four(at: point + step)
            var smooth =
              lines.isEven
              ? factor * sum(around: point, weighted, kernels)
              : smooth(around: point, weighted, kernels, factor, ofProduct.four(at: point + step))
            smooth.replace(with: values.four(at: point), where: factor .== 0)
            result.set(smooth, at: point)
          }
          for end in ends {
            let factor = ofSum[end.point + step]
            guard factor != 0 else {
              let isOutside = !(0..<count).contains(end.point)
              result[end.point] =
                isOutside ? result[end.point + end.distance.signum() * step] : values[end.point]
              continue
            }
            result[end.point] = smooth(
              around: end,
              weighted,
              kernels,
              factor,
              ofProduct[end.point + step]
            )
          }
        }
      }
    }
  }

  @inline(__always)
  private func sum(
    around point: Int,
    _ values: UnsafePointer<Double>,
    _ kernels: UnsafeBufferPointer<Double>
  ) -> Four {
    let kernel = half * (half + 1) / 2
    var sum = kernels[kernel] * values.four(at: point)
    for distance in 1..<half + 1 {
      let pair =
        values.four(at: point + distance * step) + values.four(at: point - distance * step)
      sum += kernels[kernel + distance] * pair
    }
    return sum
  }

  @inline(__always)
  private func smooth(
    around point: Int,
    _ values: UnsafePointer<Double>,
    _ kernels: UnsafeBufferPointer<Double>,
    _ ofSum: Four,
    _ ofProduct: Four
  ) -> Four {
    let kernel = half * (half + 1) / 2
    var sum = kernels[kernel] * values.four(at: point)
    var product = Four()
    for distance in 1..<half + 1 {
      let before = values.four(at: point - distance * step)
      let behind = values.four(at: point + distance * step)
      let weight = kernels[kernel + distance]
      sum += weight * (behind + before)
      product += weight * Double(distance) * (behind - before)
    }
    return ofSum * sum + ofProduct * product
  }

  private func smooth(
    around end: End,
    _ values: UnsafePointer<Double>,
    _ kernels: UnsafeBufferPointer<Double>,
    _ ofSum: Double,
    _ ofProduct: Double
  ) -> Double {
    var (sum, product) = (0.0, 0.0)
    for neighbour in 0..<end.neighbours {
      let distance = end.distance + neighbour
      let value = kernels[end.kernel + abs(distance)] * values[end.first + neighbour * step]
      sum += value
      product += value * Double(distance)
    }
    return ofSum * sum + ofProduct * product
  }
}
