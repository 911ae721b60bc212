import Catalogue
import Guidance
import Language

/// Something that a data set can be asked for: a trade flow, a balance, an indicator.
package struct Measure: Sendable {
  package var entry: Entry

  /// The series of the store that make it up, with their signs: a balance is exports − imports.
  package var terms: [(sign: Double, series: String)]

  package var kind: MeasureKind

  /// The preposition that names its partner; nil where it has none.
  package var direction: Qualifiers.Direction?

  /// True where it may be negative, as balances may.
  package var isSigned = false

  package enum MeasureKind: Sendable {
    /// Goods trade in money.
    case trade
    /// Goods trade in physical units.
    case volume
    case indicator(Indicator)
  }
}

/// Every measure that is not an indicator of the data set, in the order in which help lists them.
package let measures: [Measure] = [
  .exports, .imports, .trade, .surplus, .deficit, .exportVolume, .importVolume,
]

extension Measure {
  /// The measure that stands for an indicator of a data set.
  init(_ indicator: Indicator) {
    self.init(
      entry: Entry(
        indicator.name,
        aliases: indicator.aliases,
        category: .measure,
        summary: indicator.summary.hasSuffix(".") ? indicator.summary : indicator.summary + ".",
        searchTerms: ["indicator"],
        examples: [indicator.name]
      ),
      terms: [(1, indicator.code)],
      kind: .indicator(indicator)
    )
  }
}
