import Catalogue
import Engine
import Guidance
import Periods
import Testing

@testable import Reports

@Suite("Charts suit their figures and their place")
struct ChartLayoutTests {
  @Test("no line is wider than the page", arguments: SampleChart.allCases)
  func widths(_ sample: SampleChart) throws {
    let chart = try chart(of: sample)
    for width in 40...130 {
      var options = TextChartOptions()
      options.width = width
      for line in chart.text(options).lines { #expect(line.width <= width) }
    }
  }

  @Test(
    "bars are followed by their values in full",
    arguments: [SampleChart.years, .growth, .rank, .grouped]
  )
  func barValues(_ sample: SampleChart) throws {
    let chart = try chart(of: sample)
    for width in 40...130 {
      var options = TextChartOptions()
      options.width = width
      let text = chart.text(options).plainLines.joined(separator: "\n") + "\n"
      for value in chart.values.compactMap(\.self) {
        let number = chart.format.text(value)
        #expect(
          text.contains("\(number)\n") || value < 0 && text.contains(" \(number) "),
          "\(width) \(number)"
        )
      }
    }
  }

  @Test("a drawing ends with the digest of its data", arguments: SampleChart.allCases)
  func digest(_ sample: SampleChart) throws {
    let last = try #require(try chart(of: sample).text().plainLines.last)
    #expect(last.hasPrefix("⟦") && last.contains(" pts, "))
  }

  @Test("what is left of the world is not a member of a heat map")
  func rest() throws {
    let chart = try chart(of: .members)
    #expect(!chart.series.contains { $0.name == "rest of world" })
    #expect(chart.remarks == ["without the rest of world"])
  }

  @Test("a stack is drawn only where all of its parts are known")
  func torso() throws {
    let chart = try chart(of: .stacked)
    #expect(chart.series.allSatisfy { $0.points[5].value == nil })
    #expect(chart.remarks == ["a part is not known: 2023-06"])
  }

  @Test("numbers, spells, checks and text have no picture")
  func none() {
    let scalar = Scalar(Cell(1), unit: .percent, period: nil)
    #expect(Chart(Answer(reading: "a", content: .scalar(scalar))) == nil)
    #expect(Chart(Answer(reading: "a", content: .text(["b"]))) == nil)
    #expect(svgChart(Answer(reading: "a", content: .text(["b"]))) == nil)
    let empty = Points([], unit: .percent, frequency: .monthly, hasWindow: true)
    #expect(Chart(Answer(reading: "a", content: .series(empty))) == nil)
  }

  @Test("text from data cannot become markup")
  func escapes() throws {
    var answer = SampleChart.rank.answer
    answer.description = ["</title><script>alert(1)</script>\u{1B}[31m"]
    for markup in [try #require(svgChart(answer)), try #require(htmlChart(answer))] {
      #expect(!markup.contains("<script") && !markup.contains("<b>"))
      #expect(!markup.contains("\u{1B}"))
    }
  }

  @Test("the writers of the forms are found by name")
  func names() {
    for name in ChartForm.allCases.map(\.rawValue) + ["chart", "svg"] {
      #expect(writer(named: name)?.entry.name == name)
    }
    let page = Page(input: "q", width: 60)
    let lines = BarsWriter.text(of: SampleChart.years.answer, on: page).plainLines
    #expect(lines.first == "exports by year · FOB · USD bn")
    #expect(lines.last?.hasPrefix("⟦9 pts") == true)
  }

  @Test("ten thousand points are drawn in a moment")
  func many() throws {
    let cells = (0..<10_000).map { Cell(Double($0 % 97)) }
    let points = cells.enumerated().map { i, cell in
      Points.Point(period: Period(Month(index: 12_000 + i)), cell: cell)
    }
    let series = Points(points, unit: .index(""), frequency: .monthly, hasWindow: true)
    let answer = Answer(reading: "x", content: .series(series))
    let clock = ContinuousClock()
    for form in [ChartForm.line, .bars, .area] {
      var lines: [String] = []
      let terminal = try clock.measure {
        lines = try #require(Chart(answer, as: form)).text().plainLines
      }
      let page = try clock.measure { _ = try #require(svgChart(answer, as: form)) }
      #expect(lines.last == "⟦10000 pts, 0.0..96.0⟧")
      // Generous, for unoptimised builds on busy machines; Docs/Charts.md has the release figure.
      #expect(terminal < .seconds(3) && page < .seconds(3))
    }
  }
}
