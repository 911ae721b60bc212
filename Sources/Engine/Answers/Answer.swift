import Catalogue
import Guidance
import Language
import Periods

/// What a query gives: values, how the query was read, and what to know about them.
///
/// An answer holds no text laid out for a screen; writers and charts make that of it.
package struct Answer: Sendable {
  /// The query in canonical form.
  package var reading: String

  /// The reading in words, part by part: `exports to US`, `year on year`, `monthly`, `FOB`.
  package var description: [String]

  package var content: Content

  /// Sentences of context worth knowing, most telling first.
  package var context: [String] = []

  /// Numbers about the whole of an estimate: observations, R², tests.
  package var statistics: [Statistic] = []

  /// What to be careful about, most important first.
  package var notes: [Note] = []

  /// Where the figures were found.
  package var sources: [Source] = []

  /// Who made the figures: statistical offices, as far as the data set names them.
  package var issuers: [String] = []

  /// How the query asked to be shown; nil: as its kind is shown.
  package var form: String?

  /// What was asked for beside the figures: `with events`.
  package var extras: Set<Presentation.Extra> = []

  /// The events of the data, where the query asks for them.
  package var events: [Event] = []

  package enum Content: Sendable {
    case scalar(Scalar)
    case series(Points)
    case table(Table)
    case periods(Spells)
    case check(Check)
    /// Lines that are no figures: help, lists, steps of an explanation.
    case text([String])
  }

  package init(
    reading: String,
    description: [String] = [],
    content: Content
  ) {
    self.reading = reading
    self.description = description
    self.content = content
  }
}

/// A remark about an answer, with a stable code such as `small-base`.
package struct Note: Hashable, Sendable {
  package var code: String
  package var text: String

  package init(_ code: String, _ text: String) {
    self.code = code
    self.text = text
  }
}

/// A number about an estimate: by a name for programs, and in words.
package struct Statistic: Hashable, Sendable {
  /// A stable name such as `r2` or `durbin-watson`.
  package var name: String
  package var value: Double
  /// As it is read by people: `R² 0.812`.
  package var text: String

  package init(_ name: String, _ value: Double, _ text: String) {
    self.name = name
    self.value = value
    self.text = text
  }
}

/// One number, with the number that it is best compared with.
package struct Scalar: Sendable {
  package var cell: Cell
  package var unit: Unit
  /// Nil for numbers of no period, such as a correlation.
  package var period: Period?
  /// Through which month an incomplete period reaches; nil where the period is complete.
  package var through: Month?
  package var comparison: Comparison?
  /// True for growth and differences, which are written with their sign.
  package var isChange = false

  /// A neighbouring figure: the same period a year earlier.
  package struct Comparison: Sendable {
    package var label: String
    package var cell: Cell

    package init(label: String, cell: Cell) {
      self.label = label
      self.cell = cell
    }
  }

  package init(
    _ cell: Cell,
    unit: Unit,
    period: Period?,
    through: Month? = nil,
    comparison: Comparison? = nil
  ) {
    self.cell = cell
    self.unit = unit
    self.period = period
    self.through = through
    self.comparison = comparison
  }
}

/// A value for each of consecutive periods.
package struct Points: Sendable {
  package struct Point: Sendable {
    package var period: Period
    package var cell: Cell
    /// Through which month an incomplete period reaches; nil where the period is complete.
    package var through: Month?

    package init(period: Period, cell: Cell, through: Month? = nil) {
      self.period = period
      self.cell = cell
      self.through = through
    }
  }

  package var points: [Point]
  package var unit: Unit
  package var frequency: Frequency
  /// True where the query chose the window; without one a screen shows the latest points.
  package var hasWindow: Bool
  /// True for growth and differences, which are written with their sign.
  package var isChange = false

  package init(_ points: [Point], unit: Unit, frequency: Frequency, hasWindow: Bool) {
    self.points = points
    self.unit = unit
    self.frequency = frequency
    self.hasWindow = hasWindow
  }
}

