import Catalogue
import Columns
import Periods

extension DataSet {
  /// What a data set holds: its source and terms, its reach, its units, its vintages, its gaps.
  var card: Card {
    var card = Card("\(name) · \(title)")
    card.add("source", sourceLine)
    card.add("licence", licence.isEmpty ? "not stated in the data" : licence)
    card.add(
      "figures",
      "\(counted(figureCount, "figure")) in \(counted(series.count, "series"))"
    )
    card.add("periods", periodLine)
    card.add("reporters", reporterLine)
    card.add("partners", partnerLine)
    let goods = products.count { $0.code != Product.total }
    card.add("products", goods == 0 ? "all goods together" : "\(goods) beside all goods together")
    card.add("measures", measureLine)
    if let quantities {
      let blank = Phrasing.amount(
        100 * Double(quantities.blankCount) / Double(max(facts.rowCount, 1)),
        .percent
      )
      card.add("quantities", "in \(quantities.unit.label), none in \(blank) of all facts")
    }
    card.add("units", units.map(\.label).uniquedText.sorted().joined(separator: ", "))
    card.add("basis", basisLine)
    card.add("published", publishedLine)
    card.add("gaps", gapLine)
    card.add("events", events.isEmpty ? nil : "\(events.count); `list events` dates them")
    card.add("fingerprint", String(fingerprint.prefix(16)))
    return card
  }

  private var sourceLine: String {
    guard sources.count > 2 else {
      return sources.map { source in
        [source.publisher, source.address].uniquedText.filter { !$0.isEmpty }
          .joined(separator: ", ")
      }.joined(separator: "; ")
    }
    return "\(sources.count); `list sources` names them"
  }

  private var periodLine: String? {
    guard let first = periods.map(\.start).min(), let last = lastMonth else { return nil }
    let grains = Grain.allCases.filter { grain in periods.contains { $0.grain == grain } }
    let names = grains.map { Frequency($0).label } + (hasRunningTotals ? ["years to date"] : [])
    return (["\(first) to \(last)"] + names).joined(separator: ", ")
  }

  /// January to some later month, which is no quarter and no year.
  private var hasRunningTotals: Bool {
    periods.contains { $0.start.number == 1 && $0.length > 1 && $0.grain == nil }
  }

  private var reporterLine: String? {
    let all = places(in: .reporter, reporterPlaces ?? places).filter { $0.code != "_REPORTER" }
    let own = all.first { $0.code == reporter }?.name
    switch (own, all.count) {
    case (_, 0): return nil
    case (let own?, 1): return own
    case (let own?, let count): return "\(own), where none is named; \(count - 1) beside it"
    case (nil, let count): return "\(count), added up where none is named"
    }
  }

  /// The places that occur in a column; of a table too large to look through, all there are.
  private func places(in column: FactColumn, _ all: [Place]) -> [Place] {
    guard remoteCount == nil, facts.rowCount < 2_000_000 else { return all }
    let codes = Set((0..<facts.rowCount).map { code(column, $0) })
    return codes.sorted().map { all[$0] }
  }

  private var partnerLine: String {
    let places = places(in: .partner, places)
    let countries = places.count { $0.kind == .country }
    let groups = places.count { if case .group = $0.kind { true } else { false } }
    let world = places.contains { $0.kind == .world } ? "" : ", no world total"
    return "\(countries) countr\(countries == 1 ? "y" : "ies"), \(counted(groups, "group"))\(world)"
  }

  private var measureLine: String {
    let flows = ["exports", "imports", "balance", "trade"].filter(series.contains)
    return (flows + indicators.map(\.name)).joined(separator: ", ")
  }

  private var basisLine: String? {
    let bases = origins.map(\.basis).filter { !$0.isEmpty }.uniquedText
    return bases.isEmpty ? nil : bases.joined(separator: ", ")
  }

  private var publishedLine: String {
    let days = publications.compactMap { $0 }
    guard let first = days.first, let last = days.last else {
      return "one vintage, of no known day"
    }
    return "from \(first) to \(last), on \(days.count) days"
  }

  /// Months missing inside of a flow; tables too large to look through say nothing.
  private var gapLine: String? {
    guard remoteCount == nil, facts.rowCount < 2_000_000 else { return nil }
    let gaps = findings.filter { $0.code == "gap" }.map(\.text)
    return gaps.isEmpty ? "none inside of any flow" : gaps.joined(separator: "; ")
  }
}
