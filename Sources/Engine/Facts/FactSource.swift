import Catalogue
import Columns
import Guidance

/// Where facts come from: filter, group and sum, the only step that touches many rows.
///
/// Everything behind it works on a few hundred numbers, so that a server can answer as well as the
/// columns in memory.
package protocol FactSource: AnyObject, Sendable {
  var dataSet: DataSet { get }

  /// Timelines by the code of the member that was asked for `each`; one under the empty code where
  /// nothing was. Empty where nothing matches.
  func timelines(_ request: FactRequest) -> [String: Timeline]

  /// The fingerprint of the data set, worked out once.
  var fingerprint: String { get }

  /// Why facts could not be read; nil while they could. What was answered then counts for nothing.
  var failure: Diagnostic? { get }

  /// The reporters that have figures of a series.
  func reporters(of series: String) -> [Place]

  // MARK: Sources that are far away

  /// Where the facts lie, if a server has them.
  var address: String? { get }

  /// How its columns are understood, in lines to be read.
  var layoutLines: [String] { get }

  /// The source as one entry of a session sees it: what fails there fails that entry alone, and
  /// waiting ends when `isCancelled` says so. Nil where the source itself will do.
  func view(isCancelled: @escaping @Sendable () -> Bool) -> (any FactSource)?

  /// The source as far as it can tell without asking anybody: figures that it has fetched before,
  /// and for others that there are some. Nil where asking takes no time.
  var supposed: (any FactSource)? { get }

  /// Fetches what is going to be asked for, all at once.
  func fetch(_ requests: [FactRequest])

  /// What a server is asked in order to fetch the requests, to be read.
  func statements(for requests: [FactRequest]) -> [String]

  /// Forgets what was fetched and looks anew at what there is; nil where nothing can have changed.
  func refreshed(isCancelled: @escaping @Sendable () -> Bool) throws(Diagnostic)
    -> (any FactSource)?
}

extension FactSource {
  package var failure: Diagnostic? { nil }
  package var fingerprint: String { dataSet.fingerprint }
  package var address: String? { nil }
  package var layoutLines: [String] { [] }
  package var supposed: (any FactSource)? { nil }

  package func view(isCancelled: @escaping @Sendable () -> Bool) -> (any FactSource)? { nil }

  package func fetch(_ requests: [FactRequest]) {}

  package func statements(for requests: [FactRequest]) -> [String] { [] }

  package func refreshed(
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> (any FactSource)? { nil }

  package func reporters(of series: String) -> [Place] {
    let data = dataSet
    guard let code = data.series.firstIndex(of: series) else { return [] }
    let scan = FactTable.Scan(
      filters: [FactTable.Scan.Filter(column: FactColumn.series.rawValue, codes: [code])],
      groups: [FactColumn.reporter.rawValue]
    )
    let places = data.reporterPlaces ?? data.places
    return data.facts.sums(scan).groups.map { places[$0.codes[0]] }
  }
}
