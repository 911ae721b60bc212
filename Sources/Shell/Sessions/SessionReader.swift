import Guidance

extension SessionDocument {
  /// Reads a session file.
  ///
  /// Only blocks that open at the left edge with `trade` or `quiz` are read; a block that is never
  /// closed is refused, because its output would be taken to reach to the end of the file.
  package init(reading text: String) throws(Diagnostic) {
    guard text.utf8.count <= SessionReader.largestFile else {
      throw Diagnostic(
        "session-too-large",
        "this session has \(text.utf8.count) bytes; \(SessionReader.largestFile) are read at most"
      )
    }
    var reader = SessionReader(text)
    self = try reader.document()
  }
}

/// Goes through the lines of a file once.
struct SessionReader {
  static let largestFile = 64 << 20

  let bytes: [UInt8]
  var position = 0
  var lineNumber = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// A line of the file by its offsets.
  struct Line {
    var start: Int
    /// The end without the line ending.
    var end: Int
    /// The start of the next line.
    var next: Int
    /// Counted from 1.
    var number: Int
  }

  mutating func next() -> Line? {
    guard position < bytes.count else { return nil }
    let start = position
    let newline = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
    var end = newline ?? bytes.count
    position = newline.map { $0 + 1 } ?? bytes.count
    if newline != nil, end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    lineNumber += 1
    return Line(start: start, end: end, next: position, number: lineNumber)
  }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line without its ending.
  func content(_ line: Line) -> String { string(line.start, line.end) }

  /// The line with its ending.
  func raw(_ line: Line) -> String { string(line.start, line.next) }

  // MARK: The document

  mutating func document() throws(Diagnostic) -> SessionDocument {
    var document = SessionDocument(frontMatter: try frontMatter())
    var proseStart = position
    func prose(upTo end: Int) -> [SessionDocument.Block] {
      end > proseStart ? [.prose(string(proseStart, end))] : []
    }
    while let line = next() {
      guard let fence = Fence(bytes[line.start..<line.end]) else { continue }
      let info = string(fence.infoStart, line.end)[...].trimmed
      let word = info.prefix { !$0.isWhitespace && $0 != "{" }
      guard fence.indentation == 0, word == "trade" || word == "quiz" else {
        skip(fence)
        continue
      }
      document.blocks += prose(upTo: line.start)
      let span = SourceSpan(line.start, line.end)
      let attributes = try AttributeList(info[word.endIndex...], at: span)
      if word == "trade" {
        document.blocks.append(.trade(try tradeBlock(from: line, fence, attributes)))
      } else {
        document.blocks.append(.quiz(try quizBlock(from: line, fence, attributes)))
      }
      proseStart = position
    }
    document.blocks += prose(upTo: position)
    return document
  }

  /// Passes over a block of another kind, which reaches to the end of the file if nothing closes it.
  private mutating func skip(_ fence: Fence) {
    while let line = next() {
      if fence.isClosed(by: bytes[line.start..<line.end]) { return }
    }
  }

  private mutating func frontMatter() throws(Diagnostic) -> FrontMatter? {
    guard let first = next(), content(first) == "---" else {
      (position, lineNumber) = (0, 0)
      return nil
    }
    var lines = [raw(first)]
    while let line = next() {
      lines.append(raw(line))
      let content = content(line)
      guard content == "---" || content == "..." else { continue }
      let frontMatter = FrontMatter(lines: lines)
      if let version = frontMatter["tradewind"].flatMap({ Int($0) }), version > FrontMatter.version
      {
        throw Diagnostic(
          "newer-session",
          "this session is of format \(version); this program reads format \(FrontMatter.version)",
          at: SourceSpan(first.start, first.end)
        )
      }
      return frontMatter
    }
    // A rule at the top of a file without front matter.
    (position, lineNumber) = (0, 0)
    return nil
  }
}
