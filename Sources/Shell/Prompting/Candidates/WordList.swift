import Catalogue
import Engine
import Guidance
import Language
import Periods

/// The words that can be offered, by what they are, best first.
///
/// They depend on the data only, and are collected when they are first asked for.
final class WordList {
  /// One thing that may be named.
  struct Word {
    /// As it is written in an entry: quoted where it has to be.
    var text: String
    var description: String
    /// Its names in lower case, the canonical one first.
    var spellings: [String]
  }

  private let bench: Workbench

  /// True where the words of lessons are words.
  private let isInLesson: Bool

  /// The names that the session has given.
  var variables: [Word]

  init(_ workspace: Workspace) {
    bench = workspace.bench
    isInLesson = workspace.lesson != nil
    variables = WordList.variables(in: workspace)
  }

  // MARK: Words of the language

  private(set) lazy var measures = entries(.measure)
  private(set) lazy var transforms = entries(.transform).map { word in
    // Two of them are written with a length, and are offered with the usual one.
    let terms = bench.lexicon.vocabulary.terms(for: word.spellings[0])
    guard let example = terms.compactMap(\.exampleWithLength).first else { return word }
    return Word(
      text: example,
      description: word.description,
      spellings: [example] + word.spellings
    )
  }
  private(set) lazy var aggregates = entries(.ranking)
  private(set) lazy var functions = entries(.function)
  private(set) lazy var dimensions = entries(.dimension)
  private(set) lazy var forms = entries(.form)
  private(set) lazy var statements = entries(.statement).filter { word in
    isInLesson || !bench.lexicon.vocabulary.terms(for: word.spellings[0]).isEmpty
  }

  /// Every word that `help` explains.
  private(set) lazy var topics = Entry.Category.allCases.flatMap(entries)

  private func entries(_ category: Entry.Category) -> [Word] {
    bench.lexicon.entries.filter { $0.category == category && isWritable($0.name) }
      .map { word($0.name, $0.summary, $0.aliases) }
  }

  // MARK: Names of the data

  private(set) lazy var currencies = bench.lexicon.vocabulary.names { $0.kind == .currency }
    .map { word($0, "currency", []) }

  private(set) lazy var events = bench.data.events
    .sorted { ($0.start, $0.name) > ($1.start, $1.name) }
    .map { event in
      word(event.name, "\(event.start)\(event.end.map { " to \($0)" } ?? "")", event.aliases)
    }

  private(set) lazy var places = PartnerRanking(bench).words.map { place, description in
    word(place.name, description, place.aliases + [place.code])
  }

  /// The regions of the partners in the data.
  private(set) lazy var regions: [Word] = {
    var count: [String: Int] = [:]
    for place in bench.data.places where !place.region.isEmpty {
      count[place.region, default: 0] += 1
    }
    return count.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { region, count in
      word(region, "\(count) partners", [])
    }
  }()

  /// The country with which most is traded: the likeliest to be asked for.
  private(set) lazy var firstCountry = PartnerRanking(bench).words
    .first { $0.place.kind == .country }?.place.name

  private(set) lazy var products: [Word] = {
    let own = bench.data.products.filter { $0.code != Product.total }
    let codes = Set(own.map(\.code))
    let others = Product.known.filter { $0.code != Product.total && !codes.contains($0.code) }
    return own.map { word($0.name, $0.code, $0.aliases) }
      + others.map { word($0.name, "\($0.code) · no figures here", $0.aliases) }
  }()

  static func variables(in workspace: Workspace) -> [Word] {
    workspace.bench.definitions.sorted { $0.key < $1.key }.map { name, definition in
      let isFunction = !definition.parameters.isEmpty
      return Word(
        text: isFunction ? name + "(" : name,
        description: "\(definition.query)",
        spellings: [name.lowercased()]
      )
    }
  }

  private func word(_ name: String, _ description: String, _ aliases: [String]) -> Word {
    Word(
      text: isWritable(name) ? name : "\"\(name)\"",
      description: description,
      spellings: ([name] + aliases).map { $0.lowercased() }
    )
  }

  /// True for a name that the lexer reads as one word.
  private func isWritable(_ name: String) -> Bool {
    let tokens = tokens(in: name, bench.lexicon.vocabulary)
    guard tokens.count == 2, case .word = tokens[0].kind else { return false }
    return tokens[0].span.end == name.utf8.count
  }

  // MARK: Beginnings

  private lazy var spellings =
    (bench.lexicon.vocabulary.spellings { _ in true } + Keyword.allCases.map(\.rawValue)).sorted()

  /// True for the beginning of any word of the language or the data.
  func hasSpelling(beginningWith typed: String) -> Bool {
    var (low, high) = (0, spellings.count)
    while low < high {
      let middle = (low + high) / 2
      if spellings[middle] < typed { low = middle + 1 } else { high = middle }
    }
    return low < spellings.count && spellings[low].hasPrefix(typed)
  }
}

extension Term {
  /// How a transform is written that needs a length; nil for others.
  fileprivate var exampleWithLength: String? {
    switch kind {
    case .transform(.average): "3mma"
    case .transform(.spanOverSpan): "3m/3m"
    default: nil
    }
  }
}
