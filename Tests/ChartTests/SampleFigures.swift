import Catalogue
import Engine
import Language
import Periods
import TestKit

// Figures made up for the purpose, the same on every run.

let bn = 1e9

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

func fitted(_ answer: Answer) -> Answer {
  var answer = answer
  answer.extras.insert(.fit)
  return answer
}

func reply(
  _ reading: String,
  _ content: Answer.Content,
  _ events: [Event] = []
) -> Answer {
  var answer = Answer(reading: reading, content: content)
  answer.description = [reading, "FOB"]
  answer.issuers = ["China Customs (GACC)"]
  answer.events = events
  if !events.isEmpty { answer.extras = [.events] }
  return answer
}

func months(from year: Int, _ cells: [Cell]) -> Points {
  let first = Month(year: year, month: 1)
  let points = cells.enumerated().map { i, cell in
    Points.Point(period: Period(first + i), cell: cell)
  }
  return Points(points, unit: .money(.usd), frequency: .monthly, hasWindow: true)
}

func change(_ points: Points) -> Points {
  var points = points
  points.unit = .percent
  points.isChange = true
  return points
}

/// Values that rise with a season, the same on every run.
func levels(_ count: Int, gap: Int? = nil, derived: Int? = nil, scale: Double = 1)
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

var projected: [Cell] {
  levels(24).enumerated().map { i, cell in Cell(cell.value, state: i >= 18 ? .provisional : .ok) }
}

func rates(_ count: Int) -> [Cell] {
  var generator = SeededGenerator(seed: 3)
  return (0..<count).map { i in
    i == 24 ? Cell(61.4) : Cell(4 + Double.random(in: -14...12, using: &generator))
  }
}

func balance(_ count: Int) -> [Cell] {
  var generator = SeededGenerator(seed: 5)
  return (0..<count).map { i in
    Cell((i % 12 == 1 ? -30 : 40 + Double(i) / 3 + .random(in: -9...9, using: &generator)) * bn)
  }
}

var yearly: Points {
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

func timeColumn(_ periods: [Period]) -> Table.Column {
  Table.Column("period", values: periods.map { .period($0, through: nil) })
}

func partners(count: Int, derived: Int? = nil) -> Table {
  let periods = (0..<count).map { Period(Month(year: 2023, month: 1) + $0) }
  let scales = [("US", 0.14), ("ASEAN", 0.17), ("EU", 0.15)]
  return Table(
    [timeColumn(periods)]
      + scales.enumerated().map { i, part in
        Table.Column(
          part.0,
          unit: .money(.usd),
          values: levels(count, gap: i == 2 ? 5 : nil, derived: derived, scale: part.1).enumerated()
            .map {
              .cell(Cell(i == 0 ? $1.value * (1 - Double($0) / 60) : $1.value, state: $1.state))
            }
        )
      }
  )
}

var ranking: Table {
  let names = ["ASEAN", "EU", "United States of America", "日本", "<b>&\"Co\"</b>"]
  let values = [666.3, 559.9, 420.1, 157.3, -12.5]
  return Table([
    Table.Column("partner", values: names.map { .label($0) }),
    Table.Column("exports", unit: .money(.usd), values: values.map { .cell(Cell($0 * bn)) }),
    Table.Column("share", unit: .percent, values: values.map { .cell(Cell($0 / 20)) }),
  ])
}

var beside: Table {
  let periods = (2022...2025).map { Period(year: $0) }
  func column(_ name: String, _ values: [Double]) -> Table.Column {
    Table.Column(name, unit: .money(.usd), values: values.map { .cell(Cell($0 * bn)) })
  }
  return Table([
    timeColumn(periods), column("exports", [3_544.5, 3_379, 3_575.8, 3_770.2]),
    column("imports", [2_706.5, 2_556.9, 2_583.2, 2_590.1]),
  ])
}

var wholes: Table {
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

let partnerNames = ["ASEAN", "EU", "US", "Latin America", "Africa", "Japan"]

var quarterly: Table {
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

var several: Table {
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

/// What members had in two years; one of them lacks the first.
var twoDates: Table {
  func column(_ year: Int, _ values: [Double?]) -> Table.Column {
    Table.Column(
      "exports by partner \(year)",
      unit: .money(.usd),
      values: values.map {
        .cell($0.map { Cell($0 * bn, state: $0 < 120 ? .derived : .ok) } ?? .missing(.notLoaded))
      },
      period: Period(year: year)
    )
  }
  return Table([
    Table.Column("partner", values: partnerNames.map { .label($0) }),
    column(2018, [319.2, 408.6, 478.4, 148.8, nil, 147.1]),
    column(2025, [666.3, 559.9, 420.1, 297.4, 225.0, 157.3]),
  ])
}

/// Two quantities of different units over the same months.
func related(_ count: Int) -> Table {
  var generator = SeededGenerator(seed: 13)
  let periods = (0..<count).map { Period(Month(year: 2016, month: 1) + $0) }
  let growth = rates(count)
  return Table([
    timeColumn(periods),
    Table.Column("exports yoy", unit: .percent, values: growth.map { .cell($0) }, isChange: true),
    Table.Column(
      "pmi",
      unit: .index(""),
      values: growth.enumerated().map { i, cell in
        .cell(
          Cell(
            50 + cell.value / 12 + .random(in: -1.5...1.5, using: &generator),
            state: i % 9 == 4 ? .derived : .ok
          )
        )
      }
    ),
  ])
}
