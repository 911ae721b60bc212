import Catalogue
import Engine
import Periods
import Testing

@testable import Reports

@Suite("A chart has a form that fits its figures")
struct FormTests {
  static let choices: [(SampleChart, ChartForm)] = [
    (.line, .line), (.lines, .line), (.years, .bars), (.growth, .bars), (.rank, .bars),
    (.grouped, .bars), (.shares, .stacked), (.members, .heatmap), (.multiples, .multiples),
    (.slope, .slope), (.scatter, .scatter),
  ]

  @Test("which is chosen by their kind", arguments: choices)
  func chosen(_ sample: SampleChart, _ form: ChartForm) throws {
    #expect(try #require(Chart(sample.answer)).form == form)
  }

  @Test("every form is drawn where nothing speaks against it", arguments: SampleChart.allCases)
  func fits(_ sample: SampleChart) throws {
    for form in ChartForm.allCases {
      let chart = try #require(Chart(sample.answer, as: form))
      let isArea = form == .area && chart.form == .stacked
      if objection(to: form, for: sample.answer) == nil { #expect(chart.form == form || isArea) }
      #expect(!chart.text().lines.isEmpty)
      #expect(chart.svg().hasSuffix("</svg>\n"))
    }
  }

  @Test("a form that would lie is refused, and what fits instead is named")
  func refused() throws {
    let line = try #require(objection(to: .line, for: SampleChart.rank.answer))
    #expect(line.reason.contains("names") && line.fitting == [.bars, .heatmap])
    let stack = try #require(objection(to: .stacked, for: SampleChart.growth.answer))
    #expect(stack.fitting.first == .bars && !stack.fitting.contains(.stacked))
    let scatter = try #require(objection(to: .scatter, for: SampleChart.lines.answer))
    #expect(scatter.reason.hasSuffix("these are 3"))
    let slope = try #require(objection(to: .slope, for: SampleChart.rank.answer))
    #expect(slope.reason.contains("none"))
  }

  @Test("what is refused is drawn by none of the writers either", arguments: SampleChart.allCases)
  func alternatives(_ sample: SampleChart) throws {
    for form in ChartForm.allCases {
      guard let (_, fitting) = objection(to: form, for: sample.answer) else { continue }
      #expect(!fitting.isEmpty && !fitting.contains(form))
      for other in fitting { #expect(objection(to: other, for: sample.answer) == nil) }
    }
  }

  @Test("one number has no picture")
  func number() throws {
    let answer = Answer(
      reading: "a",
      content: .scalar(Scalar(Cell(1), unit: .percent, period: nil))
    )
    #expect(try #require(objection(to: nil, for: answer)).fitting.isEmpty)
  }

  @Test("a slope keeps the members that have both figures, and says which lack one")
  func slope() throws {
    let chart = try #require(Chart(SampleChart.slope.answer))
    #expect(chart.axis.positions.map(\.label) == ["2018", "2025"])
    #expect(chart.series.map(\.name) == ["ASEAN", "EU", "US", "Latin America", "Japan"])
    #expect(chart.remarks == ["without Africa: a figure is not known"])
    #expect(!chart.rises(2) && chart.rises(0))
  }

  @Test("columns in another unit are not drawn on the same axis")
  func units() throws {
    var answer = SampleChart.lines.answer
    guard case .table(var table) = answer.content else { return }
    let rates = Array(repeating: Table.Value.cell(Cell(7)), count: table.rowCount)
    table.columns.append(Table.Column("rate", unit: .percent, values: rates))
    answer.content = .table(table)
    let chart = try #require(Chart(answer, as: .line))
    #expect(chart.series.count == 3)
    #expect(chart.remarks.contains("without rate: another unit"))
  }

  /// Checked against numpy 2.4.6: `polyfit(x, y, 1)` and `corrcoef(x, y)[0, 1] ** 2`.
  @Test("the line of least squares is that of numpy")
  func fit() throws {
    let x = [1.0, 2, 3.5, 4, 7, 9.25]
    let y = [2.1, 3.9, 7.4, 6.8, 15.2, 17.7]
    let fit = try #require(Chart.Fit(zip(x, y).map { (x: $0, y: $1) }))
    #expect(abs(fit.slope - 1.9852392190517065) < 1e-12)
    #expect(abs(fit.intercept - (-0.0008581849388505542)) < 1e-12)
    #expect(abs(fit.rSquared - 0.9812180869489338) < 1e-12)
    #expect(Chart.Fit([(1, 2), (1, 3), (1, 4)]) == nil)
    let chart = try #require(Chart(SampleChart.manyPoints.answer, as: .scatter))
    #expect(chart.fit == nil)
  }

  @Test("the points that are named are the extremes first")
  func telling() throws {
    let chart = try #require(Chart(SampleChart.manyPoints.answer, as: .scatter))
    let xs = try #require(chart.horizontal).points.map { $0.value ?? 0 }
    let named = chart.telling(atMost: 6)
    #expect(named.count == 6 && Set(named).count == 6)
    let highest = try #require(xs.indices.max { xs[$0] < xs[$1] })
    #expect(named.contains(highest) && named.contains(119))
  }
}
