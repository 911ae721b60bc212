import Language
import Reports

/// Markdown as a terminal shows it: headings, paragraphs, lists, quotations, code and tables.
struct LessonProse {
  private let width: Int
  private(set) var text = StyledText()

  /// Lines longer than this are tiring to read, however wide the terminal.
  private static let widest = 88

  init(_ markdown: String, width: Int) {
    self.width = max(20, min(width, LessonProse.widest))
    for (i, block) in MarkdownBlock.blocks(of: markdown).enumerated() {
      if i > 0 { text.append("") }
      add(block, indent: "")
    }
  }

  private mutating func add(_ block: MarkdownBlock, indent: String) {
    switch block {
    case .heading(let level, let title):
      add(ProseLine(title).lines(width: width - indent.count, base: .heading), indent)
      guard level == 1 else { return }
      let rule = String(repeating: "─", count: min(width, max(4, displayWidth(title))))
      text.append(indent + rule, as: .dim)
    case .paragraph(let paragraph):
      add(ProseLine(paragraph).lines(width: width - indent.count), indent)
    case .list(let isOrdered, let items):
      for (i, item) in items.enumerated() {
        let mark = isOrdered ? "\(i + 1). " : "• "
        let lines = ProseLine(item).lines(width: width - indent.count - mark.count)
        add(lines, indent, first: mark)
      }
    case .quote(let blocks):
      for (i, block) in blocks.enumerated() {
        if i > 0 { text.append(indent + "│", as: .dim) }
        add(block, indent: indent + "│ ")
      }
    case .code(let code):
      for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
        var styled = StyledText.Line(indent + "  ", as: .dim)
        styled.append(String(line), as: .fix)
        text.append(styled)
      }
    case .table(let table): add(table, indent)
    case .rule: text.append(indent + String(repeating: "─", count: min(width, 24)), as: .dim)
    }
  }

  private mutating func add(
    _ lines: [StyledText.Line],
    _ indent: String,
    first mark: String = ""
  ) {
    for (i, line) in lines.enumerated() {
      let lead = i == 0 ? mark : String(repeating: " ", count: mark.count)
      var styled = StyledText.Line(indent, as: .dim)
      styled.append(lead)
      styled.append(line)
      text.append(styled)
    }
  }

  private mutating func add(_ table: MarkdownBlock.Table, _ indent: String) {
    let header = table.header.map { ProseLine($0).line(base: .label) }
    let rows = table.rows.map { $0.map { ProseLine($0).line() } }
    let widths = header.indices.map { column in
      ([header[column]] + rows.map { $0[column] }).map(\.width).max() ?? 0
    }
    for row in [header] + rows {
      var line = StyledText.Line(indent, as: .dim)
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.width)
        if column > 0 { line.append("   ") }
        if table.isRight[column] { line.append(padding) }
        line.append(cell)
        if !table.isRight[column], column < row.count - 1 { line.append(padding) }
      }
      text.append(line)
    }
  }
}

/// A run of Markdown with emphasis, code and links, as styled words.
struct ProseLine {
  private var runs: [(text: String, role: StyledText.Role?)] = []

  init(_ markdown: String) {
    var rest = Substring(markdown.split(whereSeparator: \.isNewline).joined(separator: " "))
    var plain = ""
    while let character = rest.first {
      if character == "\\", let next = rest.dropFirst().first, next.isPunctuation {
        plain.append(next)
        rest = rest.dropFirst(2)
      } else if let run = ProseLine.marked(rest, behind: plain.last) {
        runs.append((plain, nil))
        runs.append((run.text, run.role))
        plain = ""
        rest = rest[run.end...]
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    runs.append((plain, nil))
  }

  private static let marks: [(mark: String, role: StyledText.Role)] = [
    ("`", .fix), ("**", .heading), ("__", .heading), ("*", .reading), ("_", .reading),
  ]

  /// Text between two marks at the start of a text.
  private static func marked(
    _ text: Substring,
    behind previous: Character?
  ) -> (text: String, role: StyledText.Role, end: Substring.Index)? {
    if text.first == "[" { return link(text) }
    for (mark, role) in marks where text.hasPrefix(mark) {
      let isInWord = previous.map { $0.isLetter || $0.isNumber } ?? false
      let inside = text.dropFirst(mark.count)
      guard mark == "`" || !isInWord, let first = inside.first, !first.isWhitespace,
        let close = inside.firstRange(of: mark), close.lowerBound > inside.startIndex
      else { return nil }
      // Code keeps its marks: they tell a query from the sentence around it without colour too.
      let shown = mark == "`" ? text[..<close.upperBound] : inside[..<close.lowerBound]
      return (String(shown), role, close.upperBound)
    }
    return nil
  }

  /// `[text](address)`: the text, and the address behind it.
  private static func link(
    _ text: Substring
  ) -> (text: String, role: StyledText.Role, end: Substring.Index)? {
    guard let middle = text.firstRange(of: "]("),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    else { return nil }
    let label = text[..<middle.lowerBound].dropFirst()
    let address = text[middle.upperBound..<close]
    let isPage = isLinkable(String(address))
    return (isPage ? "\(label) (\(address))" : String(label), .reading, text.index(after: close))
  }

  /// Everything on one line.
  func line(base: StyledText.Role = .plain) -> StyledText.Line {
    var line = StyledText.Line()
    for run in runs { line.append(run.text, as: run.role ?? base) }
    return line
  }

  /// Lines of at most so many columns, broken between words.
  func lines(width: Int, base: StyledText.Role = .plain) -> [StyledText.Line] {
    var lines = [StyledText.Line()]
    // A word may change its role inside: `exports`, in code, with a comma behind it.
    var word = StyledText.Line()
    func finish() {
      guard word.width > 0 else { return }
      if lines[lines.count - 1].width > 0, lines[lines.count - 1].width + 1 + word.width > width {
        lines.append(StyledText.Line())
      } else if lines[lines.count - 1].width > 0 {
        // The space takes the look of what it joins, so that a run of one look is one run.
        let isOneLook = lines[lines.count - 1].spans.last?.role == word.spans.first?.role
        let role = isOneLook ? word.spans.first?.role : nil
        lines[lines.count - 1].append(" ", as: role ?? .plain)
      }
      for part in word.broken(at: max(1, width)) {
        if lines[lines.count - 1].width + part.width > width { lines.append(StyledText.Line()) }
        lines[lines.count - 1].append(part)
      }
      word = StyledText.Line()
    }
    for run in runs {
      let role = run.role ?? base
      // Code keeps together where it fits: a query is not broken in the middle without need.
      for (i, part) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated()
      {
        if i > 0 { finish() }
        word.append(String(part), as: role)
      }
    }
    finish()
    return lines
  }
}

extension StyledText.Line {
  /// The line in pieces of at most so many columns.
  fileprivate func broken(at width: Int) -> [StyledText.Line] {
    guard self.width > width else { return [self] }
    var pieces = [StyledText.Line()]
    for span in spans {
      for character in span.text {
        if pieces[pieces.count - 1].width + displayWidth(character) > width {
          pieces.append(StyledText.Line())
        }
        pieces[pieces.count - 1].append(String(character), as: span.role)
      }
    }
    return pieces
  }
}
