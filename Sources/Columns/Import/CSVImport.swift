/// How the fields of a CSV file become facts, and how the facts shall lie in the store.
package struct CSVImport: Sendable {
  /// Where the codes of a key column come from.
  package enum Source: Equatable, Sendable {
    case field(String)
    case constant(String)
  }

  /// One for each key column of the table.
  package var keys: [Source]
  /// The field with the value.
  package var value: String
  /// The field with the quantity, and its unit; nil: the store has no quantities.
  package var quantity: Quantity?
  package var order: ClusterOrder
  /// Rows lie in parts by the first characters of this column's text: of `202412` the year.
  package var partColumn: Int
  package var partLabelLength = 4
  /// Values are whole numbers of this many decimal places; finer ones are refused.
  package var decimals = 2
  package var separator = CSVSource.comma
  package var rollups = FactTable.Rollups.whereUseful
  package var threads = Threads.all
  /// Rows that take more bytes than this wait in a file beside the target.
  package var memoryLimit = 512 << 20
  /// Asked once for each distinct text of a key column: the text to keep, or nil to refuse its rows.
  ///
  /// Several texts may become one. Called from any thread, one call at a time.
  package var accept: @Sendable (_ column: Int, _ text: String) -> String? = { $1 }

  /// A column of quantities beside the values; empty where a fact has none.
  package struct Quantity: Equatable, Sendable {
    package var field: String
    package var unit: QuantityUnit

    package init(field: String, unit: QuantityUnit) {
      self.field = field
      self.unit = unit
    }
  }

  package init(keys: [Source], value: String, order: ClusterOrder, partColumn: Int? = nil) {
    self.keys = keys
    self.value = value
    self.order = order
    self.partColumn = partColumn ?? order.inner
  }
}

/// What an import did.
package struct CSVImportReport: Equatable, Sendable {
  package var rowCount = 0
  package var lineCount = 0
  package var byteCount = 0
  package var refusedCount = 0
  /// The first lines that were refused, in the order of the file.
  package var refusals: [Refusal] = []
  /// Whether rows waited in a file.
  package var isSpilled = false

  /// A line that is no fact.
  package struct Refusal: Equatable, Sendable {
    /// Counted from 1, the header.
    package var line: Int
    package var reason: Reason

    package init(line: Int, reason: Reason) {
      self.line = line
      self.reason = reason
    }

    package enum Reason: Equatable, Sendable {
      /// The line ends before its last wanted field.
      case missingField
      case emptyKey(column: Int)
      /// The text of a key column was not accepted.
      case unacceptedKey(column: Int)
      case emptyValue
      case notANumber
      /// The value has more decimal places than the store.
      case tooFine
      case tooLarge
      /// The quantity is there, but no number or too fine or large a one.
      case unreadableQuantity
      /// A quotation mark is not closed on its line.
      case openQuote
      case tooLong
    }
  }

  /// Refused lines of which the place is kept.
  static let mostRefusals = 20

  /// Takes up what became of the lines that follow those before.
  mutating func add(_ piece: LineParser.Piece) {
    refusedCount += piece.refusedCount
    for refusal in piece.refusals where refusals.count < CSVImportReport.mostRefusals {
      refusals.append(Refusal(line: lineCount + 1 + refusal.line, reason: refusal.reason))
    }
    lineCount += piece.lineCount
  }
}

/// How far an import is.
package struct ImportProgress: Equatable, Sendable {
  package enum Stage: Equatable, Sendable {
    case reading
    case writing(part: String)
  }
  package var stage: Stage
  package var bytesRead: Int
  /// Of the whole file; 0 where nobody knows.
  package var byteCount: Int
  package var rowCount: Int
}
