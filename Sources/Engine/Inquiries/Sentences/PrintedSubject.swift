import Catalogue
import Guidance
import Language
import Periods

/// What a sentence is about: `China's exports to the US`, `the share of …`.
struct PrintedSubject: Sendable {
  let text: String
  /// True for exports and imports, which take a plural verb.
  let isPlural: Bool
  /// True where it is one measure, of which can be said that it rose or fell.
  let isMeasure: Bool

  init(_ inquiry: Inquiry) {
    let bench = inquiry.answerer.bench
    guard let phrase = inquiry.phrase, case .measure(let name, let reporter) = phrase.head,
      phrase.qualifiers.ratio == nil,
      let measure = bench.lexicon.measures[name.text]
    else {
      let words = inquiry.subjectWords
      text = words.hasPrefix("share of") ? "the \(words)" : words
      isPlural = false
      isMeasure = false
      return
    }
    isMeasure = true
    var words: String
    if case .indicator(let indicator) = measure.kind {
      let isShort = indicator.name.count <= 3
      let noun = isShort ? indicator.name.uppercased() : indicator.name
      let coverage = indicator.coverage
      let saysBoth = coverage.lowercased().contains(indicator.name)
      let saysOwner = indicator.name.hasPrefix(coverage.lowercased())
      words = saysBoth ? "the \(coverage)" : saysOwner ? noun : "\(coverage.possessive) \(noun)"
      isPlural = false
    } else {
      let own = bench.reporter.flatMap { Place.known($0)?.name } ?? ""
      let owner = reporter?.text ?? own
      let noun = measure.isSigned ? "goods \(name.text)" : name.text
      words = owner.isEmpty ? noun : "\(owner.possessive) \(noun)"
      isPlural = name.text.hasSuffix("s") && !measure.isSigned
    }
    if !phrase.qualifiers.products.isEmpty {
      words += " of " + phrase.qualifiers.products.joined().map(\.text).joinedInProse
    }
    if let partners = phrase.qualifiers.partners {
      let names = partners.groups.joined().map(\.text.withArticle)
      words += " \(partners.direction.rawValue) \(names.joinedInProse)"
    }
    if case .reporter(let place)? = phrase.qualifiers.mirror {
      words += ", as \(place.text.withArticle) reports them,"
    }
    text = PrintedSubject.transformed(words, inquiry)
  }

  /// With what the transforms make of it: the change, the average.
  private static func transformed(_ words: String, _ inquiry: Inquiry) -> String {
    let silent = ["yoy", "mom", "qoq", "ytd", "qtd"]
    let names = inquiry.transformNames
    if let last = inquiry.phrase?.transforms.last, last.argument == .expressed(.change) {
      return "the change in \(words) on a year earlier"
    }
    let loud = names.filter { !silent.contains($0) }
    guard !loud.isEmpty else { return words }
    let labels = inquiry.plan.transformLabels.map { $0.replacing(" · ", with: ", ") }
    return "\(words) (\(labels.joined(separator: ", ")))"
  }
}

extension String {
  var possessive: String { hasSuffix("s") ? "\(self)'" : "\(self)'s" }

  /// With the article that some names of places take.
  var withArticle: String {
    ["US", "EU", "UK", "Netherlands", "Philippines"].contains(self) ? "the \(self)" : self
  }
}

extension [String] {
  /// `a, b and c`.
  var joinedInProse: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Period {
  /// The period as print writes it: `November 2025`, `the first eleven months of 2025`, `2025`.
  var printed: String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let counts = [
      "", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    ]
    switch grain {
    case .month: return "\(months[start.number - 1]) \(start.year)"
    case .year: return "\(start.year)"
    case .quarter:
      let word = ["first", "second", "third", "fourth"][(start.number - 1) / 3]
      return "the \(word) quarter of \(start.year)"
    case .half: return "the \(start.number == 1 ? "first" : "second") half of \(start.year)"
    case nil where start.number == 1 && start.year == end.year:
      return "the first \(counts[length]) months of \(start.year)"
    case nil where start.year == end.year:
      return "\(months[start.number - 1])–\(months[end.number - 1]) \(end.year)"
    case nil:
      return "\(months[start.number - 1]) \(start.year) to \(months[end.number - 1]) \(end.year)"
    }
  }
}
