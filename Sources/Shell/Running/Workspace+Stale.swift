import Engine
import Language

// What a definition that was changed leaves behind.
extension Workspace {
  /// Marks the entries that used a name, directly or by way of others, as stale.
  ///
  /// Gives a sentence that names them; nil where there are none. It names inputs, not numbers, and
  /// those run again as well: it is recorded, and a replay knows neither.
  mutating func markStale(using name: String) -> String? {
    let stale = entries(using: name)
    guard !stale.isEmpty else { return nil }
    transcript.mark(Set(stale.filter { $0.rerunAs == nil }.map(\.number)))
    var inputs: [String] = []
    for entry in stale where !inputs.contains(entry.input) { inputs.append(entry.input) }
    let named = inputs.prefix(3).map { "`\($0.replacing("\n", with: " "))`" }
    let rest = inputs.count - named.count
    let list = named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return "stale now, because the old \(name) was used: \(list); `rerun stale` computes anew"
  }

  /// Entries that gave a result by means of a name.
  private func entries(using name: String) -> [Transcript.Entry] {
    var names: Set<String> = [name]
    var answers: Set<Int> = []
    var lastAnswer: Int?
    var result: [Transcript.Entry] = []
    let vocabulary = vocabulary
    for entry in transcript.entries where entry.kind == .entry {
      let tokens = tokens(in: entry.input, vocabulary)
      let definition = tokens.defined
      let isUsing = tokens.dropFirst(definition == nil ? 0 : 2).contains { token in
        switch token.answerReference {
        case .last: lastAnswer.map(answers.contains) ?? false
        case .entry(let number): answers.contains(number)
        case nil: token.isVariable && names.contains(token.text)
        }
      }
      if bench.answers[entry.number] != nil { lastAnswer = entry.number }
      if let definition {
        // A later definition by something else frees the name, unless it is the one in question.
        if isUsing {
          names.insert(definition)
        } else if definition != name {
          names.remove(definition)
        }
      } else if isUsing {
        answers.insert(entry.number)
        result.append(entry)
      }
    }
    return result
  }
}

extension [Token] {
  /// The name that `let` or `def` gives.
  fileprivate var defined: String? {
    guard count > 2, ["let", "def"].contains(self[0].text.lowercased()) else { return nil }
    return self[1].text
  }
}

extension Token {
  fileprivate var isVariable: Bool {
    guard case .word(_, let terms) = kind else { return false }
    return terms.contains { $0.kind == .variable }
  }
}
