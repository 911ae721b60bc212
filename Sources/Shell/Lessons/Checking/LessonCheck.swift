import Engine
import Guidance
import Teaching

/// Looks at a lesson before a class does: every question, every hint, every value that is drawn.
package struct LessonCheck: Sendable {
  private let runner: SessionRunner
  private let fingerprint: String

  /// So many values of a lesson are tried at most.
  private static let mostTrials = 400

  package init(facts: any FactSource, files: any FileAccess) {
    var runner = SessionRunner(facts: facts)
    runner.files = files
    self.runner = runner
    fingerprint = facts.fingerprint
  }

  /// How much there is, and what is wrong with it.
  package struct Result: Sendable {
    package var quizzes: Int
    package var steps: Int
    package var trials: Int
    package var findings: [LessonFinding]

    package var hasErrors: Bool { findings.contains { $0.severity == .error } }
  }

  package func result(_ source: String, file: String) throws(Diagnostic) -> Result {
    let picks = PickList(source)
    let raw = try SessionRunner.document(reading: source)
    let usual = picks.choices(student: "", lesson: raw.pickKey)
    let plan = try LessonPlan(reading: picks.filled(source, usual), file: file)
    var findings = picks.problems.map { LessonFinding(.error, $0.line, $0.text) }
    findings += try stepFindings(source)
    findings += try QuizCheck(runner: runner, source: source).findings(usual)
    for quiz in plan.quizzes { findings += LessonCheck.findings(of: quiz) }
    findings += LessonCheck.repeatedNames(plan.quizzes)
    findings += headFindings(raw)
    let trials = try pickFindings(picks, raw, source, usual)
    findings += trials.findings
    if trials.findings.isEmpty { findings += try coincidences(plan, source, usual) }
    return Result(
      quizzes: plan.quizzes.count,
      steps: plan.document.tradeBlocks.reduce(0) { $0 + $1.entries.count },
      trials: trials.count,
      findings: findings.sorted {
        ($0.severity.order, $0.line) < ($1.severity.order, $1.line)
      }
    )
  }

  /// Steps whose output is not what the file says.
  private func stepFindings(_ source: String) throws(Diagnostic) -> [LessonFinding] {
    let report = try runner.replay(source)
    return report.records.compactMap { record in
      switch record.verdict {
      case .pass: return nil
      case .fail, .error:
        let text = "`\(record.input)` does not give what the file says (`tradewind replay` tells)"
        return LessonFinding(.error, record.lineNumber, text)
      case .drift:
        return LessonFinding(.warning, record.lineNumber, "`\(record.input)` was revised since")
      case .new:
        let text = "`\(record.input)` has no output yet; `tradewind replay --update` records it"
        return LessonFinding(.warning, record.lineNumber, text)
      }
    }
  }

  // MARK: What can be seen without running anything

  private static func findings(of quiz: QuizBlock) -> [LessonFinding] {
    var findings: [LessonFinding] = []
    func add(_ severity: LessonFinding.Severity, _ text: String) {
      findings.append(LessonFinding(severity, quiz.lineNumber, text))
    }
    if quiz.id == nil { add(.error, "this quiz has no id, by which progress is kept: `{id=q1 …}`") }
    if quiz.question.isEmpty { add(.error, "the quiz '\(quiz.key)' asks nothing") }
    for name in quiz.unknownAttributes {
      add(.error, "the quiz '\(quiz.key)' has no attribute '\(name)'")
    }
    if !quiz.hasKnownPolicy {
      add(.error, "`skip` of '\(quiz.key)' is always, never or after-N, not '\(quiz.skip ?? "")'")
    }
    if let count = quiz.hintCount, count != quiz.hints.count {
      add(.error, "'\(quiz.key)' says hints=\(count) and has \(quiz.hints.count)")
    }
    for (i, hint) in quiz.hints.enumerated() {
      if hint.isEmpty { add(.error, "hint \(i + 1) of '\(quiz.key)' is empty") }
      if quiz.hints[..<i].contains(hint) {
        add(.warning, "hint \(i + 1) of '\(quiz.key)' repeats another")
      }
      if let answer = quiz.answer, answer.count > 3, i < quiz.hints.count - 1,
        hint.contains(answer)
      {
        add(.warning, "hint \(i + 1) of '\(quiz.key)' gives the answer, and more hints follow")
      }
    }
    for diagnosis in quiz.diagnoses where diagnosis.explanation.isEmpty {
      add(.error, "`if \"\(diagnosis.query)\"` of '\(quiz.key)' says nothing")
    }
    if quiz.kind == "text", quiz.model == nil, quiz.answer == nil {
      add(.error, "'\(quiz.key)' asks for a sentence and has no `- model:` to compare with")
    }
    for line in quiz.question.split(separator: "\n") where line.looksLikeItem {
      add(.warning, "'\(line.prefix(40))' in '\(quiz.key)' looks like an item and is taken as text")
    }
    return findings
  }

  private static func repeatedNames(_ quizzes: [QuizBlock]) -> [LessonFinding] {
    var seen: Set<String> = []
    return quizzes.compactMap { quiz in
      guard seen.insert(quiz.key).inserted else {
        return LessonFinding(.error, quiz.lineNumber, "'\(quiz.key)' is the id of two quizzes")
      }
      return nil
    }
  }

  /// Whether the file says on which data it was written.
  private func headFindings(_ document: SessionDocument) -> [LessonFinding] {
    var findings: [LessonFinding] = []
    let head = document.frontMatter
    if head?.title == nil {
      findings.append(LessonFinding(.warning, 1, "the lesson has no title: `title: …` in its head"))
    }
    guard let data = head?.data.first, let recorded = data.sha256 else {
      let reference = DataReference(runner.facts.dataSet, fingerprint: fingerprint)
      let line = "data: \(DataReference.text(of: [reference]))"
      findings.append(
        LessonFinding(.error, 1, "the data are not pinned; this belongs into the head:\n\(line)")
      )
      return findings
    }
    if !fingerprint.hasPrefix(recorded) {
      let text =
        "the data are others than those the lesson was written on; look at its answers,"
        + " then `tradewind replay --update` renews the head"
      findings.append(LessonFinding(.warning, 1, text))
    }
    return findings
  }

  // MARK: Values that are drawn

  private func pickFindings(
    _ picks: PickList,
    _ raw: SessionDocument,
    _ source: String,
    _ usual: [String: String]
  ) throws(Diagnostic) -> (findings: [LessonFinding], count: Int) {
    guard !picks.picks.isEmpty else { return ([], 1) }
    let trials = LessonCheck.trials(picks.picks, usual)
    let quizzes = raw.blocks.compactMap { if case .quiz(let quiz) = $0 { quiz } else { nil } }
    let drawn = quizzes.indices.filter { quizzes[$0].text.contains("{") }
    let hasDrawnSteps = raw.tradeBlocks.contains { block in
      block.entries.contains { $0.input.contains("{") }
    }
    var check = QuizCheck(runner: runner, source: source)
    check.isBrief = true
    check.only = hasDrawnSteps ? nil : Set(drawn)
    var byLine: [Int: [(values: String, text: String)]] = [:]
    for trial in trials where trial != usual {
      let values = picks.picks.compactMap { pick in
        trial[pick.name].map { "\(pick.name) \($0)" }
      }.joined(separator: ", ")
      for finding in try check.findings(trial) where finding.severity == .error {
        byLine[finding.line, default: []].append((values, finding.text))
      }
    }
    let findings = byLine.map { line, failures in
      let named = failures.prefix(3).map(\.values).joined(separator: "; ")
      let more = failures.count > 3 ? " and \(failures.count - 3) more" : ""
      let text = "for \(named)\(more): \(failures[0].text)"
      return LessonFinding(.error, line, text)
    }
    return (findings, trials.count)
  }

  /// Every combination where there are few; else every value with the usual ones of the others.
  private static func trials(_ picks: [Pick], _ usual: [String: String]) -> [[String: String]] {
    let count = picks.reduce(1) { min(mostTrials + 1, $0 * $1.values.count) }
    guard count > mostTrials else {
      return picks.reduce([[:]]) { trials, pick in
        trials.flatMap { trial in
          pick.values.map { value in trial.merging([pick.name: value]) { $1 } }
        }
      }
    }
    return picks.flatMap { pick in
      let share = max(1, pick.values.count * picks.count / mostTrials)
      return stride(from: 0, to: pick.values.count, by: share).map { index in
        usual.merging([pick.name: pick.values[index]]) { $1 }
      }
    }
  }

  // MARK: Coincidences

  /// Misconceptions that give the right number by chance: the question cannot tell them apart.
  private func coincidences(
    _ plan: LessonPlan,
    _ source: String,
    _ usual: [String: String]
  ) throws(Diagnostic) -> [LessonFinding] {
    var desk = runner.workspace(for: plan.document)
    var findings: [LessonFinding] = []
    for part in plan.parts {
      switch part {
      case .prose: continue
      case .step(let step): _ = runner.result(of: step.input, asOf: step.asOf, &desk)
      case .quiz(let quiz):
        guard let question = try? quiz.question(on: desk.bench) else { continue }
        for name in Judge(question).coincidences {
          let text = "'\(quiz.key)': the misconception \(name) gives the right answer here"
          findings.append(LessonFinding(.advice, quiz.lineNumber, text))
        }
      }
    }
    return findings
  }
}

extension LessonFinding.Severity {
  fileprivate var order: Int { LessonFinding.Severity.allCases.firstIndex(of: self) ?? 0 }
}

extension Substring {
  /// True for `- something: …`, as hints are written.
  fileprivate var looksLikeItem: Bool {
    guard hasPrefix("- "), let colon = firstIndex(of: ":") else { return false }
    return self[..<colon].count < 14
  }
}

extension SessionDocument {
  /// By what values are drawn for a lesson: its title, which a file keeps wherever it is moved.
  var pickKey: String { frontMatter?.title ?? "" }
}
