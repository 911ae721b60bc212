import Catalogue
import Guidance
import Language
import Periods

// A measure with its qualifiers becomes scans of the facts.
extension Resolver {
  func measure(
    _ name: Name,
    reporter: Name?,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    guard let measure = bench.lexicon.measures[name.text] else {
      throw Diagnostic("unknown-name", "I do not know the measure '\(name.text)'", at: name.span)
    }
    let qualifiers = scope.qualifiers
    try checkDirection(of: measure, name, qualifiers)
    var view = View(measure: measure, name: name, span: phrase.span)
    view.vintage = vintage(qualifiers)
    view.reporter = measureReporter(measure)
    if let reporter {
      view.reporter = try code(ofPlace: reporter)
      view.reporterName = reporter.text
    }
    let grouping = scope.qualifiers.grouping.flatMap { $0.grain == nil ? nil : $0.location.span }
    let asker = grouping ?? phrase.qualifiers.window?.location.span ?? name.span
    view.frequency = try frequency(of: measure, scope, view, at: asker)
    view.isPublished = qualifiers.published != nil
    if case .indicator = measure.kind { return try indicator(view, qualifiers) }
    return try members(view, qualifiers, keepsRest: scope.keepsRest)
  }

  private func measureReporter(_ measure: Measure) -> String? {
    if case .indicator = measure.kind { nil } else { bench.reporter }
  }

  func vintage(_ qualifiers: Qualifiers) -> Vintage {
    switch qualifiers.vintage?.kind {
    case .asOf(let day): .asOf(day)
    case .latest: .latest
    case .firstPublished: .firstPublished
    case nil: bench.vintage
    }
  }

  // MARK: Checks

  private func checkDirection(
    of measure: Measure,
    _ name: Name,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) {
    guard let partners = qualifiers.partners else { return }
    guard let direction = measure.direction else {
      throw Diagnostic(
        "takes-no-partner",
        "`\(name.text)` is not measured by partner",
        at: partners.location.span
      )
    }
    guard direction != partners.direction else { return }
    let groups = partners.groups.map { $0.map(\.text).joined(separator: " + ") }
    let list = groups.joined(separator: ", ")
    throw Diagnostic(
      "wrong-direction",
      "`\(name.text)` takes `\(direction.rawValue)`, not `\(partners.direction.rawValue)`",
      at: partners.location.span,
      fix: Fix(
        "write `\(name.text) \(direction.rawValue) \(list)`",
        replacing: partners.location.span,
        with: direction.rawValue
      )
    )
  }

  /// The frequency that was asked for, if the figures are that fine; else how fine they are.
  private func frequency(
    of measure: Measure,
    _ scope: Scope,
    _ view: View,
    at span: SourceSpan
  ) throws(Diagnostic) -> Frequency {
    guard case .indicator(let indicator) = measure.kind else {
      let asked = scope.frequency ?? bench.frequency
      guard asked.length < bench.frequency.length else { return asked }
      let first = bench.data.span.map { Month(index: $0.lowerBound).year }
      throw Diagnostic(
        "frequency-mismatch",
        "the figures here are \(bench.frequency.label); there is nothing finer",
        at: span,
        notes: first.map { ["as in `\(measure.entry.name) \($0)`"] } ?? []
      )
    }
    let timeline = bench.facts.timelines(view.request(indicator.code, unit: unit(of: indicator)))
    let native = timeline[""]?.finestGrain.map(Frequency.init) ?? .monthly
    guard let asked = scope.frequency else { return native }
    guard asked.length < native.length, asked.step < native.step else { return asked }
    throw Diagnostic(
      "frequency-mismatch",
      "`\(measure.entry.name)` is \(native.label); there is nothing finer",
      at: span
    )
  }

  func unit(of indicator: Indicator) -> Unit {
    bench.unitsBySeries[indicator.code] ?? .ratio
  }

  // MARK: Indicators

