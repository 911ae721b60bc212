import Foundation
import Periods
import Testing

/// Values that another tool computed, one a line: a query, a period or `-`, and the value.
///
/// The first line of each file names the tools with their versions.
struct ReferenceTable {
  struct Line: CustomTestStringConvertible {
    var query: String
    var period: Period?
    var value: Double

    var testDescription: String { "\(query) \(period.map(\.description) ?? "")" }
  }

  static func values(_ name: String) -> [Line] {
    lines(of: name).compactMap { fields in
      guard fields.count == 3, let value = Double(fields[2]) else { return nil }
      return Line(query: fields[0], period: Period(text: fields[1]), value: value)
    }
  }

  /// The lines of a file, without comments, as fields between tabs.
  static func lines(of name: String) -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References")
    guard let text = try? String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t").map(String.init)
    }
  }
}

extension Period {
  /// The period of `2025`, `2025-Q3` or `2025-11`.
  init?(text: String) {
    guard let year = Int(text.prefix(4)) else { return nil }
    let rest = text.dropFirst(5)
    if rest.isEmpty {
      self.init(year: year)
    } else if rest.hasPrefix("Q"), let quarter = Int(rest.dropFirst()) {
      self.init(start: Month(year: year, month: 3 * quarter - 2), length: 3)
    } else if let month = Int(rest) {
      self.init(Month(year: year, month: month))
    } else {
      return nil
    }
  }
}
