import Catalogue
import Guidance

/// Where facts come from: filter, group and sum, the only step that touches many rows.
///
/// Everything behind it works on a few hundred numbers, so that a server can answer as well as the
/// columns in memory.
package protocol FactSource: AnyObject, Sendable {
  var dataSet: DataSet { get }

  /// Timelines by the code of the member that was asked for `each`, or by ``FactRequest/key(_:)``
  /// of several; one under the empty code where nothing was. Empty where nothing matches.
  func timelines(_ request: FactRequest) -> [String: Timeline]

  /// The same sums in one array, from one scan; nil where the figures are not plain flows of equal
  /// periods, and timelines have to tell.
  ///
  /// Throws where there would be too many sums, or facts could not be read.
  func grid(_ request: GridRequest) throws(Diagnostic) -> FactGrid?

  /// Whether there is any figure of a request; what stays apart in it does not matter.
  func hasFigures(_ request: FactRequest) -> Bool

  /// Whether the products of a level are known to add up to all goods.
  func productsMakeWhole(_ level: ProductLevel) -> Bool

  /// The unit of every indicator by the code of its series.
  var unitsBySeries: [String: Unit] { get }

  /// The fingerprint of the data set, worked out once.
  var fingerprint: String { get }

  /// Why facts could not be read; nil while they could. What was answered then counts for nothing.
  var failure: Diagnostic? { get }

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
  package var unitsBySeries: [String: Unit] { dataSet.unitsBySeries }
  package var fingerprint: String { dataSet.fingerprint }
  package func grid(_ request: GridRequest) throws(Diagnostic) -> FactGrid? { nil }
  package func productsMakeWhole(_ level: ProductLevel) -> Bool { false }
  package func hasFigures(_ request: FactRequest) -> Bool { !timelines(request).isEmpty }
  package var address: String? { nil }
  package var layoutLines: [String] { [] }
  package var supposed: (any FactSource)? { nil }

  package func view(isCancelled: @escaping @Sendable () -> Bool) -> (any FactSource)? { nil }

  package func fetch(_ requests: [FactRequest]) {}

  package func statements(for requests: [FactRequest]) -> [String] { [] }

  package func refreshed(
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostic) -> (any FactSource)? { nil }
}
