import Reports

/// What a replay found: a record for every entry that was run.
package struct ReplayReport: Sendable {
  package var document: SessionDocument
  package var records: [Record]
  package var skipped = 0
  /// How many entries were not run because a program is not installed, by its name.
  package var lacking: [String: Int] = [:]

  /// The questions of a lesson, and what is wrong with those whose answers do not hold.
  package var quizCount = 0
  package var brokenQuizzes: [LessonFinding] = []

  /// Entries passed so far, skipped ones included; their numbers are those shown at the prompt.
  var count = 0

  package struct Record: Equatable, Sendable {
    // Where the entry stands in the document.
    var block: Int
    var entry: Int

    /// The number of the entry in the session, from 1.
    package var number: Int
    package var lineNumber: Int
    package var input: String
    package var expected: [String]
    package var tolerance: TradeAttributes.Tolerance?
    package var outcome: Replay.Outcome
    package var verdict: Verdict

    /// Which figures were revised since the output was recorded, a sentence each.
    package var explanation: [String] = []
  }

  init(document: SessionDocument, records: [Record]) {
    self.document = document
    self.records = records
  }

  package func count(_ verdict: Verdict) -> Int {
    records.count { $0.verdict == verdict }
  }

  /// 1 where something failed, else 0.
  package var exitStatus: Int32 { tally.exitStatus }

  /// One line: `12 pass · 2 drift · 0 fail`.
  package var summary: String { tally.summary }

  package var tally: ReplayTally {
    var tally = ReplayTally()
    for record in records { tally.counts[record.verdict, default: 0] += 1 }
    tally.skipped = skipped
    tally.lacking = lacking
    tally.quizzes = quizCount
    tally.brokenQuizzes = brokenQuizzes.count
    return tally
  }

  /// The exit status once the outputs are those of this run: what `--update` cannot mend remains.
  package var exitStatusWhenUpdated: Int32 {
    let document = updated
    let isMended = records.allSatisfy { record in
      guard record.verdict != .error, record.outcome.holds else { return false }
      guard record.verdict == .fail, case .trade(let block) = document.blocks[record.block],
        let demanded = block.attributes.errorCode
      else { return true }
      return record.entry < block.entries.count - 1 || demanded == record.outcome.errorCode
    }
    return isMended && brokenQuizzes.isEmpty ? 0 : 1
  }

  /// The document with the outputs of this run.
  ///
  /// Inputs and prose are never touched. An output stays as it was written where it passes with the
  /// help of `…` or `[..]`, and where the input failed although an answer is expected: trouble that
  /// may pass must not wipe out what was recorded.
  package var updated: SessionDocument {
    var copy = document
    for (i, changed) in Dictionary(grouping: records.filter(\.changesDocument), by: \.block) {
      guard case .trade(var block) = copy.blocks[i] else { continue }
      for record in changed {
        block.replaceOutput(ofEntry: record.entry, with: record.outcome.output)
      }
      copy.blocks[i] = .trade(block)
    }
    return copy
  }
}

extension ReplayReport.Record {
  fileprivate var changesDocument: Bool {
    guard verdict != .error, recordable(outcome.output) != recordable(expected) else {
      return false
    }
    return verdict != .pass || !expected.contains { $0.contains("[..]") || isElision($0) }
  }
}

private func isElision(_ line: String) -> Bool { line[...].trimmed == "…" }
