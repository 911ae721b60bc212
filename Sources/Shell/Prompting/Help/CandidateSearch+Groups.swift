import Language

extension CandidateSearch {
  /// The candidates by what they are, with a word about what cannot be listed.
  func groups() -> [HelpGroup] {
    let all = candidatesBySlot()
    var groups: [HelpGroup] = []
    for (slot, candidates) in all where !candidates.isEmpty {
      let title = slot.title
      if let index = groups.firstIndex(where: { $0.title == title }) {
        groups[index].candidates += candidates
      } else {
        groups.append(HelpGroup(title: title, candidates: candidates))
      }
    }
    let free = typed.isEmpty ? slots.compactMap(\.freeText) : []
    if !free.isEmpty { groups.append(HelpGroup(title: "also", candidates: free)) }
    return groups
  }
}

extension Slot {
  fileprivate var title: String {
    switch self {
    case .head, .measure: "measures and functions"
    case .place: "partners"
    case .member(let key): "values of \(key)"
    case .product: "products"
    case .event: "events"
    case .dimension, .attribute: "dimensions"
    case .currency: "currencies"
    case .transform: "transforms"
    case .aggregate: "aggregates"
    case .form: "forms"
    case .period, .day, .span: "periods"
    case .statement: "statements"
    case .keyword, .word, .number, .name, .file, .symbol, .end: "words"
    }
  }

  /// What may stand here and is no word of a list.
  fileprivate var freeText: Completion.Candidate? {
    switch self {
    case .number: Completion.Candidate("5", "a number")
    case .span: Completion.Candidate("12m", "a length of time: months, quarters or years")
    case .day: Completion.Candidate("2025-12-08", "a day")
    case .name: Completion.Candidate("NAME", "a new name: letters, digits and `_`")
    case .file: Completion.Candidate("\"FILE\"", "a file name in quotes")
    default: nil
    }
  }
}
