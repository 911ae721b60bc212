import Engine
import Foundation
import Testing

@testable import Reports

/// Every form as it was looked at and found good; `RECORD=1` writes the files anew and fails.
@Suite("Charts look as they were recorded")
struct GoldenTests {
  @Test("in a terminal of 80 columns", arguments: SampleChart.allCases)
  func terminal(_ sample: SampleChart) throws {
    try compare(drawing(sample, width: 80), with: "\(sample.rawValue).txt")
  }

  @Test("in a terminal of 40 columns", arguments: SampleChart.allCases)
  func narrowTerminal(_ sample: SampleChart) throws {
    try compare(drawing(sample, width: 40), with: "\(sample.rawValue)-40.txt")
  }

  @Test("with blocks where the font has no braille", arguments: [SampleChart.lines, .manyColumns])
  func blocks(_ sample: SampleChart) throws {
    let text = try drawing(sample, width: 60, raster: .blocks)
    try compare(text, with: "\(sample.rawValue)-blocks.txt")
  }

  @Test("on a page", arguments: SampleChart.allCases)
  func page(_ sample: SampleChart) throws {
    try compare(chart(of: sample).svg(), with: "\(sample.rawValue).svg")
  }

  @Test(
    "on a narrow page",
    arguments: [SampleChart.lines, .years, .members, .multiples, .slope, .scatter]
  )
  func narrowPage(_ sample: SampleChart) throws {
    try compare(chart(of: sample).svg(width: 360), with: "\(sample.rawValue)-360.svg")
  }

  @Test("within a page, with the figures as a table")
  func embedded() throws {
    let html = try #require(htmlChart(SampleChart.rank.answer))
    try compare(html, with: "rank.html")
  }

  // MARK: Files

  private func drawing(
    _ sample: SampleChart,
    width: Int,
    raster: DotCanvas.Raster = .braille
  ) throws -> String {
    var options = TextChartOptions()
    options.width = width
    options.raster = raster
    return PlainPainter().paint(try chart(of: sample).text(options))
  }

  private func compare(_ text: String, with name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "\(name) differs")
  }
}

/// The chart of a sample in the form that it asks for.
func chart(of sample: SampleChart) throws -> Chart {
  let form = sample.form.flatMap(ChartForm.init)
  return try #require(Chart(sample.answer, as: form))
}
