import Language

/// False where an entry goes on: behind an operator or a comma, inside of parentheses or quotes.
package func isComplete(_ entry: String) -> Bool {
  let trimmed = entry.split(separator: "\n").last.map(String.init) ?? ""
  if trimmed.drop(while: \.isWhitespace).hasPrefix("#") { return true }
  let all = tokens(in: entry, Vocabulary()).dropLast()
  var depth = 0
  for token in all {
    switch token.kind {
    case .symbol(.open): depth += 1
    case .symbol(.close): depth -= 1
    default: break
    }
  }
  guard let last = all.last else { return true }
  if depth > 0 { return false }
  switch last.kind {
  case .symbol(let symbol):
    return ![
      .plus, .minus, .times, .divide, .power, .comma, .equal, .notEqual, .less, .atMost,
      .greater, .atLeast, .about, .tolerance,
    ].contains(symbol)
  default: return true
  }
}

extension Workspace {
  /// The entries of a text, which may have been pasted: the text itself where it can be read as one
  /// entry, else its lines, as many together as belong together.
  package func entries(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count > 1, progress(of: text, vocabulary).diagnostic != nil else { return [text] }
    var entries: [String] = []
    var entry = ""
    for line in lines {
      entry += entry.isEmpty ? line : "\n" + line
      guard isComplete(entry) else { continue }
      if entry.contains(where: { !$0.isWhitespace }) { entries.append(entry) }
      entry = ""
    }
    if !entry.isEmpty { entries.append(entry) }
    return entries
  }
}
