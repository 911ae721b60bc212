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
    for line in lineDifference(expected, outcome.output, isSame: OutputComparison().matchesLine) {
      switch line {
      case .same(let line): text.append("    \(line)", as: .dim)
      case .removed(let line): text.append("  - \(line)", as: .negative)
      case .added(let line): text.append("  + \(line)", as: .positive)
      }
    }
    return text
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
