import Catalogue
import Engine
import Guidance
import Language

/// The search for what may stand between a part of an entry that can be read and the cursor.
struct CandidateSearch {
  /// Texts longer than this get no continuation, and types are not tried.
  static let longestText = 500

  private let prefix: String
  /// What is typed of the candidate, as it is and in lower case without a quotation mark.
  private let written: String
  let typed: String
  let slots: [Slot]
  private let progress: Progress
  private let assistant: Assistant

  /// Nil where the text up to the start cannot be read.
  init?(_ place: CompletionPlace, from start: Int, _ assistant: Assistant) {
    prefix = place.prefix(to: start)
    written = place.typed(from: start)
    typed = written.drop { $0 == "\"" || $0 == "“" }.lowercased()
    progress = Language.progress(of: prefix, assistant.vocabulary)
    guard progress.isAtEnd else { return nil }
    slots = progress.expectations
    self.assistant = assistant
  }

  // MARK: Candidates

  /// The candidates that fit, best first.
  func candidates() -> [Completion.Candidate] {
    var found: [Completion.Candidate] = []
    var seen: Set<String> = []
    for (slot, words) in offers(matching: .beginning) {
      found += readable(words, slot).filter { seen.insert($0.text).inserted }
    }
    guard found.isEmpty, typed.count > 1 else { return wellTyped(found) }
    for (slot, words) in offers(matching: .anywhere) {
      found += readable(words, slot).filter { seen.insert($0.text).inserted }
    }
    return wellTyped(found)
  }

  /// The candidates that begin as typed, by the slot that takes them.
  func candidatesBySlot() -> [(slot: Slot, candidates: [Completion.Candidate])] {
    offers(matching: .beginning).map { slot, words in (slot, wellTyped(readable(words, slot))) }
  }

  /// The rest of the one word that is likeliest to follow; nil where that is anyone's guess.
  func continuation() -> String? {
    if typed.isEmpty { return firstName }
    guard !isKnownWord else { return nil }
    for (slot, words) in offers(matching: .beginning) {
      for candidate in readable(Array(words.prefix(3)), slot) {
        let text = candidate.text
        guard text.lowercased().hasPrefix(written.lowercased()), text.count > written.count else {
          continue
        }
        return String(text.dropFirst(written.count))
      }
    }
    return nil
  }

  /// Behind a preposition that only a partner can follow: the largest one.
  private var firstName: String? {
    guard slots.contains(.place), !slots.contains(.transform), !slots.contains(.head),
      prefix.last == " ", let country = assistant.words.firstCountry
    else { return nil }
    return isReadable(country) ? country : nil
  }

  private var isKnownWord: Bool {
    guard case .word(let keyword, let terms)? = tokens(in: typed, assistant.vocabulary).first?.kind
    else { return true }
    return keyword != nil || !terms.isEmpty
  }

  // MARK: Words for slots

  private enum Match { case beginning, anywhere }

  /// The words for every slot that match what is typed, in the order in which slots are offered.
  private func offers(matching match: Match) -> [(slot: Slot, words: [Completion.Candidate])] {
    slots.sorted { $0.rank < $1.rank }.map { slot in
      (slot, words(for: slot).filter { fits($0, match) }.map { candidate($0) })
        as (Slot, [Completion.Candidate])
    } + [(.period, periods)]
  }

  private var periods: [Completion.Candidate] {
    guard slots.contains(.period), let last = assistant.workspace.bench.data.lastMonth else {
      return []
    }
    return PeriodCandidates(last: last).candidates(typed: typed)
  }

  private func fits(_ word: WordList.Word, _ match: Match) -> Bool {
    guard !typed.isEmpty else { return true }
    return word.spellings.contains {
      match == .beginning ? $0.hasPrefix(typed) : $0.contains(typed)
    }
  }

  private func candidate(_ word: WordList.Word) -> Completion.Candidate {
    Completion.Candidate(word.text, word.description)
  }

  private func words(for slot: Slot) -> [WordList.Word] {
    let words = assistant.words
    switch slot {
    case .head: return words.measures + words.variables + words.aggregates + functionCalls
    case .measure: return words.measures
    case .place: return words.places
    case .product: return words.products
    case .event: return words.events
    case .dimension: return words.dimensions
    case .attribute: return words.dimensions
    case .currency: return words.currencies
    case .transform: return orderedTransforms
    case .aggregate: return words.aggregates
    case .form: return words.forms
    case .statement: return words.statements
    case .word: return wordsOfStatement + wordsOfStatements
    case .member(let key): return members(of: key)
    case .keyword(let keyword): return self.words(for: keyword)
    case .period, .day, .span, .number, .name, .file, .symbol, .end: return []
    }
  }

