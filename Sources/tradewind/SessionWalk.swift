import Engine
import LineEditing
import Reports
import Shell

/// A session shown to a class: prose, then an input, and on Enter what it gives.
struct SessionWalk {
  private let document: SessionDocument
  private let output: Output
  private let runner: SessionRunner
  private var workspace: Workspace

  init(_ document: SessionDocument, _ runner: SessionRunner, _ output: Output) {
    self.document = document
    self.output = output
    self.runner = runner
    workspace = runner.workspace(for: document)
  }

  /// Goes through the session; `q` and the end of the input leave it.
  mutating func run() {
    if isWatched { show("Enter runs the line shown and goes on, q leaves.\n", as: .dim) }
    for block in document.blocks {
      switch block {
      case .prose(let prose): show(prose)
      case .quiz(let quiz): show(quiz.question)
      case .trade(let trade):
        let isShown =
          !trade.attributes.isHidden
          && (runner.onlyBlock == nil || trade.attributes.id == runner.onlyBlock)
        if let program = runner.missingProgram(of: trade) {
          if isShown { show("not run: \(program) is not installed", as: .dim) }
          continue
        }
        for entry in trade.entries where !trade.attributes.isSkipped {
          guard show(entry, in: trade, isShown: isShown) else { return }
        }
      }
    }
  }

  private mutating func show(
    _ entry: TradeBlock.Entry,
    in block: TradeBlock,
    isShown: Bool
  ) -> Bool {
    if isShown {
      let input = entry.input.split(separator: "\n", omittingEmptySubsequences: false)
      for (i, line) in input.enumerated() { show((i == 0 ? "> " : ". ") + line, as: .heading) }
      guard waitForEnter() else { return false }
    }
    let outcome = runner.run(entry, in: block, &workspace)
    if isShown { for line in outcome.output { show("  " + line) } }
    return true
  }

  private var isWatched: Bool { Terminal.isTerminal(0) && Terminal.isTerminal(1) }

  /// Nobody waits where nobody sits: of a pipe the session is simply shown.
  private func waitForEnter() -> Bool {
    guard isWatched else { return true }
    guard let line = readLine() else { return false }
    return line.drop(while: \.isWhitespace).first != "q"
  }

  private func show(_ text: String, as role: Reports.StyledText.Role = .plain) {
    var styled = Reports.StyledText()
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      styled.append(line.last == "\r" ? String(line.dropLast()) : String(line), as: role)
    }
    if text.hasSuffix("\n") { styled.lines.removeLast() }
    write(output.painted(styled), to: 1)
  }
}
