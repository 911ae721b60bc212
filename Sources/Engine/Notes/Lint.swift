import Catalogue
import Guidance
import Language
import Periods

/// Looks at an answer for one usual mistake in reading trade statistics.
///
/// To add one, write a file with a conforming type and name it in ``lints``.
protocol Lint: Sendable {
  static var code: String { get }
  static func note(on finding: Finding) -> Note?
}

/// What a lint looks at.
struct Finding: Sendable {
  var query: Query
  var plan: Plan
  var outcome: Outcome
  var answerer: Answerer

  /// The one phrase of the query, where it is one.
  var phrase: Phrase? {
    guard case .phrase(let phrase) = query.expression else { return nil }
    if case .aggregate(_, let inner) = phrase.head { return inner }
    return phrase
  }

  var transforms: [String] { phrase?.transforms.map(\.name.text) ?? [] }

  /// The one number and its period; nil for series and tables.
  var number: (cell: Cell, period: Period)? {
    guard outcome.panel.isScalar, plan.hasPeriod, plan.kind.dimensions.isEmpty,
      let series = outcome.panel.columns.first?.series, let cell = series.cells.first
    else { return nil }
    return (cell, series.period(series.first))
  }

  /// The cells that a screen shows: without a window the latest thirteen of a series.
  var shownCells: [Cell] {
    guard outcome.panel.grid == nil, !outcome.panel.isScalar, !query.expression.hasWindow else {
      return cells
    }
    return outcome.panel.columns.flatMap { $0.series.trimmed.cells.suffix(13) }
  }

  /// Every cell of the answer or, of numbers that came in one array, one of each kind.
  var cells: [Cell] {
    if let grid = outcome.panel.grid {
      let nonsense = grid.template.with(state: .notMeaningful(.undefined))
      return [grid.template] + (grid.hasNonsense ? [nonsense] : [])
    }
    return outcome.panel.columns.flatMap(\.series.cells)
  }
}

/// Every lint, the most important first.
let lints: [any Lint.Type] = [
  NotMeaningful.self, NotFirstPrint.self, MixedVintages.self, LunarNewYear.self, SmallBase.self,
  PartialPeriod.self, AverageOfGrowth.self, NotSeasonallyAdjusted.self,
  DoubtfulSeason.self, NotAdjusted.self, Outliers.self, ProgramWarnings.self,
  DerivedFigures.self,
  CombinedMonths.self, MirrorBasis.self, NominalValues.self, PartnersMissing.self,
  MembersDiffer.self, MembersGrouped.self, Drifting.self, ProductsOverlap.self,
]

extension Answerer {
  func notes(on outcome: Outcome, _ plan: Plan, _ query: Query) -> [Note] {
    let finding = Finding(query: query, plan: plan, outcome: outcome, answerer: self)
    return lints.compactMap { $0.note(on: finding) }
  }
}