  private var functionCalls: [WordList.Word] {
    assistant.words.functions.map {
      WordList.Word(text: $0.text + "(", description: $0.description, spellings: $0.spellings)
    }
  }

  /// A balance is followed by its running total more often than by its growth.
  private var orderedTransforms: [WordList.Word] {
    let transforms = assistant.words.transforms
    guard measure?.isSigned == true, let total = transforms.firstIndex(where: { $0.text == "ytd" })
    else { return transforms }
    return [transforms[total]] + transforms[..<total] + transforms[(total + 1)...]
  }

  private func words(for keyword: Keyword) -> [WordList.Word] {
    guard let summary = keyword.summary else { return [] }
    // A measure has one preposition for its partner.
    let directions: [Keyword] = [.to, .from, .with]
    if directions.contains(keyword), slots.contains(.keyword(.excluding)),
      let direction = measure?.direction, direction.rawValue != keyword.rawValue
    {
      return []
    }
    return [
      WordList.Word(text: keyword.phrase, description: summary, spellings: [keyword.phrase])
    ]
  }

  /// The last measure before the cursor.
  private var measure: Measure? {
    for token in progress.tokens.reversed() {
      guard case .word(_, let terms) = token.kind else { continue }
      if let term = terms.first(where: { $0.kind == .measure }) {
        return assistant.workspace.bench.lexicon.measures[term.name]
      }
    }
    return nil
  }

  /// What the statement at the beginning takes.
  private var wordsOfStatement: [WordList.Word] {
    guard progress.tokens.count == 2, case .word(_, let terms) = progress.tokens[0].kind else {
      return []
    }
    let names = terms.map(\.name)
    if names.contains("help") { return assistant.words.topics }
    if names.contains("unset") { return assistant.words.variables }
    return []
  }

  /// What a statement itself offers behind the words that are typed.
  private var wordsOfStatements: [WordList.Word] {
    guard case .word(_, let terms)? = progress.tokens.first?.kind else { return [] }
    let names = terms.map(\.name)
    guard let statement = statements.first(where: { names.contains($0.entry.name) }) else {
      return []
    }
    let typed = progress.tokens.dropFirst().dropLast().map(\.text).filter { $0 != "=" }
    return statement.candidates(behind: Array(typed), in: assistant.workspace).map { candidate in
      WordList.Word(
        text: candidate.text,
        description: candidate.description,
        spellings: [candidate.text.filter { $0 != "\"" }.lowercased()]
      )
    }
  }

  /// The values that a condition may compare a dimension or an attribute with.
  private func members(of key: String) -> [WordList.Word] {
    switch key {
    case "partner": assistant.words.places
    case "product": assistant.words.products
    case "region": assistant.words.regions
    default: []
    }
  }

  // MARK: Trying

  /// The candidates with which the entry can be read.
  ///
  /// Names of one slot are read alike, so one of them stands for all.
  private func readable(
    _ candidates: [Completion.Candidate],
    _ slot: Slot
  ) -> [Completion.Candidate] {
    guard slot != .period, let first = candidates.first else {
      return candidates.filter { isReadable($0.text) }
    }
    let areAlike: Bool =
      switch slot {
      case .place, .product, .event, .currency, .dimension, .form, .statement, .word, .measure,
        .member:
        true
      default: false
      }
    guard areAlike else { return candidates.filter { isReadable($0.text) } }
    return isReadable(first.text) ? candidates : []
  }

  private func isReadable(_ candidate: String) -> Bool {
    let text = prefix + candidate
    let progress = Language.progress(of: text, assistant.vocabulary)
    guard progress.diagnostic != nil, !progress.isUnfinished else { return true }
    return progress.isAtEnd
  }

  /// The candidates that give the entry a type, where it would be complete with them and has one
  /// without them.
  private func wellTyped(_ candidates: [Completion.Candidate]) -> [Completion.Candidate] {
    guard prefix.utf8.count <= CandidateSearch.longestText else { return candidates }
    let bench = assistant.bench
    let vocabulary = assistant.vocabulary
    guard TextAnalysis(prefix, vocabulary, bench).plan != nil else { return candidates }
    return candidates.filter {
      TextAnalysis(prefix + $0.text, vocabulary, bench).diagnostic == nil
    }
  }
}

extension Slot {
  /// The order in which slots are offered.
  fileprivate var rank: Int {
    switch self {
    case .member: -1
    case .place: 0
    case .product: 1
    case .dimension, .attribute: 2
    case .event: 3
    case .currency: 4
    case .form: 5
    case .measure: 6
    case .head: 7
    case .keyword(.to), .keyword(.from), .keyword(.with): 8
    case .transform: 9
    case .aggregate: 10
    case .keyword: 11
    case .word: 12
    case .statement: 13
    case .period, .day, .span, .number, .name, .file, .symbol, .end: 14
    }
  }
}
