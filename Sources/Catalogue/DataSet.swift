import Columns
import Periods

/// A loaded data set: the fact table, the dictionaries behind its key columns, and what is known
/// about its sources, releases and events.
package struct DataSet: Sendable {
  package var name: String
  package var title: String

  /// One row a figure; its key columns are the cases of ``FactColumn`` in that order.
  package var facts: FactTable

  /// Quantities beside the values of the facts, where there are any.
  package var quantities: Quantities?

  // Dictionaries: the code in a key column is a position in these arrays.
  package var series: [String]
  package var places: [Place]
  /// The places behind the reporter column, where they are not those of the partner column.
  package var reporterPlaces: [Place]?
  package var products: [Product]
  package var units: [Unit]
  package var periods: [Period]
  /// Days of publication in ascending order; code 0 stands for an unknown day.
  package var publications: [Day?]
  package var origins: [Origin]

  package var sources: [Source]
  package var issuers: [Issuer] = []
  /// On what terms the figures may be used; empty where nothing is known.
  package var licence = ""
  package var indicators: [Indicator]
  package var events: [Event]
  /// The day on which a month's figures were first published.
  package var releases: [Month: Day]

  /// True where every flow there was has a row: a month without one had none, and is no gap.
  package var recordsAll = false

  /// How many figures there are where they lie elsewhere, and `facts` is empty.
  package var remoteCount: Int?

  /// How many figures there are.
  package var figureCount: Int { remoteCount ?? facts.rowCount }

  /// The place whose trade a query means when it names no reporter; nil: all reporters together.
  package var reporter: String?
}

/// The key columns of a data set's fact table.
package enum FactColumn: Int, CaseIterable, Sendable {
  case series, reporter, partner, product, unit, period, publication, origin
}

/// How a figure came about: its standing, its basis, its sources and, where derived, the method.
package struct Origin: Hashable, Sendable {
  package var status: Status
  /// `FOB`, `CIF`, `customs value`; empty where the source says nothing.
  package var basis: String
  /// For derived figures the arithmetic in words; else empty.
  package var method: String
  package var sources: SourceSet

  package enum Status: String, CaseIterable, Hashable, Sendable {
    case first, revised, panel, derived, convertedBySource, forecast
  }

  package init(status: Status, basis: String = "", method: String = "", sources: SourceSet) {
    self.status = status
    self.basis = basis
    self.method = method
    self.sources = sources
  }
}
