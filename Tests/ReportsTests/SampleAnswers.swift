import Catalogue
import Engine
import Periods

/// Answers as the engine gives them, with figures made up for the purpose.
enum Sample {
  static let bn = 1e9

  static let source = Source(
    id: "s001",
    publisher: "Customs",
    address: "https://example.org/a"
  )

  static func month(_ year: Int, _ month: Int) -> Period {
    Period(Month(year: year, month: month))
  }

  static func answer(_ reading: String, _ content: Answer.Content) -> Answer {
    Answer(reading: reading, content: content)
  }

  static var surplus: Answer {
    let cell = Cell(1_075.9 * bn, published: Day("2025-12-08"), sources: SourceSet([0]))
    let comparison = Scalar.Comparison(label: "a year earlier", cell: Cell(884.72 * bn))
    let period = Period(from: Month(year: 2025, month: 1), through: Month(year: 2025, month: 11))
    var answer = Answer(
      reading: "surplus ytd 2025-11 as of 2025-12-08",
      description: ["surplus year to date", "Jan–Nov 2025", "as of 2025-12-08"],
      content: .scalar(
        Scalar(cell, unit: .money(.usd), period: period, comparison: comparison)
      )
    )
    answer.context = ["the highest for January to November since the data begin in 2015"]
    answer.notes = [
      Note("nominal-values", "values are nominal"), Note("a", "first"), Note("b", "second"),
    ]
    answer.sources = [source]
    return answer
  }

  static var growth: Answer {
    var scalar = Scalar(Cell(-28.6), unit: .percent, period: month(2025, 11))
    scalar.isChange = true
    scalar.comparison = Scalar.Comparison(label: "a year earlier", cell: Cell(8.04))
    return answer("exports to US yoy 2025-11", .scalar(scalar))
  }

  static func series(_ values: [Double?], hasWindow: Bool = false) -> Points {
    let first = Month(year: 2025, month: 1)
    let points = values.enumerated().map { i, value in
      Points.Point(
        period: Period(first + i),
        cell: value.map { Cell($0 * bn) } ?? .missing(.combined)
      )
    }
    return Points(points, unit: .money(.usd), frequency: .monthly, hasWindow: hasWindow)
  }

  static let exports: [Double?] = [
    325.3, nil, 313.9, 315.7, 316.1, 325.2, 321.8, 321.8, 328.6, 305.4, 330.35, 357.8, 356.6, 299.8,
    321.0,
  ]

  static var table: Table {
    Table(
      [
        Table.Column("partner", values: ["US", "ASEAN", "南朝鮮"].map { .label($0) }),
        Table.Column(
          "exports",
          unit: .money(.usd),
          values: [33.8, 57.5, -0.04].map { .cell(Cell($0 * bn)) }
        ),
        Table.Column(
          "share",
          unit: .percent,
          values: [.cell(Cell(10.2)), .cell(Cell(17.4)), .cell(.missing(.notReported))]
        ),
      ],
      total: [.label("total"), .cell(Cell(91.26 * bn)), .cell(Cell(27.6))]
    )
  }

  static var spells: Spells {
    let spell = Spells.Spell(
      first: month(2025, 4),
      last: month(2025, 11),
      length: 8,
      start: Cell(49.0),
      extreme: Cell(48.9),
      extremePeriod: month(2025, 10),
      isOpen: true
    )
    return Spells(
      [spell],
      unit: .index(""),
      compared: 131,
      withoutValue: 2,
      frequency: .monthly
    )
  }

  static func check(holds: Bool) -> Check {
    Check(
      holds: holds,
      actual: Cell(1075.9 * bn),
      expected: Cell(1080 * bn),
      tolerance: 10 * bn,
      unit: .money(.usd),
      relation: "=",
      isExpectation: true
    )
  }
}
