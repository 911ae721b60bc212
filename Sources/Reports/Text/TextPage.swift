import Catalogue
import Engine
import Language
import Periods

/// Lays out one answer for people: the reading, the figures, then what to know about them.
struct TextPage {
  let answer: Answer
  let width: Int
  var text = StyledText()

  /// How much of a series is shown.
  enum Detail { case columns, rows, sparkline, nothing }

  init(_ answer: Answer, width: Int, detail: Detail = .columns) {
    self.answer = answer
    self.width = width
    if detail == .nothing { return }
    if case .text(let lines) = answer.content {
      for line in lines { text.append(line) }
    } else {
      let sheet = Sheet(answer.content, withChart: answer.extras.contains(.chart))
      if !isExpectation { writeReading(unit: sheet.unit) }
      writeFigures(sheet, detail)
    }
    if !isExpectation { writeRemarks() }
  }

  /// True for what a session states: only whether it holds is worth a line.
  private var isExpectation: Bool {
    if case .check(let check) = answer.content { check.isExpectation } else { false }
  }

  private mutating func writeFigures(_ sheet: Sheet, _ detail: Detail) {
    switch answer.content {
    case .scalar(let scalar): write(scalarLine(scalar))
    case .check(let check): write(checkLine(check))
    case .series(let points): writeSeries(points, sheet, detail)
    case .table, .periods:
      if sheet.columns.isEmpty { text.append(sheet.summary) }
      text.append(StyledText(sheet.lines(width: width)))
    case .text: break
    }
    for line in sheet.legend { writeParagraph(line, as: .dim) }
    guard answer.extras.contains(.events), let chart = Chart(answer) else { return }
    for line in chart.eventList(width: width) { text.append(line) }
  }

  mutating func writeRemarks() {
    if !answer.statistics.isEmpty {
      writeParagraph(answer.statistics.map(\.text).joined(separator: " · "), as: .plain)
    }
    for sentence in answer.context { writeParagraph(sentence, as: .plain) }
    for note in answer.notes.prefix(2) {
      writeParagraph("note[\(note.code)]: \(note.text)", as: .note)
    }
    if answer.notes.count > 2 {
      let codes = answer.notes.dropFirst(2).map(\.code).joined(separator: ", ")
      writeParagraph("also: \(codes)", as: .dim)
    }
    guard !answer.sources.isEmpty else { return }
    text.append(sourceLine(of: answer, width: width), as: .dim)
  }

  // MARK: Lines

  /// Adds a line as it is or, where it is too wide, broken between words.
  mutating func write(_ line: StyledText.Line) {
    guard line.width > width else {
      text.append(line)
      return
    }
    writeParagraph(line.plain, as: .plain)
  }

  /// The reading, broken between its parts where it is too wide.
  mutating func writeReading(unit: String?) {
    // Room for the indentation and for the dot at the end of a line that goes on.
    let room = width - 4
    var lines: [String] = []
    for part in readingParts(of: answer, unit: unit) {
      guard let last = lines.last else {
        lines = wrapped(part, to: room)
        continue
      }
      if displayWidth(last) + 3 + displayWidth(part) <= room {
        lines[lines.count - 1] += " · " + part
      } else if displayWidth(part) > room {
        // Too long for a line of its own: it may as well begin on this one.
        lines.removeLast()
        lines += wrapped(last + " · " + part, to: room)
      } else {
        lines[lines.count - 1] += " ·"
        lines += wrapped(part, to: room)
      }
    }
    for (i, line) in lines.enumerated() { text.append((i == 0 ? "" : "  ") + line, as: .reading) }
  }

  mutating func writeParagraph(_ paragraph: String, as role: StyledText.Role) {
    for (i, line) in wrapped(paragraph, to: width - 2).enumerated() {
      text.append((i == 0 ? "" : "  ") + line, as: role)
    }
  }
}

/// How the query was read, in words, with the unit of the numbers.
func readingLine(of answer: Answer, unit: String?) -> String {
  readingParts(of: answer, unit: unit).joined(separator: " · ")
}

private func readingParts(of answer: Answer, unit: String?) -> [String] {
  var parts = answer.description.isEmpty ? [answer.reading] : answer.description
  if let unit, !unit.isEmpty, !parts.contains(unit) { parts.append(unit) }
  return parts
}

/// Who issued the figures and where they were found, on one line:
/// `source  China Customs (GACC), via menafn.com and 3 more`.
func sourceLine(of answer: Answer, width: Int) -> String {
  var publishers: [String] = []
  for source in answer.sources where !publishers.contains(source.publisher) {
    publishers.append(source.publisher)
  }
  publishers.removeAll(where: answer.issuers.contains)
  let head = "source  " + answer.issuers.joined(separator: ", ")
  guard !publishers.isEmpty else { return truncated(head, to: width) }
  let lead = answer.issuers.isEmpty ? head : head + ", via "
  var shown = min(publishers.count, 3)
  while true {
    var line = lead + publishers.prefix(shown).joined(separator: ", ")
    if shown < publishers.count { line += " and \(publishers.count - shown) more" }
    if displayWidth(line) <= width || shown <= 1 { return truncated(line, to: width) }
    shown -= 1
  }
}
