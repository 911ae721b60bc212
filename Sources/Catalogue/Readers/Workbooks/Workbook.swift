import Periods

/// The sheets of an Excel workbook (`.xlsx`), as text that is cut like any other table.
struct Workbook {
  private let archive: ZipArchive
  private let sheets: [(name: String, file: String)]
  private let texts: [String]
  private let dateStyles: Set<Int>
  private let countsFrom1904: Bool

  /// Nil where an archive is no workbook.
  init?(_ archive: ZipArchive) {
    guard let book = archive["xl/workbook.xml"] else { return nil }
    self.archive = archive
    let targets = Workbook.targets(archive["xl/_rels/workbook.xml.rels"] ?? [])
    var sheets: [(name: String, file: String)] = []
    var countsFrom1904 = false
    for tag in Workbook.tags(of: book) {
      if tag.name == "sheet", let target = targets[tag.attributes["id"] ?? ""] {
        sheets.append((tag.attributes["name"] ?? "", target))
      }
      if tag.name == "workbookPr" {
        countsFrom1904 = ["1", "true"].contains(tag.attributes["date1904"] ?? "")
      }
    }
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
    texts = Workbook.sharedTexts(archive["xl/sharedStrings.xml"] ?? [])
    dateStyles = WorkbookStyles.dates(archive["xl/styles.xml"] ?? [])
  }

  var sheetNames: [String] { sheets.map(\.name) }

  /// The sheet of a name, else the first that has two rows of two cells; nil where there is none.
  func table(named name: String?) -> (name: String, text: [UInt8])? {
    for sheet in sheets {
      if let name, sheet.name.lowercased() != name.lowercased() { continue }
      let rows = rows(of: archive[sheet.file] ?? [])
      guard name != nil || rows.count(where: { $0.filter { !$0.isEmpty }.count > 1 }) > 1 else {
        continue
      }
      return (sheet.name, Array(rows.map(Workbook.line).joined(separator: "\n").utf8))
    }
    return nil
  }

  // MARK: Parts of the archive

  private typealias Tag = (name: String, attributes: [String: String])

  private static func tags(of bytes: [UInt8]) -> [Tag] {
    var scanner = MarkupScanner(bytes)
    var tags: [Tag] = []
    while let piece = scanner.next() {
      if case .open(let name, let attributes, _) = piece { tags.append((name, attributes)) }
    }
    return tags
  }

  /// The files of the parts by their keys: `xl/worksheets/sheet1.xml` of `rId1`.
  private static func targets(_ bytes: [UInt8]) -> [String: String] {
    var targets: [String: String] = [:]
    for tag in tags(of: bytes) where tag.name == "Relationship" {
      guard let key = tag.attributes["Id"], let target = tag.attributes["Target"] else { continue }
      targets[key] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    }
    return targets
  }

  /// The texts that cells point to; what shows how to pronounce one is no part of it.
  private static func sharedTexts(_ bytes: [UInt8]) -> [String] {
    var scanner = MarkupScanner(bytes)
    var texts: [String] = []
    var isText = false
    var isPhonetic = false
    while let piece = scanner.next() {
      switch piece {
      case .open("si", _, let isEmpty):
        texts.append("")
        if isEmpty { continue }
      case .open("t", _, let isEmpty): isText = !isEmpty
      case .close("t"): isText = false
      case .open("rPh", _, let isEmpty): isPhonetic = !isEmpty
      case .close("rPh"): isPhonetic = false
      case .text(let text) where isText && !isPhonetic && !texts.isEmpty:
        texts[texts.count - 1] += text
      default: continue
      }
    }
    return texts
  }

  // MARK: Cells

  /// More columns no sheet has.
  private static let mostColumns = 16_384
  private static let mostRows = 1 << 20

  private func rows(of bytes: [UInt8]) -> [[String]] {
    var scanner = MarkupScanner(bytes)
    var rows: [[String]] = []
    var cell = SheetCell()
    var isValue = false
    while let piece = scanner.next() {
      switch piece {
      case .open("row", let attributes, _):
        let number = attributes["r"].flatMap { Int($0) } ?? rows.count + 1
        guard number > rows.count, number <= Workbook.mostRows else { continue }
        // Rows that are left out keep their place, so that a line is a row of the sheet.
        rows += Array(repeating: [], count: number - rows.count)
      case .open("c", let attributes, let isEmpty):
        cell = SheetCell(attributes, after: rows.last?.count ?? 0)
        if isEmpty { continue }
      case .open("v", _, let isEmpty), .open("t", _, let isEmpty): isValue = !isEmpty
      case .close("v"), .close("t"): isValue = false
      case .text(let text) where isValue: cell.text += text
      case .close("c"):
        guard !rows.isEmpty, cell.column < Workbook.mostColumns else { continue }
        let row = rows.count - 1
        if rows[row].count <= cell.column {
          rows[row] += Array(repeating: "", count: cell.column + 1 - rows[row].count)
        }
        rows[row][cell.column] = text(of: cell)
      default: continue
      }
    }
    return rows
  }

  private func text(of cell: SheetCell) -> String {
    switch cell.kind {
    case "s": return Int(cell.text).flatMap { texts.indices.contains($0) ? texts[$0] : nil } ?? ""
    case "n" where dateStyles.contains(cell.style):
      guard let days = Double(cell.text), days >= 1, days < 1_000_000 else { return cell.text }
      // Day 60 of the older count is a 29 February that never was.
      let whole = Int(days) + (countsFrom1904 ? 1462 : 0)
      let day = Day(number: Workbook.firstDay.number + whole - (whole >= 60 ? 2 : 1))
      return day.description
    default: return cell.text
    }
  }

  private static let firstDay = Day(firstOf: Month(year: 1900, month: 1))

  /// A row as a line whose fields are parted by tabs.
  private static func line(_ row: [String]) -> String {
    row.map { field in
      let plain = String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 })
      return plain.contains("\"") ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
    }.joined(separator: "\t")
  }
}

/// A cell while it is read.
private struct SheetCell {
  var column = 0
  /// `s` for a shared text, `n` for a number, `str`, `inlineStr`, `b`, `e`, `d`.
  var kind = "n"
  var style = 0
  var text = ""

  init() {}

  init(_ attributes: [String: String], after count: Int) {
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) } ?? 0
    // `AB12`: letters count in base 26.
    let letters = (attributes["r"] ?? "").utf8.prefix { (65...90).contains($0) }
    column =
      letters.isEmpty || letters.count > 3
      ? count : letters.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }
}
