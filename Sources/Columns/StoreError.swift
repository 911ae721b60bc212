/// Why a store, or the facts for one, cannot be used; with the facts that a message needs.
package enum StoreError: Error, Equatable, Sendable {
  /// The system refused: what was tried, on which file, and the system's error number.
  case system(action: String, path: String, errorNumber: Int32)
  /// The file is not a store at all.
  case foreign(path: String)
  /// The file was written by a newer version than this program reads.
  case newer(path: String, version: Int, supported: Int)
  /// The file ends before its contents do.
  case truncated(path: String, expectedBytes: Int, actualBytes: Int)
  /// The bytes of a section are not those that were written.
  case damaged(path: String, section: String)
  /// Another process is changing the store.
  case busy(path: String)

  /// The outer columns have more combinations of codes than a directory should hold.
  case tooManySlices(Int)
  case tooManyCodes(column: Int)
  /// The codes of one row take more than 64 bits.
  case tooManyKeys
  /// A part has more rows than a row number has room for.
  case tooManyRows(part: String)
  /// A value is not a whole number of the table's unit: `decimals` places were allowed.
  case inexactValue(row: Int, decimals: Int)
  /// The sum of all values would pass 64 bits.
  case sumTooLarge

  /// The file to import has no such field; those it has.
  case unknownField(String, fields: [String])
  /// The field for quantities is one that holds something else.
  case takenField(String)
  case noHeader(path: String)
  /// The file is packed by gzip and damaged, or breaks off.
  case damagedArchive(path: String, breaksOff: Bool)
  /// The store has facts of this period; adding them again would count them twice.
  case alreadyThere(text: String)
  /// What is added has no quantities, or others: the units of those that are there and of those.
  case otherQuantities(stored: String?, added: String?)
  case cancelled
}
