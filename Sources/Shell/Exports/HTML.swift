import Language

/// Text with the characters written out that HTML would take for its own, and no control characters.
func escaped(_ text: some StringProtocol) -> String {
  var result = ""
  for character in String(text) {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n": result += "\n"
    default: result += String(character).visible
    }
  }
  return result
}

extension MarkdownBlock {
  /// Blocks as HTML; whatever is markup in the text itself is shown as text.
  static func html(_ blocks: [MarkdownBlock]) -> String {
    blocks.map(\.html).joined(separator: "\n")
  }

  var html: String {
    switch self {
    case .heading(let level, let text):
      return "<h\(level)>\(inlineHTML(text))</h\(level)>"
    case .paragraph(let text): return "<p>\(inlineHTML(text))</p>"
    case .list(let ordered, let items):
      let tag = ordered ? "ol" : "ul"
      return "<\(tag)>\(items.map { "<li>\(inlineHTML($0))</li>" }.joined())</\(tag)>"
    case .quote(let blocks): return "<blockquote>\(MarkdownBlock.html(blocks))</blockquote>"
    case .code(let text): return "<pre>\(escaped(text))</pre>"
    case .table(let table): return table.html
    case .rule: return "<hr>"
    }
  }
}

/// A number whose mark hangs behind it, so that the digits stay below each other.
private func number(_ cell: String) -> String {
  guard let mark = cell.last, "dp".contains(mark), cell.dropLast().last?.isNumber == true else {
    return inlineHTML(cell)
  }
  return "\(inlineHTML(String(cell.dropLast())))<span class=\"mark\">\(mark)</span>"
}

extension MarkdownBlock.Table {
  fileprivate var html: String {
    func row(_ cells: [String], _ tag: String) -> String {
      let cells = zip(cells, isRight).map { cell, isRight in
        isRight
          ? "<\(tag) class=\"n\">\(number(cell))</\(tag)>" : "<\(tag)>\(inlineHTML(cell))</\(tag)>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    let body = rows.map { row($0, "td") }.joined(separator: "\n")
    return "<div class=\"wide\"><table><thead>\(row(header, "th"))</thead><tbody>\n\(body)\n"
      + "</tbody></table></div>"
  }
}

/// A run of Markdown text with emphasis, code and links as HTML.
func inlineHTML(_ text: String) -> String {
  var writer = InlineWriter(Array(text))
  return writer.html()
}

private struct InlineWriter {
  private let characters: [Character]
  private var at = 0
  private var result = ""
  private var plain = ""

  // Unclosed marks are not looked for again, so that a long text takes linear time.
  private var unclosed: Set<String> = []

  init(_ characters: [Character]) { self.characters = characters }

  mutating func html() -> String {
    while at < characters.count {
      let character = characters[at]
      switch character {
      case "\\" where peek(1).map(isPunctuation) == true:
        plain.append(characters[at + 1])
        at += 2
      case "`":
        if !span("`", { "<code>\(escaped($0))</code>" }) { take() }
      case "*" where peek(1) == "*":
        if !span("**", { "<strong>\(inlineHTML($0))</strong>" }) { take() }
      case "*", "_":
        if !span(String(character), { "<em>\(inlineHTML($0))</em>" }) { take() }
      case "[":
        if !link() { take() }
      case "&":
        if !entity() { take() }
      default: take()
      }
    }
    flush()
    return result
  }

  private mutating func take() {
    plain.append(characters[at])
    at += 1
  }

  private mutating func flush() {
    result += escaped(plain)
    plain = ""
  }

  private func peek(_ distance: Int) -> Character? {
    at + distance < characters.count ? characters[at + distance] : nil
  }

  private func isPunctuation(_ character: Character) -> Bool {
    character.isASCII && (character.isPunctuation || character.isSymbol)
  }

  /// Text between a mark and the next of the same; a mark within a word is text.
  private mutating func span(_ mark: String, _ html: (String) -> String) -> Bool {
    guard !unclosed.contains(mark), let first = peek(mark.count), !first.isWhitespace,
      mark == "`" || at == 0 || !isPartOfWord(characters[at - 1])
    else { return false }
    var end = at + mark.count
    while end < characters.count {
      if characters[end] == "\\", mark != "`" {
        end += 2
        continue
      }
      let isMark = characters[end...].starts(with: mark)
      let behind = end + mark.count
      let isInWord = behind < characters.count && isPartOfWord(characters[behind])
      if isMark, mark == "`" || !isInWord, end > at + mark.count { break }
      end += 1
    }
    guard end < characters.count else {
      unclosed.insert(mark)
      return false
    }
    flush()
    result += html(String(characters[(at + mark.count)..<end]))
    at = end + mark.count
    return true
  }

  private func isPartOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// `[text](https://…)`; addresses of any other kind are shown, not linked.
  private mutating func link() -> Bool {
    guard let close = position(of: "]", from: at), close + 1 < characters.count,
      characters[close + 1] == "(", let end = position(of: ")", from: close)
    else { return false }
    let address = String(characters[(close + 2)..<end])
    guard isLinkable(address) else { return false }
    guard !characters[(at + 1)..<close].contains("[") else { return false }
    let text = String(characters[(at + 1)..<close])
    flush()
    result += "<a href=\"\(escaped(address))\" rel=\"noopener\">\(inlineHTML(text))</a>"
    at = end + 1
    return true
  }

  private mutating func position(of character: Character, from start: Int) -> Int? {
    guard !unclosed.contains(String(character)) else { return nil }
    let position = characters[start...].firstIndex(of: character)
    if position == nil { unclosed.insert(String(character)) }
    return position
  }

  private mutating func entity() -> Bool {
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\"")]
    where characters[at...].starts(with: entity) {
      plain += character
      at += entity.count
      return true
    }
    return false
  }
}

/// True for addresses of pages, and of nothing that could run.
func isLinkable(_ address: String) -> Bool {
  let scheme = address.lowercased()
  guard scheme.hasPrefix("https://") || scheme.hasPrefix("http://") else { return false }
  return address.allSatisfy { !$0.isWhitespace && !$0.isNewline }
}
