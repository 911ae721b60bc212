/// What came of reading a file: the data set, and all that is worth knowing about the reading.
package struct FileReport: Sendable {
  package var data: DataSet
  package var kind: FileKind
  package var encoding: TextEncoding
  /// `comma`, `semicolon`; nil for formats without separators.
  package var separator: String?
  package var rowsRead = 0
  package var preambleLines = 0
  package var footnoteLines = 0
  package var refused = RefusedRows()
  /// Cells that hold no figure, and those that say infinity.
  package var missingCells = 0
  package var infiniteCells = 0
  /// What was understood of each column, in their order: `Period` is the period.
  package var columns: [(name: String, role: String)] = []
  package var ignoredColumns: [String] = []
  package var measurements: [Measurement] = []
  package var findings: [ImportFinding] = []
}

/// Rows that could not be read: how many, and the first of them with the reason.
package struct RefusedRows: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var first: [Row] = []

  package struct Row: Equatable, Sendable {
    package var line: Int
    package var reason: String
  }

  mutating func append(_ line: Int, _ reason: String) {
    count += 1
    if first.count < 3 { first.append(Row(line: line, reason: reason)) }
  }
}

/// Something in a file that does not add up, or that was decided in reading it.
package struct ImportFinding: Equatable, Sendable {
  package var code: String
  package var text: String
  /// The line of the file where it shows first.
  package var line: Int?
  /// The clause of `import` that mends it.
  package var mend: String?
  /// False for remarks on the reading, true for what looks wrong in the file.
  package var isWarning: Bool

  package init(
    _ code: String,
    _ text: String,
    line: Int? = nil,
    mend: String? = nil,
    isWarning: Bool = true
  ) {
    self.code = code
    self.text = text
    self.line = line
    self.mend = mend
    self.isWarning = isWarning
  }
}
