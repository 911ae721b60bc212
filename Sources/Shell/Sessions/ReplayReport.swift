import Reports

/// What a replay found: a record for every entry that was run.
package struct ReplayReport: Sendable {
  package var document: SessionDocument
  package var records: [Record]
  package var skipped = 0

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
    package var outcome: Replay.Outcome
    package var verdict: Verdict
  }

  init(document: SessionDocument, records: [Record]) {
    self.document = document
    self.records = records
  }

  package func count(_ verdict: Verdict) -> Int {
    records.count { $0.verdict == verdict }
  }

  /// 1 where something failed, else 0.
  package var exitStatus: Int32 { count(.fail) + count(.error) > 0 ? 1 : 0 }

  /// One line: `12 pass · 2 drift · 0 fail`.
  package var summary: String {
    var parts: [String] = []
    for verdict in Verdict.allCases {
      let count = count(verdict)
      let isAlwaysNamed = verdict == .pass || verdict == .fail
      if count > 0 || isAlwaysNamed { parts.append("\(count) \(verdict.rawValue)") }
    }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    return parts.joined(separator: " · ")
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
