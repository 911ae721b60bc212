import Catalogue
import Engine
import Periods
import Reports

/// Measures how long drawings of many points take, in a terminal and on a page.
///
///     tradewind-bench charts
struct Drawings {
  private static let count = 10_000
  private static let runs = 21

  /// Prints the median of each form in milliseconds; the goal is 20.
  static func run() {
    for form in ["line", "area", "bars", "scatter"].compactMap(ChartForm.init) {
      let answer = form == .scatter ? relation : series
      let terminal = median {
        var options = TextChartOptions()
        options.width = 120
        return Chart(answer, as: form)?.text(options).lines.count ?? 0
      }
      let page = median { svgChart(answer, as: form)?.utf8.count ?? 0 }
      print("\(form.rawValue): \(count) points, terminal \(terminal), page \(page)")
    }
  }

  private static func median(_ work: () -> Int) -> String {
    let clock = ContinuousClock()
    var times: [Duration] = []
    var size = 0
    for _ in 0..<runs { times.append(clock.measure { size = work() }) }
    times.sort()
    let tenths = times[runs / 2].components.attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms (\(size))"
  }

  private static var cells: [Cell] {
    (0..<count).map { i in Cell(Double(i % 97) + Double(i) / 50 - 60) }
  }

  private static var series: Answer {
    let points = cells.enumerated().map { i, cell in
      Points.Point(period: Period(Month(index: 12_000 + i)), cell: cell)
    }
    let series = Points(points, unit: .percent, frequency: .monthly, hasWindow: true)
    return Answer(reading: "series", content: .series(series))
  }

  private static var relation: Answer {
    let table = Table([
      Table.Column("day", values: (0..<count).map { .label("\($0)") }),
      Table.Column("x", unit: .percent, values: cells.map { .cell($0) }),
      Table.Column("y", unit: .percent, values: cells.reversed().map { .cell($0) }),
    ])
    return Answer(reading: "relation", content: .table(table))
  }
}
