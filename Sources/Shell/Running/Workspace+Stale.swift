import Engine
import Language

// What a definition that was changed leaves behind.
extension Workspace {
  /// Marks the entries that used a name, directly or by way of others, as stale.
  ///
  /// Gives lines that name them, none where there are none. They name inputs, not numbers, and those
  /// run again as well: they are recorded, and a replay knows neither.
  mutating func markStale(using name: String) -> [String] {
    let stale = entries(using: name)
    guard !stale.isEmpty else { return [] }
    transcript.mark(Set(stale.filter { $0.rerunAs == nil }.map(\.number)))
    var seen: Set<String> = []
    let inputs = stale.map(\.input).filter { seen.insert($0).inserted }
    let named = inputs.prefix(3).map { "`\($0.replacing("\n", with: " "))`" }
    let rest = inputs.count - named.count
    let list = named.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    return ["stale now, because the old \(name) was used: \(list)", "`rerun stale` computes anew"]
  }

  /// Entries that gave a result by means of a name.
  private func entries(using name: String) -> [Transcript.Entry] {
    var names: Set<String> = [name]
    var answers: Set<Int> = []
    var lastAnswer: Int?
    var result: [Transcript.Entry] = []
    for entry in transcript.entries where entry.kind == .entry {
      let mentions = entry.mentions
      let isUsing =
        !mentions.names.isDisjoint(with: names) || !mentions.answers.isDisjoint(with: answers)
        || (mentions.takesLast && lastAnswer.map(answers.contains) == true)
      if bench.answers[entry.number] != nil { lastAnswer = entry.number }
      if let definition = mentions.definition {
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

  /// The names and answers that an input takes up, and the name that it defines.
  func mentions(in input: String) -> Transcript.Mentions {
    let tokens = tokens(in: input, vocabulary)
    var mentions = Transcript.Mentions()
    mentions.definition = tokens.defined
    for token in tokens.dropFirst(mentions.definition == nil ? 0 : 2) {
      switch token.answerReference {
      case .last: mentions.takesLast = true
      case .entry(let number): mentions.answers.insert(number)
      case nil: if token.isVariable { mentions.names.insert(token.text) }
      }
    }
    return mentions
  }
}

extension Transcript {
  /// What an input takes up of the session.
  package struct Mentions: Sendable, Equatable {
    /// The name that it gives a meaning.
    var definition: String?
    var names: Set<String> = []
    var answers: Set<Int> = []
    /// True where it holds `_`.
    var takesLast = false
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
