import Catalogue
import Guidance
import Periods

/// Which facts a plan needs: one series of the store, for whom, with whom, of what.
package struct FactRequest: Hashable, Sendable {
  /// A word of the data set's `series` dictionary.
  package var series: String
  /// The code of the reporter; nil: all reporters together, or each where they stay apart.
  package var reporter: String?
  /// True where every reporter stays apart.
  package var keepsReporters = false
  package var partner: Selection
  package var product: Selection
  /// What products are counted as where each stays apart.
  package var level: ProductLevel = .loaded
  /// Where each product stays apart, only those below these codes; empty: all.
  package var within: [String] = []
  package var unit: Unit
  package var vintage: Vintage
  package var aggregation: Indicator.Aggregation

  package enum Selection: Hashable, Sendable {
    /// Everything together: the total row where the data has one, else the sum of the members.
    case total
    case member(String)
    /// Several members together.
    case members([String])
    /// Each member apart.
    case each
  }

  /// What may stay apart, in the order of the keys of several.
  package enum Axis: CaseIterable, Hashable, Sendable {
    case reporter, partner, product
  }

  package init(
    series: String,
    reporter: String?,
    partner: Selection,
    product: Selection,
    unit: Unit,
    vintage: Vintage,
    aggregation: Indicator.Aggregation
  ) {
    self.series = series
    self.reporter = reporter
    self.partner = partner
    self.product = product
    self.unit = unit
    self.vintage = vintage
    self.aggregation = aggregation
  }
}

extension FactRequest {
  /// What stays apart.
  package var axes: [Axis] {
    Axis.allCases.filter { axis in
      switch axis {
      case .reporter: keepsReporters
      case .partner: partner == .each
      case .product: product == .each
      }
    }
  }

  /// The key of a timeline whose members along the axes have these codes.
  package static func key(_ codes: [String]) -> String { codes.joined(separator: "\u{1F}") }

  /// The codes of the members of a timeline.
  package static func codes(ofKey key: String) -> [String] {
    key.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
  }
}

extension FactRequest {
  /// The flow whose quantities are wanted: `exports` of `exports.quantity`; nil for values.
  package var quantifiedFlow: String? {
    let ending = ".quantity"
    return series.hasSuffix(ending) ? String(series.dropLast(ending.count)) : nil
  }

  /// False for goods trade, whose figures are kept by partner.
  var isIndicator: Bool {
    !["exports", "imports", "balance", "trade"].contains { flow in
      series == flow || series.hasPrefix(flow + ".")
    }
  }
}
