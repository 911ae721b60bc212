import Guidance

/// Reads one kind of file.
///
/// To add one, write a file with a conforming type and name the type in ``readers``.
protocol FileReader: Sendable {
  static var kind: FileKind { get }

  /// Whether a file is of this kind, by what it holds; its name proves nothing.
  static func recognises(_ file: SourceFile) -> Bool

  /// Reads every figure into the draft; a row that cannot be read is refused and the rest goes on.
  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic)
}

/// What is known about a kind of file.
package struct FileKind: Equatable, Sendable {
  /// A short word: `comtrade-legacy`.
  package var name: String
  package var title: String
  /// Who publishes files of the kind; empty for those that anyone writes.
  package var publisher = ""
  package var address = ""
  /// On what terms the publisher lets figures be used; empty where they differ or are not known.
  package var licence = ""
}

/// Every reader, the most particular first: the first that recognises a file reads it.
let readers: [any FileReader.Type] = [
  ComtradeJSON.self, ComtradePortal.self, ComtradeLegacy.self, CensusCountries.self,
  StatisticalCSV.self, DirectionOfTrade.self, DevelopmentIndicators.self, CustomsMonths.self,
  FederalReserve.self,
  PlainTable.self,
]

/// The kinds of file that can be read, in the order in which they are tried.
package let fileKinds: [FileKind] = readers.map { $0.kind }
