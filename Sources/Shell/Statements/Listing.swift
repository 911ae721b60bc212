import Catalogue
import Engine
import Guidance
import Language
import Periods

/// What `list` can list.
enum Listing: String, CaseIterable {
  case measures, transforms, aggregates, functions, statements, dimensions, forms
  case partners, products, events, sources, variables, data

  func rows(in workspace: Workspace) -> [ListRow] {
    let bench = workspace.bench
    switch self {
    case .measures: return entries(.measure, bench)
    case .transforms: return entries(.transform, bench)
    case .aggregates: return entries(.ranking, bench)
    case .functions: return entries(.function, bench)
    case .statements: return entries(.statement, bench)
    case .dimensions: return entries(.dimension, bench)
    case .forms: return entries(.form, bench)
    case .partners:
      return bench.data.places.filter { $0.kind != .world }.sorted { $0.name < $1.name }
        .map { ListRow($0.name, describe($0), $0.aliases.joined(separator: " ")) }
    case .products:
      return bench.data.products.filter { $0.code != Product.total }.sorted { $0.name < $1.name }
        .map { ListRow($0.name, $0.aliases.prefix(3).joined(separator: ", "), $0.code) }
    case .events:
      return bench.data.events.filter { bench.hasHappened($0) }.sorted {
        ($0.start, $0.name) < ($1.start, $1.name)
      }
      .map { event in
        let end = event.end.map { " to \($0)" } ?? ""
        return ListRow("\(event.start)\(end)", event.name, event.source, day: event.start)
      }
    case .sources:
      return workspace.ownData.sources.map { ListRow($0.publisher, $0.address, $0.id) }
    case .data: return workspace.dataSetRows
    case .variables:
      return bench.definitions.sorted { $0.key < $1.key }.map { name, definition in
        let list = definition.parameters.joined(separator: ", ")
        return ListRow(list.isEmpty ? name : "\(name)(\(list))", "\(definition.query)", "")
      }
    }
  }

  /// The kinds of which every data set has its own.
  static let ofData: [Listing] = [.measures, .partners, .products, .events, .sources]

  /// Places and goods that queries know by name, whether or not there are figures of them.
  static var known: [ListRow] {
    Place.known.map { ListRow($0.name, "place", ([$0.code] + $0.aliases).joined(separator: " ")) }
      + Product.known.map { product in
        let code = product.code.allSatisfy(\.isNumber) ? "HS \(product.code)" : product.code
        let aliases = product.aliases.joined(separator: " ")
        return ListRow(product.name, "good, \(code)", "\(product.code) \(aliases)")
      }
  }

  private func entries(_ category: Entry.Category, _ bench: Workbench) -> [ListRow] {
    bench.lexicon.entries.filter { $0.category == category }
      .map { ListRow($0.name, $0.summary, ($0.aliases + $0.searchTerms).joined(separator: " ")) }
  }

  private func describe(_ place: Place) -> String {
    switch place.kind {
    case .country: place.region
    case .group(let members) where members.isEmpty: "group, as the source defines it"
    case .group(let members): "group of \(members.filter { $0.left == nil }.count)"
    case .world: "all together"
    }
  }
}

/// A name with what there is to say about it.
struct ListRow {
  var name: String
  var text: String
  /// Further words by which the row is found.
  var hidden: String
  var day: Day?

  init(_ name: String, _ text: String, _ hidden: String, day: Day? = nil) {
    self.name = name
    self.text = text
    self.hidden = hidden
    self.day = day
  }
}

extension Workbench {
  /// False for what lies behind the day as of which figures are taken.
  fileprivate func hasHappened(_ event: Event) -> Bool {
    if case .asOf(let day) = vintage { event.start <= day } else { true }
  }
}

extension [ListRow] {
  /// The rows in two columns.
  var aligned: [String] {
    let width = Swift.min(map(\.name.count).max() ?? 0, 30)
    return map { row in
      let padding = String(repeating: " ", count: Swift.max(0, width - row.name.count))
      return row.text.isEmpty ? row.name : "\(row.name)\(padding)  \(row.text)"
    }
  }
}

/// What rows must contain: words, and for events a day from which on.
struct Needle {
  let text: String
  private let since: Day?

  init(_ words: [String]) {
    if let keyword = words.firstIndex(where: { ["since", "from"].contains($0.lowercased()) }) {
      since = Needle.day(words.dropFirst(keyword + 1).joined())
      text = words[..<keyword].joined(separator: " ").lowercased()
    } else {
      since = nil
      text = words.joined(separator: " ").lowercased()
    }
  }

  func matches(_ row: ListRow) -> Bool {
    if let since {
      guard let day = row.day, day >= since else { return false }
    }
    guard !text.isEmpty else { return true }
    return "\(row.name) \(row.text) \(row.hidden)".lowercased().contains(text)
  }

  /// A day, or the first of a month or year: `2025-10`.
  private static func day(_ text: String) -> Day? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard let year = parts.first else { return nil }
    return Day(
      year: year,
      month: parts.count > 1 ? parts[1] : 1,
      day: parts.count > 2 ? parts[2] : 1
    )
  }
}
