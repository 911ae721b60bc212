import Catalogue
import Guidance
import Language

/// Every word that queries on a data set may use: the tables of the language and the names of the
/// data, joined.
package struct Lexicon: Sendable {
  package private(set) var vocabulary = Vocabulary()
  package private(set) var measures: [String: Measure] = [:]
  package private(set) var entries: [Entry] = []

  package init(_ data: DataSet) {
    let (places, products) = (data.places + Place.known, data.products + Product.known)
    vocabulary.reserveCapacity(1_000 + 3 * (places.count + products.count))
    for measure in Engine.measures + data.indicators.map(Measure.init) {
      measures[measure.entry.name] = measure
      vocabulary.prepositions[measure.entry.name] = measure.direction?.rawValue
      add(measure.entry, .measure)
    }
    for transform in transforms { add(transform.entry, .transform(transform.shape)) }
    for aggregate in aggregates { add(aggregate.entry, .aggregate) }
    for function in functions { add(function.entry, .function) }
    for dimension in dimensions { add(dimension.entry, .dimension) }
    vocabulary.add("region", Term(.attribute, "region"))
    for form in forms { add(form, .form) }
    for currency in currencies { add(currency.spellings, Term(.currency, currency.code)) }
    add(["t", "tonnes", "tons", "吨"], Term(.unit, "t"))
    for place in places { add(place.spellings, Term(.place, place.name)) }
    for product in products where product.code != Product.total {
      add(product.spellings, Term(.product, product.name))
    }
    for event in data.events { add([event.name] + event.aliases, Term(.event, event.name)) }
  }

  /// Adds the words of statements, which other modules keep.
  package mutating func add(_ entry: Entry, _ kind: Term.Kind) {
    entries.append(entry)
    add([entry.name] + entry.aliases, Term(kind, entry.name))
  }

  /// Adds a page of help on a word that is not always one of the vocabulary.
  package mutating func explain(_ entry: Entry) { entries.append(entry) }

  private mutating func add(_ spellings: [String], _ term: Term) {
    for spelling in spellings { vocabulary.add(spelling, term) }
  }
}

extension Place {
  fileprivate var spellings: [String] { [name, code] + aliases }
}

extension Product {
  fileprivate var spellings: [String] { [name] + aliases }
}

/// The currencies that queries may name, whether or not rates are loaded.
private let currencies: [(code: String, spellings: [String])] = [
  ("USD", ["USD", "US dollars", "dollars", "dollar", "美元"]),
  ("CNY", ["CNY", "RMB", "yuan", "renminbi", "人民币"]),
  ("EUR", ["EUR", "euro", "euros", "欧元"]),
  ("GBP", ["GBP", "sterling", "英镑"]),
  ("JPY", ["JPY", "yen", "日元"]),
  ("KRW", ["KRW", "won"]),
  ("INR", ["INR", "rupees"]),
]
