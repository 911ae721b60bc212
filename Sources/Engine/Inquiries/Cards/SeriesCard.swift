import Catalogue
import Guidance
import Language
import Periods

/// What there is of a series: unit, basis, coverage, vintages, sources, gaps.
struct SeriesCard: Sendable {
  let card: Card

  init(_ query: Query, _ plan: Plan, _ answerer: Answerer) {
    let bench = answerer.bench
    let full = plan.unwindowed
    let words = query.expression.withoutWindow.description
    var card = Card(words)
    if case .phrase(let phrase) = query.expression, case .measure(let name, _) = phrase.head {
      card.add("what", bench.lexicon.measures[name.text]?.entry.summary)
    }
    let basis = answerer.basis(of: full)
    let unit = full.kind.unit?.label ?? "number"
    card.add("unit", basis.isEmpty ? unit : "\(unit), \(basis)")
    if let series = answerer.evaluator.run(full).columns.largestSeries {
      card.add("periods", SeriesCard.coverage(of: series, full.kind.frequency))
      card.add("gaps", SeriesCard.gaps(in: series))
    }
    let ledgers = full.scans.flatMap(\.requests).map { Ledger($0.request, bench.data) }
    SeriesCard.add(ledgers, to: &card, bench.data)
    if let rates = PublishedRates(full, bench) {
      let count = Ledger(rates.rates, bench.data).records.count
      card.add("growth", "published by the source for \(counted(count, "period"))")
    }
    card.add("related", SeriesCard.related(to: query, bench).joined(separator: ", "))
    self.card = card
  }

  /// `2015-01 to 2026-08, monthly, 140 values`.
  private static func coverage(of series: Series, _ frequency: Frequency) -> String? {
    guard let first = series.firstNumber, let last = series.lastNumber else { return nil }
    let count = series.cells.filter(\.hasValue).count
    return "\(series.period(first)) to \(series.period(last)), \(frequency.label),"
      + " \(counted(count, "value"))"
  }

  /// Periods without a value between the first and the last, with their reasons.
  private static func gaps(in series: Series) -> String {
    let inner = series.trimmed
    var reasons: [(reason: String, periods: [Period])] = []
    for number in inner.numbers where !inner[number].hasValue {
      let reason = inner[number].absence
      if let index = reasons.firstIndex(where: { $0.reason == reason }) {
        reasons[index].periods.append(inner.period(number))
      } else {
        reasons.append((reason, [inner.period(number)]))
      }
    }
    return reasons.map { "\($0.periods.runs) \($0.reason)" }.joined(separator: "; ")
  }

  /// What the published figures behind the series say about themselves.
  private static func add(_ ledgers: [Ledger], to card: inout Card, _ data: DataSet) {
    let histories = ledgers.flatMap { $0.records.values }
    let records = histories.flatMap { $0 }
    guard !records.isEmpty else { return }
    let revised = histories.filter { $0.count > 1 }.count
    let most = histories.map(\.count).max() ?? 1
    card.add(
      "figures",
      "\(counted(records.count, "figure")) for \(counted(histories.count, "period"));"
        + (revised == 0 ? " none in several vintages" : " \(revised) in up to \(most) vintages")
    )
    card.add("standing", records.map(\.origin.status.word).tallied(6))
    let days = records.compactMap(\.published)
    if let last = days.max() {
      let periods = ledgers.flatMap { ledger in
        ledger.records.filter { $0.value.contains { $0.published == last } }.map(\.key)
      }
      let newest = periods.max { $0.end < $1.end }?.label ?? ""
      card.add("last", "published \(last), up to \(newest)")
    }
    let publishers = records.flatMap { record in
      record.origin.sources.members.map { data.sources[Int($0)].publisher }
    }
    card.add("sources", publishers.tallied(4))
  }

  /// Words that one might ask for next: the other measures with the same beginning or kind.
  private static func related(to query: Query, _ bench: Workbench) -> [String] {
    guard case .phrase(let phrase) = query.expression, case .measure(let name, _) = phrase.head,
      let measure = bench.lexicon.measures[name.text]
    else { return [] }
    if case .indicator(let indicator) = measure.kind {
      let family = indicator.code.split(separator: ".").first ?? ""
      return bench.data.indicators.filter { $0.code != indicator.code }
        .filter { $0.code.hasPrefix(family) }.map(\.name)
    }
    return measures.map { $0.entry.name }.filter { $0 != name.text }
  }
}

extension [Panel.Column] {
  fileprivate var largestSeries: Series? {
    self.max { $0.series.cells.count < $1.series.cells.count }?.series
  }
}
