import Catalogue
import Periods

// Fetching: the only step that touches the store.
extension Evaluator {
  func panel(of scan: FactScan) -> Panel {
    guard !isCancelled(), facts.failure == nil else {
      return scan.each == nil ? Panel(Series(scan.frequency, first: 0, cells: [])) : Panel([])
    }
    if scan.each?.keepsRest != true, let grid = grid(of: scan) { return Panel(grid) }
    guard facts.failure == nil else { return Panel([]) }
    let fetched = Fetched(scan.requests, scan, facts)
    guard let each = scan.each else {
      return Panel(series(of: scan, fetched, code: ""))
    }
    var columns = keys(of: fetched, scan, each).map { key in
      Panel.Column(members(ofKey: key, scan, each), series(of: scan, fetched, code: key))
    }
    if each.keepsRest, let whole = each.whole {
      let total = series(of: scan, Fetched(whole, scan, facts), code: "")
      let dimension = each.dimensions[0]
      let rest = total.less(columns)
      if dimension.axis != .product || rest.isWorthShowing(beside: total) {
        let member = Member(dimension.name, Member.rest(dimension.axis))
        columns.append(Panel.Column([member], rest))
      }
    }
    return Panel(columns)
  }

  private func series(of scan: FactScan, _ fetched: Fetched, code: String) -> Series {
    let frequency = aligned(scan.frequency)
    guard let months = fetched.months(of: code) else {
      return Series(frequency, first: 0, cells: [])
    }
    let first = frequency.number(startingAtOrBefore: Month(index: months.lowerBound))
    let last = frequency.number(startingAtOrBefore: Month(index: months.upperBound))
    let cells = (first...last).map { number in
      let period = frequency.period(number)
      let span = accumulation.map { $0.span(of: period) } ?? period
      guard let rate = fetched.rate else {
        return fetched.cell(for: span, code: code, isExact: scan.isExact)
      }
      return converted(span, fetched, code: code, rate)
    }
    return Series(frequency, first: first, cells: cells).trimmed
  }

  /// Money of a period, each month at its own rate.
  private func converted(
    _ span: Period,
    _ fetched: Fetched,
    code: String,
    _ rate: Timeline
  ) -> Cell {
    let months = span.months.map { index -> Cell in
      let month = Period(Month(index: index))
      let rate = rate.figure(for: month)
      let money = fetched.cell(for: month, code: code, isExact: false)
      guard rate.hasValue else { return money.hasValue ? .missing(.noRate) : money }
      return Cell.computed(from: [money, rate]) { $0[0] * $0[1] }
    }
    return Cell.computed(from: months) { $0.reduce(0, +) }
  }

  /// The frequency of a scan, shortened to the months that an incomplete period has.
  func aligned(_ frequency: Frequency) -> Frequency {
    guard let alignment, frequency == Frequency(alignment.grain) else { return frequency }
    return Frequency(step: frequency.step, length: alignment.months, phase: 0)
  }

  /// The keys of the timelines that are shown, in order.
  private func keys(of fetched: Fetched, _ scan: FactScan, _ each: FactScan.Each) -> [String] {
    guard let members = each.members else { return fetched.codes.sorted() }
    let axes = scan.requests[0].request.axes
    guard axes.count > 1 else { return members.filter(fetched.codes.contains) }
    let position = axes.firstIndex(of: .partner) ?? 0
    let wanted = Set(members)
    return fetched.codes.sorted().filter {
      wanted.contains(FactRequest.codes(ofKey: $0)[position])
    }
  }

  /// The members that a key names, in the order of the query.
  private func members(ofKey key: String, _ scan: FactScan, _ each: FactScan.Each) -> [Member] {
    let request = scan.requests[0].request
    let codes = FactRequest.codes(ofKey: key)
    return each.dimensions.map { dimension, axis in
      let position = request.axes.firstIndex(of: axis) ?? 0
      return Member(dimension, name(of: codes[position], axis, request.level))
    }
  }

  private func name(
    of code: String,
    _ axis: FactRequest.Axis,
    _ level: ProductLevel
  ) -> String {
    let data = facts.dataSet
    switch axis {
    case .product:
      if level == .loaded, let product = data.products.first(where: { $0.code == code }) {
        return product.name
      }
      return Product.known(code)?.name ?? (level == .loaded ? code : "HS \(code)")
    case .partner: return data.places.first { $0.code == code }?.name ?? code
    case .reporter:
      return (data.reporterPlaces ?? data.places).first { $0.code == code }?.name ?? code
    }
  }
}

/// The timelines of a scan: one for each of its terms and members.
private struct Fetched {
  private let terms: [(sign: Double, timelines: [String: Timeline])]
  private let fallback: [String: Timeline]
  /// Whether a flow that is not there is a flow of nothing.
  private let recordsAll: Bool
  let rate: Timeline?

  init(
    _ requests: [(sign: Double, request: FactRequest)],
    _ scan: FactScan,
    _ facts: any FactSource
  ) {
    terms = requests.map { ($0.sign, facts.timelines($0.request)) }
    fallback = scan.fallback.map(facts.timelines) ?? [:]
    recordsAll = facts.dataSet.recordsAll
    rate = scan.rate.map { facts.exchangeRate($0) ?? Timeline([:], .mean) }
  }

  var codes: Set<String> { Set(terms.flatMap(\.timelines.keys)).union(fallback.keys) }

  /// The months from the first to the last figure of a member.
  func months(of code: String) -> ClosedRange<Int>? {
    let all = terms.compactMap { $0.timelines[code] } + [fallback[code]].compactMap { $0 }
    guard let first = all.compactMap(\.firstMonth).min(),
      let last = all.compactMap(\.lastMonth).max()
    else { return nil }
    return first.index...last.index
  }

  /// The sum of the terms with their signs or, where one is missing, the published balance; for a
  /// year also where one had to be derived.
  func cell(for span: Period, code: String, isExact: Bool) -> Cell {
    var parts = terms.map { term in
      term.timelines[code].map { isExact ? $0.exact(span) : $0.figure(for: span) }
        ?? .missing(.notLoaded)
    }
    if recordsAll, let known = parts.first(where: \.hasValue) {
      parts = parts.map { $0.hasValue ? $0 : known.with(value: 0) }
    }
    if terms.count == 1, terms[0].sign == 1 { return parts[0] }
    let sum = Cell.computed(from: parts) { values in
      zip(terms, values).reduce(0) { $0 + $1.0.sign * $1.1 }
    }
    // Running totals keep one basis; only a whole year's balance replaces a sum that is there.
    guard sum.state != .ok, let figure = fallback[code]?.figure(for: span), figure.hasValue,
      !sum.hasValue || (figure.state == .ok && span.length == 12)
    else { return sum }
    return figure.with(value: terms[0].sign * figure.value)
  }
}

extension Series {
  /// True unless every figure is nothing but the rounding of a whole.
  fileprivate func isWorthShowing(beside whole: Series) -> Bool {
    numbers.contains { number in
      self[number].hasValue && abs(self[number].value) > 1e-6 * abs(whole[number].value)
    }
  }

  /// What is left of the series when the members that have a value are taken away.
  fileprivate func less(_ members: [Panel.Column]) -> Series {
    map { number in
      let present = members.map { $0.series[number] }.filter(\.hasValue)
      guard !present.isEmpty else { return .missing(.notLoaded) }
      return Cell.computed(from: [self[number]] + present) { values in
        values.dropFirst().reduce(values[0], -)
      }
    }
  }
}
