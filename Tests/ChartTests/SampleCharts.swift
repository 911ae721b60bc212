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
  case slope, scatter, manyPoints, letters, stackedColumns

  var answer: Answer {
    switch self {
    case .line: reply("exports", .series(months(from: 2023, levels(30, gap: 12, derived: 29))))
    case .lines: reply("exports to US, ASEAN, EU", .table(partners(count: 30)))
    case .events:
      reply("exports yoy", .series(change(months(from: 2018, rates(60)))), SampleChart.someEvents)
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
    case .slope: reply("exports by partner 2018 vs 2025", .table(twoDates))
    case .scatter: fitted(reply("exports yoy vs pmi", .table(related(24))))
    case .manyPoints: reply("exports yoy vs pmi", .table(related(120)))
    case .letters:
      reply("exports yoy", .series(change(months(from: 2024, rates(20)))), SampleChart.manyEvents)
    case .stackedColumns: reply("exports to US, ASEAN, EU", .table(partners(count: 20, derived: 4)))
    }
  }

  /// The form asked for; nil: the one that is chosen.
  var form: String? {
    switch self {
    case .columns, .manyColumns, .grouped: "bars"
    case .area: "area"
    case .stacked, .stackedMonths, .stackedColumns: "stacked"
    case .manyPoints: "scatter"
    case .calendar: "heatmap"
    case .events: "line"
    default: nil
    }
  }

  static let someEvents = [
    Event(name: "covid", start: day("2020-01-23"), end: day("2021-06-08"), source: ""),
    Event(name: "phase one deal", start: day("2018-11-15"), source: ""),
  ]

  /// More events than there is room for their names.
  static let manyEvents =
    (1...9).map { Event(name: "announcement \($0)", start: day("2024-0\($0)-11"), source: "") }
    + [Event(name: "surcharge", start: day("2024-03-01"), end: day("2024-07-24"), source: "")]
}
