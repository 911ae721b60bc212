import Reports

// What a person reads of a replay.
extension ReplayReport {
  private static let mostShown = 100

  /// What differs, entry by entry, and the summary.
  package func text(named name: String) -> StyledText {
    var text = StyledText()
    let differing = records.filter { $0.verdict != .pass }
    for record in differing.prefix(ReplayReport.mostShown) { text.append(record.text) }
    if differing.count > ReplayReport.mostShown {
      text.append("… and \(differing.count - ReplayReport.mostShown) more", as: .note)
    }
    for finding in brokenQuizzes.prefix(ReplayReport.mostShown) {
      var line = StyledText.Line("broken", as: .error)
      line.append("  line \(finding.line)  ", as: .label)
      line.append(finding.text)
      text.append(line)
    }
    var line = StyledText.Line("\(name): ", as: .label)
    line.append(summary, as: exitStatus == 0 ? .positive : .error)
    text.append(line)
    return text
  }
}

extension ReplayReport.Record {
  /// The verdict with the input, and the lines that differ: `-` expected, `+` given now.
  package var text: StyledText {
    var text = StyledText()
    var head = StyledText.Line(verdict.rawValue, as: verdict.role)
    head.append("  line \(lineNumber)  ", as: .label)
    let inputLines = input.split(separator: "\n", omittingEmptySubsequences: false)
    head.append("> \(inputLines.first ?? "")" + (inputLines.count > 1 ? " …" : ""))
    text.append(head)
    if let code = outcome.errorCode, verdict == .fail {
      text.append("  it failed with \(code)", as: .note)
    } else if !outcome.holds {
      text.append("  the expectation does not hold", as: .note)
    }
    let difference = difference
    let changes = changes(in: difference)
    if !changes.isEmpty {
      text.append("  changed: \(changes.joined(separator: ", "))", as: .note)
    }
    for sentence in explanation { text.append("  \(sentence)", as: .note) }
    for line in difference {
      switch line {
      case .same(let line): text.append("    \(line)", as: .dim)
      case .removed(let line): text.append("  - \(line)", as: .negative)
      case .added(let line): text.append("  + \(line)", as: .positive)
      }
    }
    return text
  }
}

extension ReplayReport.Record {
  private var difference: [DifferenceLine] {
    lineDifference(expected, outcome.output, isSame: OutputComparison().lineMatcher())
  }

  /// The numbers that are others now, as `411.9 → 412.4`, where only numbers differ.
  package var changes: [String] { changes(in: difference) }

  private func changes(in difference: [DifferenceLine]) -> [String] {
    let old = difference.compactMap { if case .removed(let line) = $0 { line } else { nil } }
    let new = difference.compactMap { if case .added(let line) = $0 { line } else { nil } }
    guard old.count == new.count else { return [] }
    var changes: [String] = []
    for (old, new) in zip(old, new) {
      let old = OutputToken.tokens(in: old)
      let new = OutputToken.tokens(in: new)
      guard old.count == new.count else { return [] }
      for case (.number(let old), .number(let new)) in zip(old, new) where old.text != new.text {
        changes.append("\(old.text) → \(new.text)")
      }
    }
    return changes
  }
}

extension Verdict {
  fileprivate var role: StyledText.Role {
    switch self {
    case .pass: .positive
    case .drift, .new: .note
    case .fail, .error: .error
    }
  }
}
