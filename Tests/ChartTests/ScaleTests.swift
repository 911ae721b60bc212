import Catalogue
import Periods
import TestKit
import Testing

@testable import Reports

@Suite("Scales have round ends and sensible ticks")
struct ScaleTests {
  static let steps: [(Double, Double)] = [
    (1, 1), (1.4, 1), (1.6, 2), (3, 2), (4, 5), (8, 10), (102.9, 100), (0.03, 0.02), (4e11, 5e11),
    (0, 1), (.infinity, 1), (1e-9, 1e-9),
  ]

  @Test("steps are 1, 2 or 5 times a power of ten", arguments: steps)
  func step(_ size: Double, _ step: Double) {
    #expect((niceStep(size) - step).magnitude <= step * 1e-12)
  }

  @Test("ticks hold all values, without a zero they do not need")
  func line() {
    let scale = ValueScale(from: 299.8, to: 411.9, ticks: 5)
    #expect(scale.ticks == [280, 300, 320, 340, 360, 380, 400, 420])
  }

  @Test("bars begin at zero whatever their values")
  func bars() {
    let scale = ValueScale(from: 95, to: 99, ticks: 5, fromZero: true)
    #expect(scale.low == 0)
    #expect(scale.ticks == [0, 20, 40, 60, 80, 100])
    #expect(ValueScale(from: -7, to: -3, ticks: 5, fromZero: true).high == 0)
  }

  @Test("a scale has room for a single value, for zero and for negative ones")
  func degenerate() {
    for value in [0.0, 5, -5, 1e12, 1e-7] {
      let scale = ValueScale(from: value, to: value, ticks: 5)
      #expect(scale.low < scale.high)
      #expect((0...1).contains(scale.fraction(value)))
    }
  }

  @Test("every value lies on its scale, and few ticks are drawn")
  func values() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<2000 {
      let size = Double(UInt64(1) << UInt64.random(in: 0...50, using: &generator))
      let pair = [
        Double.random(in: -size...size, using: &generator),
        Double.random(in: -size...size, using: &generator),
      ].sorted()
      let scale = ValueScale(
        from: pair[0],
        to: pair[1],
        ticks: 5,
        fromZero: Bool.random(using: &generator)
      )
      #expect(scale.low <= pair[0] && scale.high >= pair[1])
      #expect((2...10).contains(scale.ticks.count))
    }
  }

  @Test("ticks are written with the decimals that their distance needs")
  func decimals() {
    let scale = ValueScale(from: 0.1e9, to: 1.1e9, ticks: 5)
    let format = scale.tickFormat(NumberFormat(.money(.usd), largest: 1.1e9))
    #expect(scale.ticks.map(format.text) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0", "1.2"])
  }

  private func labels(_ first: Month, _ last: Month, step: Int, _ count: Int) -> [String] {
    timeTicks(in: first.index...last.index, step: step, atMost: count).map(\.label)
  }

  @Test("time has ticks at calendar boundaries")
  func time() {
    let january = Month(year: 2015, month: 1)
    #expect(
      labels(january, Month(year: 2026, month: 8), step: 1, 8) == [
        "2016", "2018", "2020", "2022", "2024", "2026",
      ]
    )
    #expect(
      labels(Month(year: 2024, month: 11), Month(year: 2025, month: 8), step: 1, 4) == [
        "2025", "Apr", "Jul",
      ]
    )
    #expect(
      labels(Month(year: 2025, month: 3), Month(year: 2025, month: 5), step: 1, 8) == [
        "Mar 2025", "Apr", "May",
      ]
    )
    #expect(
      labels(january, Month(year: 2016, month: 10), step: 3, 9) == [
        "2015", "Q2", "Q3", "Q4", "2016", "Q2", "Q3", "Q4",
      ]
    )
    #expect(
      labels(january, Month(year: 2018, month: 1), step: 12, 9) == ["2015", "2016", "2017", "2018"]
    )
    #expect(labels(january, january, step: 1, 5) == ["2015"])
    #expect(
      labels(Month(year: 1900, month: 1), Month(year: 2025, month: 1), step: 12, 4) == [
        "1900", "1950", "2000",
      ]
    )
  }

  @Test("rows that are too close move apart and stay inside")
  func spreading() {
    #expect(spread([3, 3, 4], in: 1...9) == [3, 4, 5])
    #expect(spread([9, 9, 9], in: 1...9) == [7, 8, 9])
    #expect(spread([1, 5, 9], in: 1...9) == [1, 5, 9])
  }

  @Test("one extreme value does not turn all others pale")
  func shades() {
    let classes = ShadeClasses((0..<40).map { Double($0) } + [10_000])
    #expect(classes.scale.high <= 50)
    #expect(classes.shade(of: 10_000) == classes.shade(of: 39))
    #expect(classes.shade(of: 1) != classes.shade(of: 39))
    let signed = ShadeClasses([-20, -5, 5, 20])
    #expect(signed.shade(of: -20).character != signed.shade(of: 20).character)
  }

  @Test("every shade that is drawn is in the legend")
  func shadeLegend() {
    let format = NumberFormat(.percent, largest: 100)
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<400 {
      let range =
        Double.random(
          in: -60...0,
          using: &generator
        )...Double.random(
          in: 1...90,
          using: &generator
        )
      let offset = Double.random(in: -70...70, using: &generator)
      let values = (0..<Int.random(in: 2...60, using: &generator)).map { _ in
        Double.random(in: range, using: &generator) + offset
      }
      let classes = ShadeClasses(values)
      let legend = classes.all(format).map(\.shade)
      #expect(values.allSatisfy { legend.contains(classes.shade(of: $0)) })
    }
  }
}
