import Catalogue
import Engine
import Language
import Periods
import TestKit
import Testing

@testable import Reports

@Suite("Events are marked where they happened")
struct EventTests {
  private func layout(_ marks: [Chart.Mark], width: Int, rows: Int = 2) -> EventLayout {
    EventLayout(
      marks,
      atMost: rows,
      from: 0,
      to: Double(width),
      gap: 2,
      place: { Double($0.index % 1000) },
      width: { Double(displayWidth($0)) }
    )
  }

  @Test("names stand themselves where they do not collide")
  func names() {
    let marks = [
      Chart.Mark("one", start: Month(index: 5)), Chart.Mark("two", start: Month(index: 6)),
      Chart.Mark("three", start: Month(index: 20)),
    ]
    let layout = layout(marks, width: 60)
    #expect(layout.labels.map(\.text) == ["one", "two", "three"])
    #expect(layout.labels.map(\.row) == [0, 1, 0] && layout.key.isEmpty)
  }

  @Test("names never meet each other or the border")
  func collisions() {
    var generator = SeededGenerator(seed: 47)
    for _ in 0..<3000 {
      let width = Int.random(in: 30...160, using: &generator)
      let marks = (0..<Int.random(in: 1...40, using: &generator)).map { i in
        Chart.Mark(
          String(repeating: "x", count: Int.random(in: 3...24, using: &generator)) + "\(i)",
          start: Month(index: Int.random(in: 0..<width, using: &generator))
        )
      }
      let layout = layout(marks, width: width)
      for row in 0..<2 {
        var end = -2.0
        for label in layout.labels.filter({ $0.row == row }).sorted(by: { $0.start < $1.start }) {
          #expect(label.start >= end + 2)
          end = label.start + Double(label.text.count)
          #expect(end <= Double(width))
        }
      }
      // Every event is named: beside its mark, or in the key.
      let text = (layout.labels.map(\.text) + layout.key).joined(separator: " ")
      for mark in marks { #expect(text.contains(mark.name)) }
    }
  }

  @Test("spells are shaded and days marked, in the terminal and on a page")
  func shades() throws {
    let chart = try chart(of: .events)
    let text = chart.text().plainLines.joined(separator: "\n")
    #expect(text.contains("░") && text.contains("┊") && text.contains("phase one deal"))
    let svg = chart.svg()
    #expect(svg.contains("class=\"tw-shade\"") && svg.contains("tw-event"))
    #expect(svg.contains(">covid</text>"))
  }

  @Test("letters are explained below the drawing")
  func letters() throws {
    let lines = try chart(of: .letters).text().plainLines.joined(separator: " ")
    #expect(lines.contains("a 2024-01 announcement 1 · b 2024-02 announcement 2"))
    #expect(lines.contains("2024-03..2024-07 surcharge"))
  }

  @Test("forms without a place for events list them", arguments: [ChartForm.heatmap, .slope])
  func listed(_ form: ChartForm) throws {
    let chart = try #require(Chart(SampleChart.events.answer, as: form))
    #expect(chart.text().plainLines.contains { $0.hasPrefix("events: 2018-11 phase one deal") })
    #expect(chart.svg().contains("events: 2018-11 phase one deal"))
  }

  @Test("a time without events says so")
  func none() throws {
    var answer = SampleChart.line.answer
    answer.extras = [.events]
    answer.events = SampleChart.someEvents
    #expect(try #require(Chart(answer)).remarks.contains("no event is known in this time"))
  }
}
