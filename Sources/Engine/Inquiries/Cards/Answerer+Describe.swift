import Catalogue
import Columns
import Guidance
import Language
import Periods

extension Answerer {
  /// The card of a series: what it is, for when, in how many vintages, from whom.
  package func describe(_ query: Query) throws(Diagnostic) -> Answer {
    let query = query.spelledOut(on: bench)
    let plan = try resolver.plan(query)
    guard !plan.scans.isEmpty else {
      throw Diagnostic(
        "needs-measure",
        "there is nothing to describe: this rests on no figures",
        at: query.expression.span
      )
    }
    var answer = Answer(
      reading: "describe \(query.expression)",
      description: ["what there is of \(query.expression)"],
      content: .text(SeriesCard(query, plan, self).card.lines)
    )
    answer.sources = sources(of: evaluator.run(plan.unwindowed))
    return answer
  }

  /// The card of a data set.
  package func describe(_ data: DataSet) -> Answer { card(data.card, "describe \(data.name)") }

  /// The card of a partner, a product or an event; nil where no such name is known.
  package func describe(named name: String) -> Answer? {
    let data = bench.data
    let wanted = name.lowercased()
    func fits(_ names: [String]) -> Bool { names.contains { $0.lowercased() == wanted } }
    if let event = data.events.first(where: { fits([$0.name] + $0.aliases) }) {
      return card(event.card, "describe \(event.name)")
    }
    if let place = (data.places + Place.known).first(where: {
      fits([$0.name, $0.code] + $0.aliases)
    }) {
      return card(placeCard(place), "describe \(place.name)")
    }
    if let product = (data.products + Product.known).first(where: {
      fits([$0.name, $0.code, "HS \($0.code)"] + $0.aliases)
    }) {
      return card(productCard(product), "describe \(product.name)")
    }
    return nil
  }

  private func card(_ card: Card, _ reading: String) -> Answer {
    var answer = Answer(reading: reading, content: .text(card.lines))
    answer.description = [card.title]
    return answer
  }

  // MARK: Places and products

  private func placeCard(_ place: Place) -> Card {
    var card = Card(place.name)
    switch place.kind {
    case .country:
      card.add(
        "kind",
        "country or territory" + (place.region.isEmpty ? "" : " in \(place.region.inProse)")
      )
    case .world: card.add("kind", "all partners together")
    case .group(let members):
      let today = members.filter { $0.left == nil }
      card.add(
        "kind",
        members.isEmpty ? "a group as the source defines it" : "a group of \(today.count)"
      )
      let names = today.map { member in Place.known(member.member)?.name ?? member.member }
      card.add("members", names.joined(separator: ", "))
    }
    card.add("code", place.m49 > 0 ? "\(place.code), UN M49 \(place.m49)" : place.code)
    card.add("also", place.aliases.joined(separator: ", "))
    addCoverage(to: &card, column: .partner, bench.data.places.firstIndex { $0.code == place.code })
    let reporter = bench.data.places.firstIndex { $0.code == place.code }
    if place.code != bench.reporter {
      addCoverage(to: &card, column: .reporter, reporter, prefix: "reports ")
    }
    return card
  }

  private func productCard(_ product: Product) -> Card {
    var card = Card(product.name)
    card.add("code", product.code)
    card.add("also", product.aliases.joined(separator: ", "))
    addCoverage(
      to: &card,
      column: .product,
      bench.data.products.firstIndex { $0.code == product.code }
    )
    return card
  }

  /// For each series with figures of a member: the periods and how many figures.
  private func addCoverage(
    to card: inout Card,
    column: FactColumn,
    _ code: Int?,
    prefix: String = ""
  ) {
    guard let code else {
      if prefix.isEmpty { card.add("figures", "none are loaded") }
      return
    }
    let data = bench.data
    if data.remoteCount != nil { return addRemoteCoverage(to: &card, column, code, prefix) }
    var found: [String: (first: Period, last: Period, count: Int)] = [:]
    for row in 0..<data.facts.rowCount where data.code(column, row) == code {
      let series = data.series[data.code(.series, row)]
      let period = data.periods[data.code(.period, row)]
      let known = found[series]
      found[series] = (
        min(known?.first ?? period, period),
        known.map { $0.last.end >= period.end ? $0.last : period } ?? period,
        (known?.count ?? 0) + 1
      )
    }
    guard !found.isEmpty else {
      if prefix.isEmpty { card.add("figures", "none are loaded") }
      return
    }
    for (series, span) in found.sorted(by: { $0.key < $1.key }) {
      let from = "\(span.first.start) to \(span.last.end)"
      card.add(prefix + series, "\(from), \(counted(span.count, "figure"))")
    }
  }

  /// The same of figures that lie on a server, without counting them.
  private func addRemoteCoverage(
    to card: inout Card,
    _ column: FactColumn,
    _ code: Int,
    _ prefix: String
  ) {
    let data = bench.data
    let requests = data.series.map { series in
      var request = FactRequest(
        series: series,
        reporter: nil,
        partner: .total,
        product: .total,
        unit: data.units[0],
        vintage: .latest,
        aggregation: .sum
      )
      switch column {
      case .partner: request.partner = .member(data.places[code].code)
      case .product: request.product = .member(data.products[code].code)
      default: request.reporter = data.places[code].code
      }
      return request
    }
    bench.facts.fetch(requests)
    for request in requests {
      guard let timeline = bench.facts.timelines(request)[""], let first = timeline.firstMonth,
        let last = timeline.lastMonth
      else { continue }
      card.add(prefix + request.series, "\(first) to \(last)")
    }
  }
}

extension DataSet {
  func code(_ column: FactColumn, _ row: Int) -> Int { facts.keys[column.rawValue][row] }
}

extension String {
  /// A continent by M49 as prose writes it.
  fileprivate var inProse: String {
    self == "americas" ? "the Americas" : prefix(1).uppercased() + dropFirst()
  }
}

extension Event {
  fileprivate var card: Card {
    var card = Card(name)
    card.add("from", start.description)
    card.add("to", end?.description ?? "a day, not an episode")
    card.add("also", aliases.joined(separator: ", "))
    card.add("source", source)
    card.add("use", end == nil ? "since \"\(name)\"" : "during \"\(name)\"")
    return card
  }
}
