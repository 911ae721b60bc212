import Catalogue
import Engine
import Guidance
import Reports

/// A session that was run to be shown: its prose, and its entries with their answers.
package struct ExportedSession: Sendable {
  package var title: String
  /// On which data it was run, in one line.
  package var provenance: String
  package var parts: [Part] = []

  package init(title: String, provenance: String) {
    self.title = title
    self.provenance = provenance
  }

  package enum Part: Sendable {
    case prose(String)
    case cell(Cell)
    case quiz(QuizBlock)
  }

  /// One entry.
  package struct Cell: Sendable {
    package var number: Int
    package var input: String
    /// What it gave; nil for entries with nothing to say, and for those that failed or were skipped.
    package var answer: Answer?
    /// The plain text of the answer or of the error.
    package var lines: [String] = []
    package var error: Diagnostic?

    package init(number: Int, input: String) {
      self.number = number
      self.input = input
    }
  }
}

extension SessionRunner {
  /// Runs a session for an export; blocks that are hidden are run and left out.
  package func export(_ text: String) throws(Diagnostic) -> ExportedSession {
    let document = try SessionRunner.document(reading: text)
    var workspace = workspace(for: document)
    var session = ExportedSession(
      title: document.title ?? "A session",
      provenance: provenance(of: workspace)
    )
    var number = 0
    for block in document.blocks {
      switch block {
      case .prose(let prose): session.parts.append(.prose(prose))
      case .quiz(let quiz): session.parts.append(.quiz(quiz))
      case .trade(let trade):
        for entry in trade.entries {
          number += 1
          var cell = ExportedSession.Cell(number: number, input: entry.input)
          if let program = missingProgram(of: trade) {
            cell.lines = ["not run: \(program) is not installed"]
          } else if !trade.attributes.isSkipped {
            fill(&cell, entry, in: trade, &workspace)
          }
          if !trade.attributes.isHidden { session.parts.append(.cell(cell)) }
        }
      }
    }
    return session
  }

  private func fill(
    _ cell: inout ExportedSession.Cell,
    _ entry: TradeBlock.Entry,
    in block: TradeBlock,
    _ workspace: inout Workspace
  ) {
    let result = result(of: entry.input, asOf: block.attributes.asOf, &workspace)
    cell.lines = workspace.outcome(result, of: entry.input).output
    switch result {
    case .success(let reply): cell.answer = reply.answer
    case .failure(let diagnostic): cell.error = diagnostic
    }
  }

  /// On which data a session is run, in one line.
  func provenance(of workspace: Workspace) -> String {
    let data = workspace.bench.data
    let reference = DataReference(
      data,
      fingerprint: fingerprint ?? workspace.bench.facts.fingerprint
    )
    var parts = ["\(data.title) (\(data.name))"]
    if let through = reference.through { parts.append("figures through \(through)") }
    if case .asOf(let day) = workspace.bench.vintage { parts.append("as known on \(day)") }
    if let sha256 = reference.sha256 { parts.append("data \(sha256)") }
    return parts.joined(separator: " · ")
  }
}

extension SessionDocument {
  /// The title of the head, else the first heading.
  var title: String? {
    if let title = frontMatter?.title { return title }
    for case .prose(let prose) in blocks {
      for case .heading(_, let text) in MarkdownBlock.blocks(of: prose) { return text }
    }
    return nil
  }
}
