/// The characters that part fields.
enum Separator: Character, CaseIterable, Sendable {
  case comma = ","
  case semicolon = ";"
  case tab = "\t"
  case bar = "|"

  var byte: UInt8 { rawValue.asciiValue ?? 0 }

  var name: String {
    switch self {
    case .comma: "comma"
    case .semicolon: "semicolon"
    case .tab: "tab"
    case .bar: "bar"
    }
  }

  /// The separator that cuts the first records most evenly into many fields.
  static func likely(in text: SourceText) -> Separator {
    var best = (separator: Separator.comma, score: 0)
    for candidate in allCases {
      var scanner = RecordScanner(text, separator: candidate.byte)
      var counts: [Int: Int] = [:]
      for _ in 0..<60 {
        guard let record = scanner.next() else { break }
        counts[record.fields.count - 1, default: 0] += 1
      }
      let score = counts.map { $0.key * $0.value }.max() ?? 0
      if score > best.score { best = (candidate, score) }
    }
    return best.separator
  }
}
