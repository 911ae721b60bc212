import Catalogue
import Periods

// Fetching: the only step that touches the store.
extension Evaluator {
  func panel(of scan: FactScan) -> Panel {
    let terms = scan.requests.map { (sign: $0.sign, timelines: facts.timelines($0.request)) }
    let fallback = scan.fallback.map { facts.timelines($0) } ?? [:]
    var codes = Set(terms.flatMap(\.timelines.keys))
    codes.formUnion(fallback.keys)
    guard scan.each != nil else {
      return Panel(series(of: scan, terms, fallback, code: ""))
    }
    return Panel(
      codes.sorted().map { code in
        Panel.Column(
          [Member(scan.each ?? "", name(of: code, dimension: scan.each))],
          series(of: scan, terms, fallback, code: code)
        )
      }
    )
  }

  private func series(
    of scan: FactScan,
    _ terms: [(sign: Double, timelines: [String: Timeline])],
    _ fallback: [String: Timeline],
    code: String
  ) -> Series {
    let timelines = terms.map { (sign: $0.sign, timeline: $0.timelines[code]) }
    let published = fallback[code]
    let all = timelines.compactMap(\.timeline) + [published].compactMap { $0 }
    let frequency = aligned(scan.frequency)
    guard let first = all.compactMap(\.firstMonth).min(), let last = all.compactMap(\.lastMonth).max()
    else { return Series(frequency, first: 0, cells: []) }
    let numbers =
      frequency.number(startingAtOrBefore: first)...frequency.number(startingAtOrBefore: last)
    let cells = numbers.map { number in
      let period = frequency.period(number)
      let span = accumulation.map { $0.span(of: period) } ?? period
      let parts = timelines.map { sign, timeline in
        timeline.map { scan.isExact ? $0.exact(span) : $0.figure(for: span) }
          ?? .missing(.notLoaded)
      }
      let sum = Cell.computed(from: parts) { values in
        zip(timelines, values).reduce(0) { $0 + $1.0.sign * $1.1 }
      }
      guard !sum.hasValue, let published else { return sum }
      let figure = published.figure(for: span)
      guard figure.hasValue else { return sum }
      return figure.with(value: (timelines.first?.sign ?? 1) * figure.value)
    }
    return Series(frequency, first: numbers.lowerBound, cells: cells).trimmed
  }

  /// The frequency of a scan, shortened to the months that an incomplete period has.
  private func aligned(_ frequency: Frequency) -> Frequency {
    guard let alignment, frequency == Frequency(alignment.grain) else { return frequency }
    return Frequency(step: frequency.step, length: alignment.months, phase: 0)
  }

  private func name(of code: String, dimension: String?) -> String {
    let data = facts.dataSet
    return data.places.first { $0.code == code }?.name
      ?? data.products.first { $0.code == code }?.name ?? code
  }
}
