import Periods
import TestKit
import Testing

@testable import Reports

@Suite("Labels of axes never meet")
struct TickTests {
  @Test("labels of time have a space between them, at any span and width")
  func time() {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<4000 {
      let step = [1, 3, 6, 12].randomElement(using: &generator) ?? 1
      let first = Int.random(in: 1900 * 12..<2030 * 12, using: &generator) / step * step
      let count = Int.random(in: 1...400, using: &generator)
      let span = first...(first + (count - 1) * step)
      let width = Int.random(in: 40...200, using: &generator)
      let edge = Int.random(in: 2...9, using: &generator)
      let axis = Chart.Axis([], step: step)
      let ticks = fittingTicks(in: span, step: step, width: width) { month in
        edge + axis.fraction(of: month, in: span).column(width - edge)
      }
      #expect(!ticks.isEmpty)
      var end = -1
      for tick in ticks {
        #expect(tick.start > end, "\(span) \(step) \(width): \(ticks.map(\.label))")
        end = tick.start + displayWidth(tick.label)
        #expect(end <= width && tick.start >= 0)
        #expect((edge..<width).contains(tick.at))
      }
      // Two years or more have two ticks at the least, and a year is named.
      if count * step >= 24, width >= 40, count > 2 { #expect(ticks.count >= 2) }
      #expect(ticks.contains { $0.label.contains { $0.isNumber } && $0.label.count >= 4 })
    }
  }

  @Test("months, quarters, years and decades are told by the labels")
  func kinds() {
    func labels(_ from: Int, _ count: Int, _ step: Int, width: Int) -> [String] {
      let span = from * 12...(from * 12 + (count - 1) * step)
      let axis = Chart.Axis([], step: step)
      return fittingTicks(in: span, step: step, width: width) { month in
        5 + axis.fraction(of: month, in: span).column(width - 6)
      }.map(\.label)
    }
    #expect(labels(2025, 6, 1, width: 50) == ["2025", "Feb", "Mar", "Apr", "May", "Jun"])
    #expect(labels(2024, 8, 3, width: 60) == ["2024", "Q2", "Q3", "Q4", "2025", "Q2", "Q3", "Q4"])
    #expect(labels(2024, 4, 6, width: 40) == ["2024", "H2", "2025", "H2"])
    #expect(labels(1960, 61, 12, width: 50).allSatisfy { $0.hasSuffix("0") })
  }

  @Test("the labels of values on a scatter have a space between them")
  func values() throws {
    for sample in [SampleChart.scatter, .manyPoints] {
      for width in 40...200 {
        var options = TextChartOptions()
        options.width = width
        let lines = try chart(of: sample).text(options).plainLines
        let axis = try #require(lines.firstIndex { $0.contains("└") })
        let labels = lines[axis + 1].split(separator: " ")
        #expect(labels.count >= 2, "\(width)")
        for label in labels { #expect(label.contains { $0.isNumber }) }
        // A label that met its neighbour would hold two signs.
        for label in labels { #expect(label.count { "+−".contains($0) } <= 1) }
      }
    }
  }

  @Test("ticks of values are 1, 2 or 5 times a power of ten apart and cover the values")
  func nice() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<4000 {
      let size = Double(UInt64(1) << UInt64.random(in: 0...50, using: &generator)) / 1024
      let pair = [
        Double.random(in: -size...size, using: &generator),
        Double.random(in: -size...size, using: &generator),
      ].sorted()
      let count = Int.random(in: 2...9, using: &generator)
      let scale = ValueScale(from: pair[0], to: pair[1], ticks: count)
      var mantissa = scale.step
      while mantissa >= 9.999 { mantissa /= 10 }
      while mantissa < 0.999 { mantissa *= 10 }
      #expect([1.0, 2, 5].contains { abs($0 - mantissa) < 1e-6 }, "\(scale.step)")
      #expect(scale.low <= pair[0] && pair[1] <= scale.high)
      #expect(scale.high - scale.low < (pair[1] - pair[0]) * 3 + 2 * scale.step)
      #expect((2...2 * count + 3).contains(scale.ticks.count))
    }
  }
}