  private func indicator(
    _ view: View,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) -> Plan {
    guard case .indicator(let indicator) = view.measure.kind else { preconditionFailure() }
    if let grouping = qualifiers.grouping, let dimension = grouping.dimensions.first {
      throw Diagnostic(
        "unknown-dimension",
        "`\(indicator.name)` is not measured by \(dimension.text)",
        at: dimension.span
      )
    }
    let unit = unit(of: indicator)
    var scan = FactScan(
      [(1, view.request(indicator.code, unit: unit))],
      frequency: view.frequency,
      label: indicator.name
    )
    let nature: Kind.Nature = indicator.aggregation == .sum ? .flow : .level
    try checkLoaded(scan, at: view.span, "`\(indicator.name)`")
    var kind = Kind(unit, view.frequency, nature)
    try convert(&scan, &kind, qualifiers)
    return Plan(.facts(scan), kind)
  }

  /// Refuses a scan that finds nothing at all, saying what there is.
  func checkLoaded(_ scan: FactScan, at span: SourceSpan, _ what: String) throws(Diagnostic) {
    let isLoaded =
      scan.requests.contains { bench.facts.hasFigures($0.request) }
      || scan.fallback.map { bench.facts.hasFigures($0) } ?? false
    guard !isLoaded else { return }
    throw Diagnostic(
      "not-loaded",
      "no figures of \(what) are loaded",
      at: span,
      notes: lacksTotal(scan)
        ? ["there are figures of single goods, and no total: ask `by product`, or `of` one of them"]
        : []
    )
  }

  /// Whether there are figures of single goods where those of all goods are asked for.
  private func lacksTotal(_ scan: FactScan) -> Bool {
    scan.requests.contains { request in
      guard request.request.product == .total else { return false }
      var single = request.request
      single.product = .each
      return bench.facts.hasFigures(single)
    }
  }

  // MARK: Conversion

  /// The scan in the currency asked for, at the rate of each month.
  func convert(
    _ scan: inout FactScan,
    _ kind: inout Kind,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) {
    guard let asked = qualifiers.conversion, let own = kind.unit?.currency else { return }
    let currency = Currency(rawValue: asked.text)
    guard currency != own else { return }
    let pair = CurrencyPair(currency, per: own)
    guard let series = bench.facts.rateSeries(pair) else {
      throw Diagnostic(
        "rates-not-loaded",
        "'\(asked.text)' is a currency I know, but no rates of it are loaded\(loadedRates)",
        at: asked.span
      )
    }
    scan.rate = FactRequest(
      series: series,
      reporter: nil,
      partner: .total,
      product: .total,
      unit: bench.unitsBySeries[series] ?? .rate(pair.description),
      vintage: .latest,
      aggregation: bench.data.indicators.first { $0.code == series }?.aggregation ?? .mean
    )
    kind.unit = .money(currency)
  }
}

extension Resolver {
  /// ` (USD, CNY are)`: the currencies that rates lead to.
  private var loadedRates: String {
    let pairs = bench.facts.exchangeRates.map(\.pair)
    let codes = pairs.flatMap { [$0.base.rawValue, $0.price.rawValue] }
    var seen: Set<String> = []
    let list = codes.filter { seen.insert($0).inserted }.joined(separator: ", ")
    return list.isEmpty ? "" : " (\(list) are)"
  }
}

/// One way of looking at a measure while it is being resolved.
struct View: Sendable {
  var measure: Measure
  var name: Name
  var span: SourceSpan
  var reporter: String?
  /// The name of the reporter, where the query names one.
  var reporterName: String?
  var vintage: Vintage = .latest
  var frequency: Frequency = .monthly
  var isPublished = false
  /// True where every reporter stays apart.
  var keepsReporters = false
  /// What products are counted as where they stay apart, and below which codes.
  var level: ProductLevel = .loaded
  var within: [String] = []
  /// The partner to ask for where the figures are those of the other side.
  var mirrored: FactRequest.Selection?

  init(measure: Measure, name: Name, span: SourceSpan) {
    self.measure = measure
    self.name = name
    self.span = span
  }

  var aggregation: Indicator.Aggregation {
    if case .indicator(let indicator) = measure.kind { indicator.aggregation } else { .sum }
  }

  func request(
    _ series: String,
    unit: Unit,
    partner: FactRequest.Selection = .total,
    product: FactRequest.Selection = .total
  ) -> FactRequest {
    var request = FactRequest(
      series: series,
      reporter: reporter,
      partner: partner,
      product: product,
      unit: unit,
      vintage: vintage,
      aggregation: aggregation
    )
    request.keepsReporters = keepsReporters
    request.level = level
    request.within = within
    return request
  }
}
