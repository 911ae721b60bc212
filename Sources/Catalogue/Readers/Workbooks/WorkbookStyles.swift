/// Which styles of a workbook show a number as a day.
enum WorkbookStyles {
  static func dates(_ bytes: [UInt8]) -> Set<Int> {
    var scanner = MarkupScanner(bytes)
    var formats: [Int: String] = [:]
    var dates: Set<Int> = []
    var isInCells = false
    var position = 0
    while let piece = scanner.next() {
      switch piece {
      case .open("numFmt", let attributes, _):
        if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
          formats[id] = attributes["formatCode"] ?? ""
        }
      case .open("cellXfs", _, let isEmpty): isInCells = !isEmpty
      case .close("cellXfs"): isInCells = false
      case .open("xf", let attributes, _) where isInCells:
        let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        if isDate(id, formats[id]) { dates.insert(position) }
        position += 1
      default: continue
      }
    }
    return dates
  }

  /// The numbers of built-in formats for days, those of East Asia among them, or a format with a year.
  private static func isDate(_ id: Int, _ format: String?) -> Bool {
    if let format { return isDate(format) }
    return (14...17).contains(id) || id == 22 || (27...36).contains(id) || (50...58).contains(id)
  }

  private static func isDate(_ format: String) -> Bool {
    var isQuoted = false
    var depth = 0
    for character in format.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      case "[": depth += 1
      case "]": depth -= 1
      case "y" where !isQuoted && depth == 0: return true
      default: continue
      }
    }
    return false
  }
}
