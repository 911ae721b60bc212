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
      return Panel(series(of: scan, fetched.figures(of: "")))
    }
    let names = MemberNames(each.dimensions, scan.requests[0].request, facts.dataSet)
    var columns = keys(of: fetched, scan, each).map { key in
      Panel.Column(names.members(ofKey: key), series(of: scan, fetched.figures(of: key)))
    }
    if each.keepsRest, let whole = each.whole {
      let total = series(of: scan, Fetched(whole, scan, facts).figures(of: ""))
      let dimension = each.dimensions[0]
      let rest = total.less(columns)
      if dimension.axis != .product || rest.isWorthShowing(beside: total) {
        let member = Member(dimension.name, Member.rest(dimension.axis))
        columns.append(Panel.Column([member], rest))
      }
    }
    return Panel(columns)
  }

  private func series(of scan: FactScan, _ figures: MemberFigures) -> Series {
    let frequency = aligned(scan.frequency)
    guard let months = figures.months else {
      return Series(frequency, first: 0, cells: [])
    }
    let first = frequency.number(startingAtOrBefore: Month(index: months.lowerBound))
    let last = frequency.number(startingAtOrBefore: Month(index: months.upperBound))
    let cells = (first...last).map { number in
      let period = frequency.period(number)
      let span = accumulation.map { $0.span(of: period) } ?? period
      guard let rate = figures.rate else { return figures.cell(for: span, isExact: scan.isExact) }
      return converted(span, figures, rate)
    }
    return Series(frequency, first: first, cells: cells).trimmed
  }

  /// Money of a period, each month at its own rate.
  private func converted(_ span: Period, _ figures: MemberFigures, _ rate: Timeline) -> Cell {
    let months = span.months.map { index -> Cell in
      let month = Period(Month(index: index))
      let rate = rate.figure(for: month)
      let money = figures.cell(for: month, isExact: false)
      guard rate.hasValue else { return money.hasValue ? .missing(.noRate) : money }
      return Cell.computed(money, rate) { $0 * $1 }
    }
    return Cell.sum(of: months)
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
}

/// What the members behind keys are called.
private struct MemberNames {
  /// For each dimension of the query where its code stands in a key, and what codes mean.
  private let dimensions: [(name: String, axis: FactRequest.Axis, names: [String: String])]
  private let request: FactRequest

  init(
    _ dimensions: [(name: String, axis: FactRequest.Axis)],
    _ request: FactRequest,
    _ data: DataSet
  ) {
    self.request = request
    self.dimensions = dimensions.map { name, axis in
      let names: [(String, String)] =
        switch axis {
        case .product:
          request.level == .loaded ? data.products.map { ($0.code, $0.name) } : []
        case .partner: data.places.map { ($0.code, $0.name) }
        case .reporter: (data.reporterPlaces ?? data.places).map { ($0.code, $0.name) }
        }
      return (name, axis, Dictionary(names) { first, _ in first })
    }
  }

  /// The members that a key names, in the order of the query.
  func members(ofKey key: String) -> [Member] {
    let codes = FactRequest.codes(ofKey: key)
    return dimensions.map { dimension, axis, names in
      let code = codes[request.axes.firstIndex(of: axis) ?? 0]
      let name = names[code] ?? (axis == .product ? productName(code) : code)
      return Member(dimension, name)
    }
  }

  private func productName(_ code: String) -> String {
    Product.known(code)?.name ?? (request.level == .loaded ? code : "HS \(code)")
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

  /// The figures of one member.
  func figures(of code: String) -> MemberFigures {
    MemberFigures(
      signs: terms.map(\.sign),
      timelines: terms.map { $0.timelines[code] ?? Timeline([:], .sum) },
      fallback: fallback[code],
      rate: rate,
      recordsAll: recordsAll
    )
  }
}

/// The timelines of one member: one for each term of a scan.
private struct MemberFigures {
  let signs: [Double]
  let timelines: [Timeline]
  let fallback: Timeline?
  let rate: Timeline?
  /// Whether a flow that is not there is a flow of nothing.
  let recordsAll: Bool

  /// The months from the first to the last figure.
  var months: ClosedRange<Int>? {
    let all = timelines + [fallback].compactMap { $0 }
    guard let first = all.compactMap(\.firstMonth).min(),
      let last = all.compactMap(\.lastMonth).max()
    else { return nil }
    return first.index...last.index
  }

  /// The sum of the terms with their signs or, where one is missing, the published balance; for a
  /// year also where one had to be derived.
  func cell(for span: Period, isExact: Bool) -> Cell {
    if signs.count == 1, signs[0] == 1 { return figure(0, span, isExact) }
    let sum = sum(of: signs.indices.map { figure($0, span, isExact) })
    // Running totals keep one basis; only a whole year's balance replaces a sum that is there.
    guard sum.state != .ok, let figure = fallback?.figure(for: span), figure.hasValue,
      !sum.hasValue || (figure.state == .ok && span.length == 12)
    else { return sum }
    return figure.with(value: signs[0] * figure.value)
  }

  /// The terms with their signs, added up; where all trade is recorded, one that is not there is
  /// nothing.
  private func sum(of figures: [Cell]) -> Cell {
    let known = recordsAll ? figures.first(where: \.hasValue) : nil
    return Cell.sum(
      of: figures.indices.lazy.map { term in
        guard figures[term].hasValue else { return known?.with(value: 0) ?? figures[term] }
        return figures[term].with(value: signs[term] * figures[term].value)
      }
    )
  }

  @inline(__always)
  private func figure(_ term: Int, _ span: Period, _ isExact: Bool) -> Cell {
    isExact ? timelines[term].exact(span) : timelines[term].figure(for: span)
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
      var rest = self[number]
      var isWhole = true
      for member in members {
        let part = member.series[number]
        guard part.hasValue else { continue }
        isWhole = false
        guard rest.hasValue else { return rest }
        rest.value -= part.value
        rest.rest(on: part)
      }
      return isWhole ? .missing(.notLoaded) : rest
    }
  }
}