/// Named columns of equal length.
package struct Table: Sendable {
  package struct Column: Sendable {
    package var name: String
    /// Nil for a column of labels.
    package var unit: Unit?
    package var values: Values
    /// True for growth and differences, which are written with their sign.
    package var isChange = false
    /// How many digits of each number count; nil: decimals by the unit, the same for all.
    package var significantDigits: Int?
    /// The period that all figures of the column are for; nil where rows differ in it.
    package var period: Period?
    /// Through which month an incomplete period reaches.
    package var through: Month?

    package init(
      _ name: String,
      unit: Unit? = nil,
      values: [Value],
      isChange: Bool = false,
      significantDigits: Int? = nil,
      period: Period? = nil,
      through: Month? = nil
    ) {
      self.significantDigits = significantDigits
      self.period = period
      self.through = through
      self.name = name
      self.unit = unit
      self.values = Values(values)
      self.isChange = isChange
    }

    package init(_ name: String, unit: Unit? = nil, values: Values, isChange: Bool = false) {
      self.name = name
      self.unit = unit
      self.values = values
      self.isChange = isChange
    }
  }

  package enum Value: Sendable {
    case label(String)
    case period(Period, through: Month?)
    case cell(Cell)
  }

  package var columns: [Column]
  /// True where the query chose the window; else a screen shows the latest rows of a time table.
  package var hasWindow: Bool
  /// One more row below the others, such as the total; one value a column.
  package var total: [Value]?

  package init(_ columns: [Column], hasWindow: Bool = true, total: [Value]? = nil) {
    self.columns = columns
    self.hasWindow = hasWindow
    self.total = total
  }

  package var rowCount: Int { columns.first?.values.count ?? 0 }
}

/// The spells in which a condition holds.
package struct Spells: Sendable {
  package struct Spell: Sendable {
    package var first: Period
    package var last: Period
    package var length: Int
    /// The value with which the spell began, and the most extreme one in it.
    package var start: Cell?
    package var extreme: Cell?
    package var extremePeriod: Period?
    /// True where the spell lasts to the end of the data.
    package var isOpen: Bool

    package init(
      first: Period,
      last: Period,
      length: Int,
      start: Cell? = nil,
      extreme: Cell? = nil,
      extremePeriod: Period? = nil,
      isOpen: Bool = false
    ) {
      self.first = first
      self.last = last
      self.length = length
      self.start = start
      self.extreme = extreme
      self.extremePeriod = extremePeriod
      self.isOpen = isOpen
    }
  }

  package var spells: [Spell]
  /// The unit of the compared series; nil where there is no single one.
  package var unit: Unit?
  /// Periods that were compared, and those of them that had no value to compare.
  package var compared: Int
  package var withoutValue: Int
  package var frequency: Frequency

  package init(
    _ spells: [Spell],
    unit: Unit?,
    compared: Int,
    withoutValue: Int,
    frequency: Frequency
  ) {
    self.spells = spells
    self.unit = unit
    self.compared = compared
    self.withoutValue = withoutValue
    self.frequency = frequency
  }
}

/// Whether an expectation or a comparison of two numbers holds.
package struct Check: Sendable {
  package var holds: Bool
  package var actual: Cell
  package var expected: Cell
  package var tolerance: Double
  package var unit: Unit
  package var relation: String
  /// True for `expect`, which fails a replay where it does not hold.
  package var isExpectation: Bool

  package init(
    holds: Bool,
    actual: Cell,
    expected: Cell,
    tolerance: Double,
    unit: Unit,
    relation: String,
    isExpectation: Bool = false
  ) {
    self.holds = holds
    self.actual = actual
    self.expected = expected
    self.tolerance = tolerance
    self.unit = unit
    self.relation = relation
    self.isExpectation = isExpectation
  }
}
