import Catalogue
import Columns
import Engine
import Guidance

/// What in a data set does not add up, and the clauses of `import` that mend it.
struct DataCheck {
  private let data: DataSet
  private let reading: Workspace.Reading?
  private let width: Int

  /// Larger tables are left to their makers: every figure is looked at.
  private static let mostRows = 2_000_000

  init(_ data: DataSet, _ workspace: Workspace) {
    self.data = data
    reading = workspace.readings[data.name]
    width = workspace.settings.width
  }

  /// Findings whose mend is one of several, so that it is the user's to choose.
  private static let choices: Set<String> = ["unit-undeclared", "rows-contradict"]

  var answer: Answer {
    let lines = lines
    var answer = Answer(reading: "check \(data.name)", content: .text(lines))
    answer.description = Array(lines.prefix(1))
    return answer
  }

  private var lines: [String] {
    guard data.remoteCount == nil else {
      return ["\(data.name): the figures lie on a server, where nothing looks through them"]
    }
    guard data.facts.rowCount <= DataCheck.mostRows else {
      return ["\(data.name): \(data.facts.rowCount) figures are too many to check one by one"]
    }
    let findings = (reading?.report.findings ?? data.findings).filter(\.isWarning)
    let refused = reading?.report.refused.count ?? 0
    var lines = findings.flatMap { ImportCard.lines($0, width: width) }
    if refused > 0 {
      let first = reading?.report.refused.first.first.map { ", first line \($0.line)" } ?? ""
      lines.append("  \(refused) row\(refused == 1 ? "" : "s") refused\(first)")
    }
    let count = lines.isEmpty ? "nothing amiss" : "\(findings.count + (refused > 0 ? 1 : 0)) found"
    let head = "\(data.name): \(data.facts.rowCount) figures checked, \(count)"
    return [head] + lines + mended(findings)
  }

  /// The statement that imports the file with every mend that was proposed.
  private func mended(_ findings: [ImportFinding]) -> [String] {
    let mends = findings.filter { !DataCheck.choices.contains($0.code) }.compactMap(\.mend)
    guard let reading, !mends.isEmpty else { return [] }
    let name = reading.hasName ? "" : " as \(data.name)-mended"
    return ["mended: \(reading.statement)\(name) \(mends.joined(separator: " "))"]
  }
}
