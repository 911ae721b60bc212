import Catalogue
import Engine
import Guidance
import Reports

/// Writes a page that opens anywhere: one file, no network, light and dark, on phones and on paper.
package enum PageExporter: SessionExporter {
  package static let ending = ".html"

  package static func text(of session: ExportedSession) -> String {
    var page = SessionPage()
    for part in session.parts { page.append(part) }
    return page.text(of: session)
  }
}

/// The body of a page while it is written, with the sources that its answers cite.
private struct SessionPage {
  private var body: [String] = []
  private var sources: [Source] = []

  mutating func append(_ part: ExportedSession.Part) {
    switch part {
    case .prose(let prose): body.append(MarkdownBlock.html(MarkdownBlock.blocks(of: prose)))
    case .cell(let cell): append(cell)
    case .quiz(let quiz):
      let hints = quiz.hints.map { "<li>\(inlineHTML($0))</li>" }.joined()
      let list = hints.isEmpty ? "" : "<details><summary>Hints</summary><ol>\(hints)</ol></details>"
      let question = MarkdownBlock.html(MarkdownBlock.blocks(of: quiz.question))
      body.append("<section class=\"quiz\">\(question)\(list)</section>")
    }
  }

  private mutating func append(_ cell: ExportedSession.Cell) {
    var html = """
      <section class="cell" id="e\(cell.number)">
      <div class="input"><a class="number" href="#e\(cell.number)">\(cell.number)</a>\
      <pre>\(escaped(cell.input))</pre>\
      <button type="button" hidden aria-label="Copy the query">copy</button></div>

      """
    if cell.error != nil {
      html += "<pre class=\"error\">\(escaped(cell.lines.joined(separator: "\n")))</pre>\n"
    } else if let answer = cell.answer {
      html += self.html(of: answer, cell)
    }
    body.append(html + "</section>")
  }

  // MARK: Answers

  private mutating func html(of answer: Answer, _ cell: ExportedSession.Cell) -> String {
    if case .text(let lines) = answer.content {
      return "<pre class=\"lines\">\(escaped(lines.joined(separator: "\n")))</pre>\n"
    }
    if case .check(let check) = answer.content, check.isExpectation {
      let kind = check.holds ? "holds" : "fails"
      return "<p class=\"check \(kind)\">\(escaped(cell.lines.joined(separator: " ")))</p>\n"
    }
    let page = Page(input: cell.input)
    let markdown = MarkdownWriter.text(of: answer, on: page).plainLines.joined(separator: "\n")
    var blocks = MarkdownBlock.blocks(of: markdown)
    // The sources become footnotes.
    if !answer.sources.isEmpty { blocks.removeLast() }
    var html = ""
    if case .paragraph(let reading) = blocks.first {
      blocks.removeFirst()
      html += "<p class=\"reading\">\(inlineHTML(reading))\(footnotes(of: answer))</p>\n"
    }
    if let chart = chart(of: answer, cell) { html += "<figure>\(chart)</figure>\n" }
    for (i, block) in blocks.enumerated() {
      html += self.html(of: block, isFirst: i == 0, answer) + "\n"
    }
    return html
  }

  private func html(of block: MarkdownBlock, isFirst: Bool, _ answer: Answer) -> String {
    switch block {
    case .paragraph(let text) where isFirst:
      // The number leads; what is said of it stands behind two spaces or more.
      let parts = text.split(separator: "  ", maxSplits: 1).map(String.init)
      let rest = parts.count > 1 ? "<span>\(inlineHTML(parts[1]))</span>" : ""
      return "<p class=\"figure\"><strong>\(inlineHTML(parts.first ?? ""))</strong>\(rest)</p>"
    case .paragraph(let text): return "<p class=\"remark\">\(inlineHTML(text))</p>"
    case .table(let table) where table.rows.count > mostRowsOpen(answer):
      let summary = "<summary>\(table.rows.count) rows</summary>"
      return "<details>\(summary)\(block.html)</details>"
    case .quote(let blocks): return "<aside>\(MarkdownBlock.html(blocks))</aside>"
    default: return block.html
    }
  }

  /// Longer tables open on a click, the sooner where a drawing stands above them.
  private func mostRowsOpen(_ answer: Answer) -> Int {
    if case .series = answer.content { 13 } else { 25 }
  }

  private mutating func footnotes(of answer: Answer) -> String {
    var numbers: Set<Int> = []
    for source in answer.sources {
      if let known = sources.firstIndex(of: source) {
        numbers.insert(known + 1)
      } else {
        sources.append(source)
        numbers.insert(sources.count)
      }
    }
    let links = runs(of: numbers.sorted()).map { run in
      let name = run.count > 2 ? "\(run.lowerBound)–\(run.upperBound)" : "\(run.lowerBound)"
      return "<a href=\"#s\(run.lowerBound)\">\(name)</a>"
    }
    return links.isEmpty ? "" : "<sup>\(links.joined(separator: " "))</sup>"
  }

  /// Three numbers or more that follow each other as one run, others by themselves.
  private func runs(of numbers: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.flatMap { $0.count > 2 ? [$0] : $0.map { $0...$0 } }
  }

  /// An address as a reader needs it: without the scheme, and without the middle where it is long.
  private func shownAddress(_ address: String) -> String {
    let behind = address.firstRange(of: "://")?.upperBound ?? address.startIndex
    var shown = address[behind...]
    if shown.hasPrefix("www.") { shown = shown.dropFirst(4) }
    if shown.hasSuffix("/") { shown = shown.dropLast() }
    return shown.count > 64 ? "\(shown.prefix(36))…\(shown.suffix(24))" : String(shown)
  }

  // MARK: The page

  func text(of session: ExportedSession) -> String {
    let notes = sources.enumerated().map { i, source in
      let address = source.address
      let link =
        isLinkable(address)
        ? "<a href=\"\(escaped(address))\" rel=\"noopener\">\(escaped(shownAddress(address)))</a>"
        : escaped("\(source.publisher) \(address)")
      return "<li id=\"s\(i + 1)\">\(link)</li>"
    }
    let footnotes =
      notes.isEmpty
      ? "" : "<h2>Sources</h2>\n<ol class=\"sources\">\n\(notes.joined(separator: "\n"))\n</ol>\n"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="Tradewind">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src 'unsafe-inline'">
      <title>\(escaped(session.title))</title>
      <style>
      \(pageStyle)
      </style>
      </head>
      <body>
      <main>
      \(body.joined(separator: "\n"))
      </main>
      <footer>
      \(footnotes)<p>\(escaped(session.provenance))</p>
      </footer>
      <script>
      \(pageScript)
      </script>
      </body>
      </html>

      """
  }
}
