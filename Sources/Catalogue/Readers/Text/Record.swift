/// One line of a table, cut into fields; a field in quotes may go over several lines of the file.
struct Record: Sendable {
  /// The line of the file in which it begins, from 1.
  var line: Int
  var fields: [String]

  subscript(column: Int) -> String {
    column < fields.count ? fields[column] : ""
  }

  subscript(column: Int?) -> String {
    column.map { self[$0] } ?? ""
  }

  var isBlank: Bool { fields.allSatisfy { $0.allSatisfy(\.isWhitespace) } }

  /// How many fields hold something.
  var filledCount: Int { fields.count { !$0.allSatisfy(\.isWhitespace) } }

  /// The record with surplus fields put back into the one free text that a separator cut.
  func mended(to width: Int, joining column: Int, by separator: String) -> Record {
    let surplus = fields.count - width
    guard surplus > 0, column + surplus < fields.count else { return self }
    let text = fields[column...(column + surplus)].joined(separator: separator)
    return Record(
      line: line,
      fields: Array(fields[..<column]) + [text] + Array(fields[(column + surplus + 1)...])
    )
  }
}
