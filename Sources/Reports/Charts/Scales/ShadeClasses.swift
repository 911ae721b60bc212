/// Round classes of values, each with a shade: blocks for amounts, strokes for what is below zero.
///
/// The classes cover the bulk of the values; the few beyond belong to the first and last class, so
/// that one extreme does not turn all others pale.
struct ShadeClasses {
  let scale: ValueScale
  private let low: Double
  private let high: Double

  struct Shade: Equatable {
    var character: Character
    var role: StyledText.Role
    /// From pale, 0, to strong, 1.
    var strength: Double
  }

  /// At most four classes on either side of zero.
  init(_ values: [Double]) {
    let sorted = values.sorted()
    low = sorted.first ?? 0
    high = sorted.last ?? 1
    let margin = sorted.count >= 20 ? sorted.count / 20 : 0
    let bulk = sorted.isEmpty ? (0, 1) : (sorted[margin], sorted[sorted.count - 1 - margin])
    var ticks = 7
    var scale = ValueScale(from: bulk.0, to: bulk.1, ticks: ticks)
    while ticks > 2, scale.ticks.count - 1 > (scale.crossesZero ? 6 : 4) {
      ticks -= 1
      scale = ValueScale(from: bulk.0, to: bulk.1, ticks: ticks)
    }
    self.scale = scale
  }

  private var borders: [Double] { scale.ticks }

  /// The shades with the values for which they stand: `0..20`, `≥ 60`.
  func all(_ format: NumberFormat) -> [(shade: Shade, text: String)] {
    var classes = zip(borders, borders.dropFirst()).map { first, second in
      (
        shade: shade(of: (first + second) / 2),
        text: "\(format.text(first))..\(format.text(second))"
      )
    }
    guard let first = borders.first, let last = borders.last, classes.count > 1 else {
      return classes
    }
    if high > last { classes[classes.count - 1].text = "≥ \(format.text(last - scale.step))" }
    // Values on the other side of zero have a shade of their own even where they are few.
    if first == 0, low < 0 {
      classes.insert((shade(of: low), "< \(format.text(0))"), at: 0)
    } else if low < first {
      classes[0].text = "< \(format.text(first + scale.step))"
    }
    if last == 0, high > 0 {
      classes[classes.count - 1].text = "\(format.text(last - scale.step))..\(format.text(last))"
      classes.append((shade(of: high), "≥ \(format.text(0))"))
    }
    return classes
  }

  func shade(of value: Double) -> Shade {
    let below = borders.count { $0 < 0 }
    let classes = borders.count - 1
    let place = Int(((value - scale.low) / scale.step).rounded(.down))
    let index = min(classes - 1, max(0, place))
    guard value < 0 else {
      let first = scale.low < 0 ? min(below, classes - 1) : 0
      let strength = strength(index - first, of: classes - first)
      let blocks: [Character] = ["░", "▒", "▓", "█"]
      return Shade(
        character: blocks[Int((strength * 3).rounded())],
        role: .firstSeries,
        strength: strength
      )
    }
    let strength = strength(below - 1 - index, of: below)
    let strokes: [Character] = ["┄", "─", "━", "═"]
    return Shade(
      character: strokes[Int((strength * 3).rounded())],
      role: .secondSeries,
      strength: strength
    )
  }

  /// Few classes use the ends of the range of shades.
  private func strength(_ place: Int, of count: Int) -> Double {
    count < 2 ? 0 : Double(max(0, place)) / Double(count - 1)
  }
}
