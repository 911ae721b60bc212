import Engine
import Guidance
import Language
import Reports

/// Explains the language or one word of it.
enum Help: StatementWord {
  static let entry = Entry(
    "help",
    aliases: ["?", "man"],
    category: .statement,
    summary: "Explain the language, or one word of it.",
    usage: "help [WORD]",
    searchTerms: ["manual", "how"],
    examples: ["help yoy"]
  )
  static let shape = CommandShape.words
  static let isRecorded = false

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, !words.isEmpty else {
      return Reply(lines: overview)
    }
    let topic = words.map(\.text).joined(separator: " ")
    let entries = workspace.bench.lexicon.entries
    // `export` is a statement of its own and another spelling of `exports`.
    let named = entries.first { $0.name.lowercased() == topic.lowercased() }
    if let entry = named ?? entries.first(where: { $0.answers(to: topic) }) {
      return Reply(lines: page(entry, workspace))
    }
    let found = entries.filter { $0.mentions(topic) }
    guard !found.isEmpty else {
      throw Diagnostic("unknown-topic", "there is no help on '\(topic)'", at: words[0].span)
        .suggesting(topic, from: entries.map(\.name))
    }
    return Reply(
      lines: ["words about '\(topic)'"] + found.map { ListRow($0.name, $0.summary, "") }.aligned
    )
  }

  private static let overview = [
    "Type what you would say; the answer comes with how it was read and where it is from.",
    "",
    "  surplus ytd                         exports to US yoy 2025-11",
    "  exports by partner 2024             top 5 partners by exports 2024",
    "  exports to US, EU, ASEAN yoy        share of exports to US by year",
    "  when surplus ytd > 1 trillion       exports to US 2024 vs reported by US",
    "  exports 2025-11 as of 2025-12-08    exports yoy published",
    "",
    "help WORD explains a word · list measures, partners, events … · find TEXT looks for one",
    "save \"FILE\" keeps the session · quit or ^D leaves",
  ]

  /// Everything that is known about a word, with its examples and what they give.
  static func page(_ entry: Entry, _ workspace: Workspace) -> [String] {
    var lines = ["\(entry.name) · \(entry.summary)", "", "  \(entry.usage)"]
    if !entry.formula.isEmpty { lines.append("  = \(entry.formula)") }
    if !entry.aliases.isEmpty {
      lines.append("  also: \(entry.aliases.joined(separator: ", "))")
    }
    if !entry.reference.isEmpty { lines.append("  after: \(entry.reference)") }
    let room = max(20, workspace.settings.width - 2)
    for remark in entry.remarks { lines += [""] + wrapped(remark, to: room).map { "  \($0)" } }
    for example in entry.examples {
      lines += ["", "> \(example)"]
      var copy = workspace
      guard let reply = try? copy.run(example), let answer = reply.answer else { continue }
      lines += workspace.outputLines(answer, input: example).map { "  \($0)" }
    }
    return lines
  }
}

extension Entry {
  /// True for the word itself and its other spellings.
  func answers(to topic: String) -> Bool {
    ([name] + aliases).contains { $0.lowercased() == topic.lowercased() }
  }

  /// True where the word has to do with a topic.
  func mentions(_ topic: String) -> Bool {
    let text = ([name, summary] + aliases + searchTerms).joined(separator: " ").lowercased()
    return text.contains(topic.lowercased())
  }
}
