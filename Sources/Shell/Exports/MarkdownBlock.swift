/// A paragraph or other block of Markdown, as far as prose and answers use it.
enum MarkdownBlock: Equatable {
  case heading(Int, String)
  case paragraph(String)
  case list(ordered: Bool, items: [String])
  case quote([MarkdownBlock])
  case code(String)
  case table(Table)
  case rule

  struct Table: Equatable {
    var header: [String]
    /// For each column whether it is set to the right.
    var isRight: [Bool]
    var rows: [[String]]
  }
}

extension MarkdownBlock {
  /// Quotations and lists deeper than this are text.
  private static let deepest = 8

  static func blocks(of text: String, depth: Int = 0) -> [MarkdownBlock] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    var reader = MarkdownReader(lines: lines[...], isDeep: depth >= deepest)
    return reader.blocks(depth)
  }
}

/// Goes through the lines of a text once.
private struct MarkdownReader {
  var lines: ArraySlice<String>
  let isDeep: Bool

  mutating func blocks(_ depth: Int) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    while let line = lines.first {
      if line.allSatisfy(\.isWhitespace) {
        lines.removeFirst()
      } else if let fence = Fence(ArraySlice(Array(line.utf8))) {
        lines.removeFirst()
        blocks.append(.code(code(until: fence)))
      } else if let heading = heading(line) {
        lines.removeFirst()
        blocks.append(heading)
      } else if isRule(line) {
        lines.removeFirst()
        blocks.append(.rule)
      } else if line.hasPrefix(">"), !isDeep {
        let quoted = take { $0.hasPrefix(">") }
          .map { String($0.dropFirst().drop { $0 == " " }) }.joined(separator: "\n")
        blocks.append(.quote(MarkdownBlock.blocks(of: quoted, depth: depth + 1)))
      } else if line.hasPrefix("    ") {
        let code = take { $0.hasPrefix("    ") }.map { String($0.dropFirst(4)) }
        blocks.append(.code(code.joined(separator: "\n")))
      } else if let item = MarkdownReader.item(line) {
        blocks.append(list(ordered: item.isOrdered))
      } else if let table = table() {
        blocks.append(.table(table))
      } else {
        blocks.append(.paragraph(paragraph()))
      }
    }
    return blocks
  }

  private mutating func take(while isPart: (String) -> Bool) -> [String] {
    let part = lines.prefix(while: isPart)
    lines = lines.dropFirst(part.count)
    return Array(part)
  }

  private mutating func code(until fence: Fence) -> String {
    let content = take { !fence.isClosed(by: ArraySlice(Array($0.utf8))) }
    lines = lines.dropFirst()
    return content.joined(separator: "\n")
  }

  private func heading(_ line: String) -> MarkdownBlock? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks), line.dropFirst(marks).first == " " else { return nil }
    return .heading(marks, String(line.dropFirst(marks).trimmed))
  }

  private func isRule(_ line: String) -> Bool {
    let marks = line.filter { !$0.isWhitespace }
    return marks.count >= 3 && (Set(marks) == ["-"] || Set(marks) == ["*"] || Set(marks) == ["_"])
  }

  private static func item(_ line: String) -> (isOrdered: Bool, text: String)? {
    if let first = line.first, "-*+".contains(first), line.dropFirst().first == " " {
      return (false, String(line.dropFirst(2)))
    }
    let digits = line.prefix { $0.isASCII && $0.isNumber }
    let rest = line.dropFirst(digits.count)
    guard (1...9).contains(digits.count), rest.hasPrefix(". ") else { return nil }
    return (true, String(rest.dropFirst(2)))
  }

  private mutating func list(ordered: Bool) -> MarkdownBlock {
    var items: [String] = []
    while let line = lines.first {
      if let item = MarkdownReader.item(line), item.isOrdered == ordered {
        items.append(item.text)
      } else if line.hasPrefix(" "), !items.isEmpty, !line.allSatisfy(\.isWhitespace) {
        items[items.count - 1] += "\n" + line.drop { $0 == " " }
      } else {
        break
      }
      lines.removeFirst()
    }
    return .list(ordered: ordered, items: items)
  }

  private mutating func paragraph() -> String {
    var paragraph = [lines.removeFirst()]
    while let line = lines.first, !line.allSatisfy(\.isWhitespace), heading(line) == nil,
      MarkdownReader.item(line) == nil, !line.hasPrefix(">"), !line.hasPrefix("```"),
      !line.hasPrefix("~~~")
    {
      paragraph.append(line)
      lines.removeFirst()
    }
    return paragraph.joined(separator: "\n")
  }

  // MARK: Tables

  private mutating func table() -> MarkdownBlock.Table? {
    guard let head = lines.first, head.contains("|"), let rule = lines.dropFirst().first else {
      return nil
    }
    let marks = MarkdownReader.cells(rule)
    let header = MarkdownReader.cells(head)
    let isRule = marks.allSatisfy { mark in
      mark.contains("-") && mark.allSatisfy { "-:".contains($0) }
    }
    guard !marks.isEmpty, marks.count == header.count, isRule else { return nil }
    lines = lines.dropFirst(2)
    let rows = take { $0.contains("|") }.map(MarkdownReader.cells)
    return MarkdownBlock.Table(
      header: header,
      isRight: marks.map { $0.hasSuffix(":") },
      rows: rows.map { row in
        header.indices.map { $0 < row.count ? row[$0] : "" }
      }
    )
  }

  /// The cells of a row; a bar behind a backslash is text.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isEscaped = false
    for character in line[...].trimmed {
      if character == "|", !isEscaped {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    if cells.first?.isEmpty == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells.map { String($0[...].trimmed) }
  }
}
