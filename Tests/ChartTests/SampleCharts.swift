import Catalogue
import Engine
import Periods
import TestKit

/// Answers to be drawn, with figures made up for the purpose.
enum SampleChart: String, CaseIterable {
  case line, lines, events, forecast
  case years, growth, rank, grouped, columns, manyColumns
  case area, stacked, stackedMonths, shares
  case members, calendar, multiples

  var answer: Answer {
    switch self {
    case .line: reply("exports", .series(months(from: 2023, levels(30, gap: 12, derived: 29))))
    case .lines: reply("exports to US, ASEAN, EU", .table(partners(count: 30)))
    case .events: reply("exports yoy", .series(change(months(from: 2018, rates(60)))))
    case .forecast: reply("exports forecast", .series(months(from: 2023, projected)))
    case .years: reply("exports by year", .series(yearly))
    case .growth: reply("exports yoy in 2024", .series(change(months(from: 2024, rates(12)))))
    case .rank: reply("exports by partner 2025", .table(ranking))
    case .grouped: reply("exports vs imports by year", .table(beside))
    case .columns: reply("surplus", .series(months(from: 2021, balance(40))))
    case .manyColumns: reply("surplus", .series(months(from: 2010, balance(180))))
    case .area: reply("surplus", .series(months(from: 2021, balance(40))))
    case .stacked: reply("exports to US, ASEAN, EU", .table(partners(count: 12)))
    case .stackedMonths: reply("exports to US, ASEAN, EU", .table(partners(count: 30)))
    case .shares: reply("share of US, ASEAN, rest in exports by year", .table(wholes))
    case .members: reply("exports by partner, quarter", .table(quarterly))
    case .calendar: reply("exports yoy", .series(change(months(from: 2020, rates(50)))))
    case .multiples: reply("exports by partner", .table(several))
    }
  }

  /// The form asked for; nil: the one that is chosen.
  var form: String? {
    switch self {
    case .columns, .manyColumns, .grouped: "bars"
    case .area: "area"
    case .stacked, .stackedMonths: "stacked"
    case .calendar: "heatmap"
    case .events: "line"
    default: nil
    }
  }

  var events: [Event] {
    guard self == .events else { return [] }
    return [
      Event(name: "covid", start: day("2020-01-23"), end: day("2021-06-08"), source: ""),
      Event(name: "phase one deal", start: day("2018-11-15"), source: ""),
    ]
  }
}

// MARK: Figures

private let bn = 1e9

private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

private func reply(_ reading: String, _ content: Answer.Content) -> Answer {
  var answer = Answer(reading: reading, content: content)
  answer.description = [reading, "FOB"]
  answer.issuers = ["China Customs (GACC)"]
  return answer
}

private func months(from year: Int, _ cells: [Cell]) -> Points {
  let first = Month(year: year, month: 1)
  let points = cells.enumerated().map { i, cell in
    Points.Point(period: Period(first + i), cell: cell)
  }
  return Points(points, unit: .money(.usd), frequency: .monthly, hasWindow: true)
}

private func change(_ points: Points) -> Points {
  var points = points
  points.unit = .percent
  points.isChange = true
  return points
}

/// Values that rise with a season, the same on every run.
private func levels(_ count: Int, gap: Int? = nil, derived: Int? = nil, scale: Double = 1)
  -> [Cell]
{
  var generator = SeededGenerator(seed: 7)
  return (0..<count).map { i in
    let season = i % 12 == 1 ? -55.0 : Double(i % 12)
    let value =
      (280 + Double(i) * 3 + season + Double.random(in: -8...8, using: &generator)) * scale
    return i == gap
      ? .missing(.notReported) : Cell(value * bn, state: i == derived ? .derived : .ok)
  }
}

private var projected: [Cell] {
  levels(24).enumerated().map { i, cell in Cell(cell.value, state: i >= 18 ? .provisional : .ok) }
}

private func rates(_ count: Int) -> [Cell] {
  var generator = SeededGenerator(seed: 3)
  return (0..<count).map { i in
    i == 24 ? Cell(61.4) : Cell(4 + Double.random(in: -14...12, using: &generator))
  }
}

