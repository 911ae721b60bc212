import Reports

extension LessonCheck.Result {
  /// What a teacher reads: what was found, worst first, and one line of what there is.
  package func text(named file: String) -> StyledText {
    var text = StyledText()
    for finding in findings {
      var line = StyledText.Line(finding.severity.rawValue, as: finding.severity.role)
      line.append("  line \(finding.line)  ", as: .label)
      let lines = finding.text.split(separator: "\n")
      line.append(String(lines.first ?? ""))
      text.append(line)
      for more in lines.dropFirst() { text.append("  \(more)", as: .fix) }
    }
    var line = StyledText.Line("\(file): ", as: .label)
    line.append(summary, as: hasErrors ? .error : .positive)
    text.append(line)
    return text
  }

  private var summary: String {
    var parts = [
      "\(quizzes) \(quizzes == 1 ? "quiz" : "quizzes")",
      "\(steps) \(steps == 1 ? "step" : "steps")",
    ]
    if trials > 1 { parts.append("\(trials) draws tried") }
    for severity in LessonFinding.Severity.allCases {
      let count = findings.count { $0.severity == severity }
      if count > 0 { parts.append("\(count) \(severity.plural(count))") }
    }
    if !findings.contains(where: { $0.severity != .advice }) { parts.append("ready") }
    return parts.joined(separator: " · ")
  }
}

extension LessonFinding.Severity {
  fileprivate var role: StyledText.Role {
    switch self {
    case .error: .error
    case .warning: .note
    case .advice: .label
    }
  }

  fileprivate func plural(_ count: Int) -> String {
    switch self {
    case .error, .warning: count == 1 ? rawValue : rawValue + "s"
    case .advice: count == 1 ? "remark" : "remarks"
    }
  }
}
