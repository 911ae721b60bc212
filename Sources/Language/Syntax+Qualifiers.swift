import Guidance
import Periods

/// What narrows, converts, dates and groups a phrase, in no order.
package struct Qualifiers: Hashable, Sendable {
  package var partners: Partners?
  /// Products of `of`: groups that are summed, each a column of its own.
  package var products: [[Name]] = []
  package var excluding: [Name] = []
  package var mirror: Mirror?
  package var ratio: Ratio?
  package var conversion: Name?
  package var published: Name?
  package var grouping: Grouping?
  package var window: Window?
  package var vintage: Vintage?
  package var condition: Condition?
  /// `?`: the user asks what may follow.
  package var hole: Location?

  package init() {}

  /// `to US + EU, ASEAN`: a direction and groups, each a column of its own.
  package struct Partners: Hashable, Sendable {
    package var direction: Direction
    package var groups: [[Name]]
    /// Where the preposition stands.
    package var location: Location

    package init(direction: Direction, groups: [[Name]], location: Location) {
      self.direction = direction
      self.groups = groups
      self.location = location
    }
  }

  package enum Direction: String, Hashable, Sendable { case to, from, with }

  /// Whose figures: those of a named reporter or of the partner itself.
  package enum Mirror: Hashable, Sendable {
    case reporter(Name)
    case partner(Location)
  }

  /// `as share of exports`.
  package struct Ratio: Hashable, Sendable {
    /// A phrase; an expression only because a phrase cannot hold itself.
    package var whole: Expression
    package var location: Location
  }

  package struct Vintage: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case asOf(Day), latest, firstPublished }
    package var kind: Kind
    package var location: Location

    package init(kind: Kind, location: Location) {
      self.kind = kind
      self.location = location
    }
  }

  package struct Grouping: Hashable, Sendable {
    package var keys: [Key]
    /// `in each year`: ranked anew in each.
    package var each: Grain?
    package var location: Location

    package init(keys: [Key], each: Grain?, location: Location) {
      self.keys = keys
      self.each = each
      self.location = location
    }
  }

  package enum Key: Hashable, Sendable {
    case dimension(Name)
    case grain(Grain)
    /// `month of year`: one value for each month of the calendar.
    case season(Grain)
  }
}

/// The part of time that a phrase shows.
package struct Window: Hashable, Sendable {
  package var kind: Kind
  package var location: Location

  package enum Kind: Hashable, Sendable {
    /// A bare period: the one value for it.
    case at(Period)
    case latest
    case within(Period)
    case between(Period, Period)
    case since(Anchor)
    case until(Anchor)
    case before(Anchor)
    case after(Anchor)
    case during(Name)
    /// `between trade war and covid`: from the month in which the first begins to that of the second.
    case spanning(Anchor, Anchor)
    case last(Int, Grain)
    /// `in this year`, `in last quarter`, counted from the data's last period.
    case this(Grain)
    case previous(Grain)
  }

  package enum Anchor: Hashable, Sendable {
    case period(Period)
    case event(Name)
  }

  package init(_ kind: Kind, at location: Location) {
    self.kind = kind
    self.location = location
  }

  /// A bare period or `latest`: they pick one value, and do not flow across arithmetic.
  package var isBare: Bool {
    switch kind {
    case .at, .latest: true
    default: false
    }
  }
}

/// The test of `where`.
package indirect enum Condition: Hashable, Sendable {
  case compare(Key, Expression.Relation, Value)
  case member(Key, [Value])
  case both(Condition, Condition)
  case either(Condition, Condition)
  case not(Condition)

  package struct Key: Hashable, Sendable {
    package enum Kind: Hashable, Sendable { case attribute, transform, share, rank, value }
    package var kind: Kind
    package var name: Name
  }

  package enum Value: Hashable, Sendable {
    case quantity(Quantity, Location)
    case name(Name)
  }
}

/// A statement: a query, or a word with what it takes.
package enum Statement: Hashable, Sendable {
  case query(Query)
  case command(Command)
}

package struct Command: Hashable, Sendable {
  package var name: Name
  package var argument: Argument

  /// The file that the result goes into: `when surplus < 0 into "deficits.csv"`.
  package var file: Name?

  package enum Argument: Hashable, Sendable {
    case none
    case query(Query)
    case word(Name)
    case output(Query, into: Name)
    /// A whole data set, and the file it goes into.
    case data(Name, into: Name)
    case definition(Name, parameters: [Name], Query)
    case condition(first: Bool, Expression, lasting: Span?)
    case regression(Regression)
    case projection(Expression, to: Period, at: Expression)
    case target(Expression, amount: Expression, by: Period)
    case gravity(Query, on: [Name], using: [Name])
    case expectedError(Name)
    case text(String)
    case file(Name?, options: [Name])
    case words([Name])
  }
}

/// What is explained, what explains it, and how: `exports yoy on imports yoy, pmi using hac 6`.
package struct Regression: Hashable, Sendable {
  package var dependent: Expression
  /// Empty for a test of one series.
  package var regressors: [Expression]
  /// The words behind `using`.
  package var method: [Name]

  package init(_ dependent: Expression, on regressors: [Expression] = [], using method: [Name] = [])
  {
    self.dependent = dependent
    self.regressors = regressors
    self.method = method
  }
}
