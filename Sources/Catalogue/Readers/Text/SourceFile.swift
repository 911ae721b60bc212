import Guidance

/// A file that is being read: its text, how its fields are parted, and its first records.
struct SourceFile: Sendable {
  let name: String
  let text: SourceText
  let separator: Separator
  /// The first records, to recognise the file by.
  let head: [Record]

  init(
    _ name: String,
    _ bytes: [UInt8],
    encoding: TextEncoding? = nil,
    sheet: String? = nil
  ) throws(Diagnostic) {
    self.name = name
    text = try SourceText(decoding: bytes, file: name, as: encoding, sheet: sheet)
    separator = text.separator ?? (text.beginsJSON ? .comma : Separator.likely(in: text))
    var scanner = RecordScanner(text, separator: separator.byte)
    var head: [Record] = []
    while head.count < 60, let record = scanner.next() { head.append(record) }
    self.head = text.beginsJSON ? [] : head
    guard !text.bytes.isEmpty, text.beginsJSON || !head.isEmpty else {
      throw Diagnostic("empty-file", "'\(name)' holds nothing")
    }
  }

  var isJSON: Bool { text.beginsJSON }

  var records: RecordScanner { RecordScanner(text, separator: separator.byte) }

  /// The name without folders, so that output does not tell where files lie.
  var lastName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The name without folders and ending: `exports` of `data/exports.csv`.
  var stem: String {
    let last = name.split(separator: "/").last ?? name[...]
    return String(last.split(separator: ".").first ?? last)
  }

  /// The first record that has all of these names, whatever their case.
  func header(with names: [String]) -> Header? {
    for record in head {
      let header = Header(record)
      if names.allSatisfy({ header[$0] != nil }) { return header }
    }
    return nil
  }
}

/// The line that names the columns.
struct Header: Sendable {
  let line: Int
  let names: [String]
  private let columns: [String: Int]

  init(_ record: Record) {
    line = record.line
    names = record.fields
    var columns: [String: Int] = [:]
    for (column, name) in record.fields.enumerated() where columns[name.plainWord] == nil {
      columns[name.plainWord] = column
    }
    self.columns = columns
  }

  /// The column of a name; case, spaces and underscores do not count.
  subscript(name: String) -> Int? { columns[name.plainWord] }

  /// The first of several names that there is.
  func column(_ names: String...) -> Int? { names.lazy.compactMap { self[$0] }.first }

  /// How many columns have a name; a trailing separator opens no column.
  var width: Int { (names.lastIndex { !$0.isEmpty } ?? -1) + 1 }
}

extension String {
  /// Lower case, letters and digits only: `Trade Value (US$)` is `tradevalueus`.
  var plainWord: String { lowercased().filter { $0.isLetter || $0.isNumber } }
}

extension SourceText {
  fileprivate var beginsJSON: Bool {
    let first = bytes.first { $0 > 32 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
