import Catalogue
import Language
import Periods

/// A query that has been checked: what to fetch and what to do with it, step by step.
///
/// A plan is made by the ``Resolver`` and run by the ``Evaluator``; between the two it says what it
/// will give (``Kind``) without touching a figure.
package struct Plan: Sendable {
  package var step: Step
  package var kind: Kind

  package init(_ step: Step, _ kind: Kind) {
    self.step = step
    self.kind = kind
  }

  package indirect enum Step: Sendable {
    case facts(FactScan)
    /// A number as typed.
    case number(Double)
    /// Plans of the same kind added up: `to US + EU`.
    case sum([Plan])
    /// Plans of the same kind side by side: `to US, EU`.
    case columns([(member: Member, plan: Plan)])
    case arithmetic(Expression.Arithmetic, Plan, Plan)
    case negative(Plan)
    case transformed(any Transform, Plan)
    /// The first plan in percent of the second.
    case share(Plan, of: Plan)
    case aggregated(any Aggregate.Type, Plan)
    case windowed(Window, Plan)
    /// One value for each month or quarter of the calendar: the mean over the years.
    case seasonal(Grain, Plan)
    case filtered(Filter, Plan)
    case ranked(RankingPlan)
    case contributions(ContributionPlan)
    case called(any Function, [Plan])
    case compared(Expression.Relation, Plan, Plan, tolerance: Double?)
    case both(Plan, Plan)
    case either(Plan, Plan)
    case negated(Plan)
  }
}

/// Which figures to fetch, and for which periods to add them up.
package struct FactScan: Sendable {
  package var requests: [(sign: Double, request: FactRequest)]
  /// Where a sum cannot be formed, the figure that the source published for it: the balance.
  package var fallback: FactRequest?
  package var frequency: Frequency
  /// The exchange rate at which every month is converted.
  package var rate: FactRequest?
  /// The dimensions whose members stay apart, and which of them.
  package var each: Each?
  /// True where figures count only for exactly the period published, as growth rates do.
  package var isExact = false
  /// The measure with its partner and product, in words.
  package var label: String

  /// Members that stay apart.
  package struct Each: Sendable {
    /// As the query wrote them, with the axis of the facts that each of them stands for.
    package var dimensions: [(name: String, axis: FactRequest.Axis)]
    /// The codes of the partners; nil: all that have figures.
    package var members: [String]?
    /// The whole that the members are parts of, where shares of it may be wanted.
    package var whole: [(sign: Double, request: FactRequest)]?
    /// True where what is left of the whole beside the members is wanted as one more column.
    package var keepsRest = false
  }

  package init(
    _ requests: [(sign: Double, request: FactRequest)],
    frequency: Frequency,
    label: String
  ) {
    self.requests = requests
    self.frequency = frequency
    self.label = label
  }
}

/// `top 5 partners by …`.
package struct RankingPlan: Sendable {
  package var fromTop: Bool
  package var count: Int?
  package var dimension: String
  /// A column for each member, one number each.
  package var key: Plan
  /// True where the members are ranked anew in each period.
  package var isAnew = false
}

/// How much each member adds to the growth of the whole, in percentage points.
package struct ContributionPlan: Sendable {
  package var parts: Plan
  package var whole: Plan
  /// Periods from a value to its base.
  package var periods: Int
  package var window: Window?
}

/// A test on members or values: `where share > 5%`.
package struct Filter: Sendable {
  package var condition: Condition
  /// What the tests with a transform look at: the same members, transformed.
  package var tested: [String: Plan]
}

extension Plan {
  /// The plans that this one is made of.
  package var inputs: [Plan] {
    switch step {
    case .facts, .number: []
    case .sum(let plans), .called(_, let plans): plans
    case .columns(let columns): columns.map(\.plan)
    case .arithmetic(_, let left, let right), .share(let left, let right),
      .compared(_, let left, let right, _), .both(let left, let right),
      .either(let left, let right):
      [left, right]
    case .negative(let inner), .transformed(_, let inner), .aggregated(_, let inner),
      .windowed(_, let inner), .seasonal(_, let inner), .negated(let inner):
      [inner]
    case .filtered(let filter, let inner):
      [inner] + filter.tested.sorted { $0.key < $1.key }.map(\.value)
    case .ranked(let ranking): [ranking.key]
    case .contributions(let contributions): [contributions.parts, contributions.whole]
    }
  }

  /// The scans of the plan, from left to right.
  package var scans: [FactScan] {
    if case .facts(let scan) = step { return [scan] }
    return inputs.flatMap(\.scans)
  }

  /// True where sums over periods may be taken from the figures before anything else is done.
  var isLinear: Bool {
    switch step {
    case .facts: true
    case .sum, .columns, .negative: inputs.allSatisfy(\.isLinear)
    case .arithmetic(.plus, let left, let right), .arithmetic(.minus, let left, let right):
      left.isLinear && right.isLinear
    default: false
    }
  }
}
