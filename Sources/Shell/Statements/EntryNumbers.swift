import Guidance
import Language

/// Which entries a statement means: `3`, `3..5`, `3, 7`, `stale`.
struct EntryNumbers {
  /// In the order of the session, each once.
  let numbers: [Int]

  /// Reads the words behind a statement against the entries there are.
  init(_ command: Command, in workspace: Workspace) throws(Diagnostic) {
    guard case .words(let words) = command.argument, let first = words.first, let last = words.last
    else {
      throw Diagnostic(
        "needs-number",
        "`\(command.name.text)` takes the number of an entry, or several: `3`, `3..5`, `3, 7`"
      )
    }
    let span = first.span.joined(last.span)
    let text = words.map(\.text).joined()
    let entries = workspace.transcript.entries.filter { $0.kind == .entry }
    if text.lowercased() == "stale" {
      numbers = entries.filter(\.isStale).map(\.number)
      return
    }
    var wanted: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = EntryNumbers.range(String(part)) else {
        throw Diagnostic(
          "needs-number",
          "`\(command.name.text)` takes numbers of entries: `3`, `3..5`, `3, 7`",
          at: span
        )
      }
      let found = entries.map(\.number).filter(range.contains)
      guard !found.isEmpty else {
        let name = range.count == 1 ? "entry \(range.lowerBound)" : "entry in \(part)"
        throw Diagnostic("no-such-entry", "there is no \(name)", at: span)
      }
      wanted.formUnion(found)
    }
    numbers = entries.map(\.number).filter(wanted.contains)
  }

  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.replacing("…", with: "..").split(separator: "..").map { Int($0) }
    guard let first = ends.first, let lower = first, let last = ends.last, let upper = last,
      ends.count <= 2, lower > 0, lower <= upper
    else { return nil }
    return lower...upper
  }
}

extension Command {
  /// How many entries stand behind the word; nil where nothing does.
  func entryCount() throws(Diagnostic) -> Int? {
    guard case .words(let words) = argument, let word = words.first else { return nil }
    guard let count = Int(word.text), count > 0 else {
      throw Diagnostic("needs-number", "`\(name.text)` takes a number of entries", at: word.span)
    }
    return count
  }
}