private func balance(_ count: Int) -> [Cell] {
  var generator = SeededGenerator(seed: 5)
  return (0..<count).map { i in
    Cell((i % 12 == 1 ? -30 : 40 + Double(i) / 3 + .random(in: -9...9, using: &generator)) * bn)
  }
}

private var yearly: Points {
  let values = [2_273.4, 2_097.6, 2_263.2, 2_486.6, 2_499.4, 2_589.9, 3_357.2, 3_544.5, 2_924.3]
  let points = values.enumerated().map { i, value in
    Points.Point(
      period: Period(year: 2018 + i),
      cell: Cell(value * bn, state: i == 3 ? .derived : .ok),
      through: i == 8 ? Month(year: 2026, month: 8) : nil
    )
  }
  return Points(points, unit: .money(.usd), frequency: .annual, hasWindow: true)
}

private func timeColumn(_ periods: [Period]) -> Table.Column {
  Table.Column("period", values: periods.map { .period($0, through: nil) })
}

private func partners(count: Int) -> Table {
  let periods = (0..<count).map { Period(Month(year: 2023, month: 1) + $0) }
  let scales = [("US", 0.14), ("ASEAN", 0.17), ("EU", 0.15)]
  return Table(
    [timeColumn(periods)]
      + scales.enumerated().map { i, part in
        Table.Column(
          part.0,
          unit: .money(.usd),
          values: levels(count, gap: i == 2 ? 5 : nil, scale: part.1).enumerated().map {
            .cell(Cell(i == 0 ? $1.value * (1 - Double($0) / 60) : $1.value, state: $1.state))
          }
        )
      }
  )
}

private var ranking: Table {
  let names = ["ASEAN", "EU", "United States of America", "日本", "<b>&\"Co\"</b>"]
  let values = [666.3, 559.9, 420.1, 157.3, -12.5]
  return Table([
    Table.Column("partner", values: names.map { .label($0) }),
    Table.Column("exports", unit: .money(.usd), values: values.map { .cell(Cell($0 * bn)) }),
    Table.Column("share", unit: .percent, values: values.map { .cell(Cell($0 / 20)) }),
  ])
}

private var beside: Table {
  let periods = (2022...2025).map { Period(year: $0) }
  func column(_ name: String, _ values: [Double]) -> Table.Column {
    Table.Column(name, unit: .money(.usd), values: values.map { .cell(Cell($0 * bn)) })
  }
  return Table([
    timeColumn(periods), column("exports", [3_544.5, 3_379, 3_575.8, 3_770.2]),
    column("imports", [2_706.5, 2_556.9, 2_583.2, 2_590.1]),
  ])
}

private var wholes: Table {
  let periods = (2017...2025).map { Period(year: $0) }
  let us = periods.indices.map { 19.0 - Double($0) }
  let asean = periods.indices.map { 12.0 + Double($0) / 2 }
  let rest = zip(us, asean).map { 100 - $0 - $1 }
  return Table(
    [timeColumn(periods)]
      + [("US", us), ("ASEAN", asean), ("rest", rest)].map { name, values in
        Table.Column(name, unit: .percent, values: values.map { .cell(Cell($0)) })
      }
  )
}

private let partnerNames = ["ASEAN", "EU", "US", "Latin America", "Africa", "Japan"]

private var quarterly: Table {
  let quarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2"]
  return Table(
    [Table.Column("partner", values: (partnerNames + ["rest of world"]).map { .label($0) })]
      + quarters.enumerated().map { q, name in
        Table.Column(
          name,
          unit: .money(.usd),
          values: (0..<7).map { row in
            row == 5 && q > 3
              ? .cell(.missing(.notReported))
              : .cell(Cell(Double(row == 6 ? 700 : 140 - row * 22 + q * 9) * bn))
          }
        )
      }
  )
}

private var several: Table {
  let periods = (0..<24).map { Period(Month(year: 2024, month: 1) + $0) }
  return Table(
    [timeColumn(periods)]
      + partnerNames.enumerated().map { i, name in
        Table.Column(
          name,
          unit: .money(.usd),
          values: levels(24, gap: i == 1 ? 4 : nil, scale: 0.2 - Double(i) * 0.03)
            .map { .cell($0) }
        )
      }
  )
}
