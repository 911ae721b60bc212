import Engine
import Guidance
import Language
import Periods
import Reports

extension Workspace {
  /// The answer to a query that ends in `?`: what it is so far, and what may follow; nil for any
  /// other entry.
  func answerToQuestion(_ input: String) -> Answer? {
    guard input.utf8.contains(UInt8(ascii: "?")) else { return nil }
    let all = tokens(in: input, vocabulary).dropLast()
    guard all.count > 1, let mark = all.last, mark.kind == .symbol(.hole),
      case .word(_, let terms)? = all.first?.kind, !terms.contains(where: \.takesWords)
    else { return nil }
    let written = input.text(SourceSpan(0, mark.span.start)).trimmed
    let assistant = Assistant(self)
    guard let place = CompletionPlace(written + " ", written.utf8.count + 1) else { return nil }
    let groups = assistant.helpGroups(place)
    guard !groups.isEmpty else { return nil }
    var lines: [String] = []
    if let type = resultType(of: written) { lines.append("you have: \(type)") }
    for (index, group) in groups.enumerated() {
      let lead = index == 0 ? "next:     " : "          "
      lines.append(lead + group.summary(width: settings.width - lead.count - 2))
    }
    return Answer(reading: "\(written) ?", content: .text(lines))
  }

  /// The type of a query with what its values are: `series · USD bn · monthly 2015-01..2026-07`.
  private func resultType(of text: String) -> String? {
    guard case .query(let query)? = try? parse(text, vocabulary),
      let plan = try? Resolver(bench).plan(query)
    else { return nil }
    guard let answer = try? Answerer(bench).answer(query),
      case .series(let points) = answer.content,
      let first = points.points.first?.period, let last = points.points.last?.period
    else { return plan.kind.words }
    let largest = points.points.map { abs($0.cell.value) }.filter(\.isFinite).max() ?? 0
    let unit = NumberFormat(points.unit, largest: largest).unitLabel
    return "series · \(unit) · \(points.frequency.label) \(first)..\(last)"
  }
}

extension HelpGroup {
  /// The words of the group in one line of at most so many columns.
  fileprivate func summary(width: Int) -> String {
    var line = ""
    for candidate in candidates {
      let next = line.isEmpty ? candidate.text : "\(line) · \(candidate.text)"
      guard next.count <= max(20, width) else { return line + " …" }
      line = next
    }
    return line
  }
}

extension Term {
  /// True for statements that take any words.
  fileprivate var takesWords: Bool {
    switch kind {
    case .statement(.text), .statement(.words), .statement(.file), .statement(.nothing): true
    default: false
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
