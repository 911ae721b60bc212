import Guidance
import Periods

/// Where a piece of syntax stands in the input; it takes no part in equality.
package struct Location: Hashable, Sendable {
  package var span: SourceSpan

  package init(_ span: SourceSpan) { self.span = span }

  package static func == (left: Location, right: Location) -> Bool { true }

  package func hash(into hasher: inout Hasher) {}

  package func joined(_ other: Location) -> Location { Location(span.joined(other.span)) }
}

/// A word by its canonical name, and where it was written.
package struct Name: Hashable, Sendable {
  package var text: String
  package var location: Location

  package init(_ text: String, at location: Location) {
    self.text = text
    self.location = location
  }

  package var span: SourceSpan { location.span }
}

/// A query: what to compute and how to show it.
package struct Query: Hashable, Sendable {
  package var expression: Expression
  package var presentation: Presentation

  package init(_ expression: Expression, presentation: Presentation = Presentation()) {
    self.expression = expression
    self.presentation = presentation
  }
}

/// How a result is shown: `as bars`, `sorted by exports desc`, `limit 10`, `with events`.
package struct Presentation: Hashable, Sendable {
  package var form: Name?
  package var sort: Sort?
  package var limit: Int?
  package var additions: [Addition] = []

  package var extras: [Extra] { additions.map(\.extra) }

  /// An extra and where it is asked for.
  package struct Addition: Hashable, Sendable {
    package var extra: Extra
    package var location: Location
  }

  package struct Sort: Hashable, Sendable {
    package var column: Name
    package var descending: Bool
  }

  package enum Extra: String, CaseIterable, Hashable, Sendable {
    case total, share, chart, interval
    /// Dated events, marked in a chart and listed below a table.
    case events
    /// The line of least squares through a scatter.
    case fit
  }

  package init() {}
}

/// What is computed, from a single phrase up to comparisons of sums.
package indirect enum Expression: Hashable, Sendable {
  case phrase(Phrase)
  case negative(Expression, Location)
  case arithmetic(Arithmetic, Expression, Expression, Location)
  case comparison(Comparison)
  /// Columns side by side, two at the least.
  case versus([Expression])
  case not(Expression, Location)
  case both(Expression, Expression)
  case either(Expression, Expression)

  package enum Arithmetic: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case power = "^"
  }

  package struct Comparison: Hashable, Sendable {
    package var relation: Relation
    package var left: Expression
    package var right: Expression
    package var tolerance: Quantity?
    /// Where the sign stands.
    package var location: Location
  }

  package enum Relation: String, Hashable, Sendable {
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case about = "≈"
  }
}

/// A head with all that narrows, groups and transforms it: `exports to US yoy since 2024`.
///
/// Qualifiers form a set, each kind at most once; transforms keep the order in which they stand.
package struct Phrase: Hashable, Sendable {
  package var head: Head
  package var qualifiers = Qualifiers()
  package var transforms: [TransformCall] = []
  package var location: Location

  package init(_ head: Head, at location: Location) {
    self.head = head
    self.location = location
  }

  package var span: SourceSpan { location.span }
}

package indirect enum Head: Hashable, Sendable {
  /// A measure, of a reporter where one is named: `exports`, `Vietnam exports`.
  case measure(Name, reporter: Name?)
  case variable(Name)
  case quantity(Quantity)
  /// `_`, the last answer, or `_3`, the answer of entry 3.
  case answer(Int?)
  case hole
  case group(Expression)
  case call(Name, [Expression])
  case share(Share)
  case ranking(Ranking)
  case contributions(Contributions)
  case aggregate(Name, Phrase)
  /// A partner or product by itself, as a defined function takes it: `share_to(US)`.
  case member(Name)
}

/// `share of PART in WHOLE`; the whole may be left to the rule that drops the partner.
package struct Share: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    case phrase(Phrase)
    /// Members of a dimension: `share of US in exports`.
    case places([Name])
    case products([Name])
  }

  package var part: Part
  package var whole: Phrase?
}

/// `top 5 partners by exports 2025`.
package struct Ranking: Hashable, Sendable {
  package var fromTop: Bool
  package var count: Int?
  package var dimension: Name
  package var key: Expression
}

/// `contributions to exports yoy by partner`, `contribution of US to exports yoy`.
package struct Contributions: Hashable, Sendable {
  package var of: Name?
  package var to: Phrase
}

/// A transform with what it takes.
package struct TransformCall: Hashable, Sendable {
  package var name: Name
  package var argument: Argument
  /// Where it stands with its argument.
  package var location: Location

  package init(_ name: Name, _ argument: Argument = .none) {
    self.name = name
    self.argument = argument
    location = name.location
  }

  package enum Argument: Hashable, Sendable {
    case none
    /// How growth is expressed: `yoy %`, `yoy pp`, `change yoy`.
    case expressed(Expressed)
    case count(Int)
    case span(Span)
    case spans(Span, Span)
    case rolling(Span, aggregate: Name)
    case base(Period, level: Double)
    case range(Period, Period)
    /// A method in parentheses or a measure after `using`.
    case name(Name)
  }

  package enum Expressed: String, Hashable, Sendable {
    case percent = "%"
    case points = "pp"
    case change
  }
}
