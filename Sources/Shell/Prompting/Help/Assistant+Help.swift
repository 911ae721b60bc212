import Guidance
import Language

extension Assistant {
  /// What may follow at the cursor, in groups, one line each; nil where `?` is part of a text.
  package func slotHelp(_ text: String, at cursor: Int) -> [String]? {
    guard let place = CompletionPlace(text, cursor), !isInFreeText(place) else { return nil }
    let groups = helpGroups(place)
    guard !groups.isEmpty else {
      let diagnostic = TextAnalysis(place.before, vocabulary, bench).diagnostic
      return [diagnostic?.message ?? "nothing more belongs here"]
    }
    return groups.flatMap(\.lines)
  }

  func helpGroups(_ place: CompletionPlace) -> [HelpGroup] {
    // Behind a finished word the question is what may follow it.
    if let followers = CompletionPlace(place.before + " ", place.cursor + 1),
      !hasUnfinishedWord(place.before),
      let search = CandidateSearch(followers, from: followers.cursor, self)
    {
      let groups = search.groups()
      if !groups.isEmpty { return groups }
    }
    for start in place.starts(vocabulary) {
      guard let search = CandidateSearch(place, from: start, self) else { continue }
      let groups = search.groups()
      if !groups.isEmpty { return groups }
    }
    return []
  }

  private func hasUnfinishedWord(_ text: String) -> Bool {
    guard case .word(nil, let terms)? = tokens(in: text, vocabulary).dropLast().last?.kind else {
      return false
    }
    return terms.isEmpty
  }

  private func isInFreeText(_ place: CompletionPlace) -> Bool {
    let all = tokens(in: place.before, vocabulary).dropLast()
    if case .invalid(let diagnostic)? = all.last?.kind, diagnostic.code == "unclosed-quote" {
      return true
    }
    guard case .word(_, let terms)? = all.first?.kind else {
      return place.starts(vocabulary).isEmpty
    }
    return place.starts(vocabulary).isEmpty || terms.contains { $0.kind == .statement(.text) }
  }
}

/// Words of one kind that may stand at a place.
struct HelpGroup {
  var title: String
  var candidates: [Completion.Candidate]

  /// More than these are left to completion.
  private static let longest = 14

  var lines: [String] {
    let shown = candidates.prefix(HelpGroup.longest)
    let width = min(24, shown.map(\.text.count).max() ?? 0)
    let rows = shown.map { candidate -> String in
      let padding = String(repeating: " ", count: max(0, width - candidate.text.count))
      guard !candidate.description.isEmpty else { return "  \(candidate.text)" }
      return "  \(candidate.text)\(padding)  \(candidate.description)"
    }
    let more = candidates.count - shown.count
    return [title] + rows + (more > 0 ? ["  … and \(more) more: Tab goes through them"] : [])
  }
}
