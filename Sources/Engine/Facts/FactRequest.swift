import Catalogue
import Guidance
import Periods

/// Which facts a plan needs: one series of the store, for whom, with whom, of what.
package struct FactRequest: Hashable, Sendable {
  /// A word of the data set's `series` dictionary.
  package var series: String
  /// The code of the reporter; nil: all reporters together.
  package var reporter: String?
  package var partner: Selection
  package var product: Selection
  package var unit: Unit
  package var vintage: Vintage
  package var aggregation: Indicator.Aggregation

  package enum Selection: Hashable, Sendable {
    /// Everything together: the total row where the data has one, else the sum of the members.
    case total
    case member(String)
    /// Each member apart.
    case each
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
  /// False for goods trade, whose figures are kept by partner.
  var isIndicator: Bool {
    !["exports", "imports", "balance", "trade"].contains { flow in
      series == flow || series.hasPrefix(flow + ".")
    }
  }
}
