import Periods
import Reports

/// Runs the inputs of a session again and says of every one whether its output still holds.
package struct Replay: Sendable {
  /// True where the data are not those that the session was written on.
  package var dataChanged: Bool

  /// The only block to report on; those before it are run all the same, for what they define.
  package var onlyBlock: String?

  /// What the runner of a session gets to see of an entry.
  package struct Step: Equatable, Sendable {
    package var input: String
    /// The day of which the block wants the data to be seen.
    package var asOf: Day?
  }

  /// What running one input gave.
  package struct Outcome: Equatable, Sendable {
    package var output: [String]
    /// The code of the diagnostic where the input failed.
    package var errorCode: String?
    /// False where the input was an expectation that does not hold.
    package var holds: Bool

    package init(output: [String], errorCode: String? = nil, holds: Bool = true) {
      self.output = output
      self.errorCode = errorCode
      self.holds = holds
    }
  }

  package init(dataChanged: Bool, onlyBlock: String? = nil) {
    self.dataChanged = dataChanged
    self.onlyBlock = onlyBlock
  }

  /// Runs the entries in the order of the file.
  ///
  /// `explaining` is asked right behind an entry that drifted which figures were revised,
  /// `missingProgram` of every block what it needs and is not there: then it is not run,
  /// `isCancelled` before each entry: with true, the report ends there.
  package func run(
    _ document: SessionDocument,
    with runner: (Step) -> Outcome,
    explaining: (ReplayReport.Record) -> [String] = { _ in [] },
    missingProgram: (TradeBlock) -> String? = { _ in nil },
    isCancelled: () -> Bool = { false }
  ) -> ReplayReport {
    var report = ReplayReport(document: document, records: [])
    let lastWanted = document.blocks.lastIndex { isWanted($0) } ?? -1
    for (blockIndex, block) in document.blocks.enumerated() where blockIndex <= lastWanted {
      guard case .trade(let trade) = block else { continue }
      let missing = missingProgram(trade)
      for (entryIndex, entry) in trade.entries.enumerated() {
        guard !isCancelled() else { return report }
        let number = report.count + 1
        report.count = number
        guard !trade.attributes.isSkipped else {
          report.skipped += 1
          continue
        }
        if let missing {
          report.lacking[missing, default: 0] += 1
          continue
        }
        let outcome = runner(Step(input: entry.input, asOf: trade.attributes.asOf))
        guard isWanted(block) else { continue }
        let isLast = entryIndex == trade.entries.count - 1
        var record = ReplayReport.Record(
          block: blockIndex,
          entry: entryIndex,
          number: number,
          lineNumber: entry.lineNumber,
          input: entry.input,
          expected: entry.expected,
          tolerance: trade.attributes.tolerance,
          outcome: outcome,
          verdict: verdict(of: outcome, on: entry, in: trade, isLast: isLast)
        )
        if record.verdict == .drift { record.explanation = explaining(record) }
        report.records.append(record)
      }
    }
    return report
  }

  private func isWanted(_ block: SessionDocument.Block) -> Bool {
    guard case .trade(let trade) = block else { return false }
    return onlyBlock == nil || trade.attributes.id == onlyBlock
  }

  private func verdict(
    of outcome: Outcome,
    on entry: TradeBlock.Entry,
    in block: TradeBlock,
    isLast: Bool
  ) -> Verdict {
    let expected = entry.expected
    // The code in the recorded output, and that which the block asks of its last entry.
    let recorded = expected.first.flatMap(errorCode)
    let demanded = isLast ? block.attributes.errorCode : nil
    if let code = outcome.errorCode {
      if let demanded, demanded != code { return .fail }
      guard let wanted = recorded ?? demanded else { return .error }
      return wanted == code ? .pass : .fail
    }
    guard recorded == nil, demanded == nil, outcome.holds else { return .fail }
    let comparison = OutputComparison(tolerance: block.attributes.tolerance)
    if comparison.matches(expected, outcome.output) { return .pass }
    guard !expected.isEmpty else { return .new }
    return dataChanged ? .drift : .fail
  }
}

/// How the output of an entry compares with what the session expects.
package enum Verdict: String, CaseIterable, Sendable {
  case pass
  /// The output differs, and so do the data: a revision.
  case drift
  /// The output differs on the same data: a regression.
  case fail
  /// Nothing was recorded yet.
  case new
  /// The input failed where an answer is expected.
  case error
}

/// The code in `error[unknown-partner]: …`.
private func errorCode(_ line: String) -> String? {
  guard line.hasPrefix("error["), let close = line.firstIndex(of: "]") else { return nil }
  return String(line.dropFirst(6)[..<close])
}
