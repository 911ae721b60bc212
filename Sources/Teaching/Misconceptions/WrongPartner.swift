import Catalogue
import Engine
import Language

/// The figure of another partner is given.
enum WrongPartner: Misconception {
  static let page = MisconceptionPage(
    name: "wrong-partner",
    summary: "The figure of another partner is given.",
    right: "exports to US yoy 2025",
    wrong: "exports to EU yoy 2025"
  )
  static let isWide = true
  static let hasQueries = false

  static func mistakes(on question: Question) -> [Mistake] {
    guard let phrase = question.phrase, let partners = phrase.qualifiers.partners,
      partners.groups.count == 1, let own = partners.groups[0].first, partners.groups[0].count == 1,
      question.number != nil
    else { return [] }
    var seen: Set<String> = [own.text]
    return others(phrase).compactMap { name, value in
      guard seen.insert(name).inserted else { return nil }
      var other = phrase
      other.qualifiers.partners?.groups = [[Name(name)]]
      return Mistake(
        "That is the figure for \(name); the question is about another partner.",
        .number(value),
        other.description,
        asked: "the same for the partner in question"
      )
    }

    /// The figure of every partner: of those that are countries and of the groups.
    func others(_ phrase: Phrase) -> [(String, Measured)] {
      ["partner", "country"].flatMap { dimension -> [(String, Measured)] in
        var each = phrase
        each.qualifiers.partners = nil
        each.qualifiers.grouping = Qualifiers.Grouping(
          keys: [.dimension(Name(dimension))],
          each: nil,
          location: phrase.location
        )
        let computation = Computation(Query(.phrase(each)))
        guard case .figures(let figures)? = try? computation.finding(.query, on: question.bench)
        else { return [] }
        let unit = question.number?.unit
        let places = Set(question.bench.data.places.map(\.name))
        return figures.rows.compactMap { row in
          // A table has a column of shares too, whose label says so.
          guard let value = row.value, value.unit == unit else { return nil }
          let name = places.contains(row.label) ? row.label : firstWords(row.label, places)
          return name.map { ($0, value) }
        }
      }
    }
  }

  /// The place at the beginning of a label such as `Hong Kong exports`.
  private static func firstWords(_ label: String, _ places: Set<String>) -> String? {
    var words = label.split(separator: " ")
    while !words.isEmpty {
      words.removeLast()
      let name = words.joined(separator: " ")
      if places.contains(name) { return name }
    }
    return nil
  }
}
