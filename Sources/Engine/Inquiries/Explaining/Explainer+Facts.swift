import Catalogue
import Language
import Periods

// Taking figures: what, for when, in which unit, on which basis, from whom, published when.
extension Explainer {
  mutating func tell(
    _ scan: FactScan,
    _ plan: Plan,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator
  ) {
    let span = evaluator.accumulation.map { $0.span(of: look.period) } ?? look.period
    let terms = terms(of: scan)
    let usesBalance = terms.contains { !$0.timeline.cell(for: span, scan).hasValue }
    if usesBalance, let balance = balance(of: scan), balance.timeline.figure(for: span).hasValue {
      take(balance, scan, span, named: "the balance as published", evaluator)
      return
    }
    for term in terms { take(term, scan, span, named: name(of: term, scan), evaluator) }
    if scan.rate != nil {
      add("convert", worked(plan, look.number, evaluator).text)
    } else if terms.count > 1 {
      add(scan.label, worked(plan, look.number, evaluator).text)
    }
  }

  /// One of the series that a measure is made of.
  struct FactTerm {
    var sign: Double
    var request: FactRequest
    var timeline: Timeline
  }

  func terms(of scan: FactScan) -> [FactTerm] {
    scan.requests.map { sign, request in term(sign, request, scan) }
  }

  func balance(of scan: FactScan) -> FactTerm? {
    scan.fallback.map { term(scan.requests[0].sign, $0, scan) }
  }

  private func term(_ sign: Double, _ request: FactRequest, _ scan: FactScan) -> FactTerm {
    let facts = inquiry.answerer.bench.facts
    guard scan.each != nil, let code = memberCode else {
      let timeline = facts.timelines(request)[""]
      return FactTerm(sign: sign, request: request, timeline: timeline ?? Timeline([:], .sum))
    }
    var member = request
    if request.partner == .each { member.partner = .member(code) }
    if request.product == .each { member.product = .member(code) }
    let timeline = facts.timelines(request)[code]
    return FactTerm(sign: sign, request: member, timeline: timeline ?? Timeline([:], .sum))
  }

  /// The code of the partner or product that is told.
  private var memberCode: String? {
    guard let name = inquiry.members.last?.name else { return nil }
    let bench = inquiry.answerer.bench
    return bench.place(named: name)?.code ?? bench.product(named: name)?.code
  }

  private mutating func take(
    _ term: FactTerm,
    _ scan: FactScan,
    _ span: Period,
    named name: String,
    _ evaluator: Evaluator
  ) {
    let pieces = term.pieces(of: span, scan)
    var parts = [name, span.label]
    if let unit = term.request.unit.takenLabel { parts.append(unit) }
    if !term.timeline.basis.isEmpty { parts.append(term.timeline.basis) }
    let isWhole = pieces.count == 1 && pieces[0].period == span
    let cell = term.timeline.cell(for: span, scan)
    var text = parts.joined(separator: " · ")
    if isWhole {
      let figures = FormulaFigures([cell.value], term.request.unit)
      text += cell.hasValue ? ": \(figures.amount(cell.value))" : ": \(cell.absence)"
    }
    add("take", text, details: provenance(of: pieces, term.request))
    guard scan.rate == nil, !scan.isExact else { return }
    let worked = worked(term, span, scan)
    guard !worked.formula.isEmpty || !worked.remark.isEmpty else { return }
    add(evaluator.sumVerb(span, term.request.aggregation), worked.text)
  }

  /// The arithmetic that gave a term its value for some months.
  func worked(_ term: FactTerm, _ span: Period, _ scan: FactScan) -> Worked {
    let unit = term.request.unit
    let cell = term.timeline.cell(for: span, scan)
    let name = scan.requests.count > 1 ? "\(term.request.series) \(span.label)" : span.label
    var worked = Worked(name, cell, unit)
    guard !scan.isExact else { return worked }
    switch term.timeline.derivation(of: span, term.request.aggregation) {
    case .published, .given: break
    case .sum(let pieces): worked.formula = pieces.sum(cell, unit, &worked.remark)
    case .mean(let pieces):
      worked.formula = "(\(pieces.sum(cell, unit, &worked.remark))) ÷ \(pieces.count)"
      worked.remark = ""
    case .total(_, let pieces): worked.take(total: cell, beside: pieces)
    case .difference(let whole, let before):
      let figures = FormulaFigures([whole.cell.value, before.cell.value], unit)
      worked.formula = figures.difference(whole.cell.value, before.cell.value)
      worked.remark = "the total \(whole.period.label) less \(before.period.label)"
    }
    return worked
  }

  // MARK: Names

  func name(of term: FactTerm, _ scan: FactScan) -> String {
    let bench = inquiry.answerer.bench
    let series = term.request.series
    var text = scan.requests.count > 1 ? series : scan.label
    if case .member(let code) = term.request.product {
      let product = bench.data.products.first { $0.code == code } ?? Product.known(code)
      text += " of \(product?.name ?? "HS \(code)")"
    }
    let word = series.hasPrefix("imports") ? "from" : series.hasPrefix("exports") ? "to" : "with"
    switch term.request.partner {
    case .member(let code):
      text += " \(word) \(bench.data.places.first { $0.code == code }?.name ?? code)"
    case .members(let codes): text += " \(word) \(counted(codes.count, "partner"))"
    case .total, .each: break
    }
    if let reporter = term.request.reporter, reporter != bench.reporter {
      text += " reported by \(bench.data.places.first { $0.code == reporter }?.name ?? reporter)"
    }
    return scan.isExact ? "growth of \(text) as the source gives it" : text
  }
}

extension Explainer.FactTerm {
  /// The published figures behind the value for some months.
  func pieces(of span: Period, _ scan: FactScan) -> [Derivation.Piece] {
    let whole = Derivation.Piece(period: span, cell: timeline.cell(for: span, scan))
    if scan.isExact { return [whole] }
    if scan.rate != nil {
      return span.months.map { index in
        let month = Period(Month(index: index))
        return Derivation.Piece(period: month, cell: timeline.figure(for: month))
      }
    }
    switch timeline.derivation(of: span, request.aggregation) {
    case .sum(let pieces), .mean(let pieces): return pieces
    case .difference(let first, let second): return [first, second]
    case .published, .total, .given: return [whole]
    }
  }
}

extension Worked {
  /// Takes a published total, and shows what its months add up to.
  fileprivate mutating func take(total: Cell, beside pieces: [Derivation.Piece]) {
    let figures = FormulaFigures(pieces.map(\.cell.value), unit)
    let amount = figures.amount(pieces.total)
    formula = figures.sum(pieces.map(\.cell.value))
    guard amount != figures.amount(total.value) else {
      remark = "and so it was published in total"
      return
    }
    formula += " = \(amount); the younger total, as published,"
    joint = " is "
  }
}

extension Timeline {
  func cell(for span: Period, _ scan: FactScan) -> Cell {
    scan.isExact ? exact(span) : figure(for: span)
  }
}

extension Evaluator {
  /// The word for adding up the months of a span.
  fileprivate func sumVerb(_ span: Period, _ aggregation: Indicator.Aggregation) -> String {
    guard aggregation == .sum else { return "mean" }
    switch accumulation {
    case .yearToDate: return "ytd"
    case .quarterToDate: return "qtd"
    case .trailing, nil: return "sum"
    }
  }
}

extension [Derivation.Piece] {
  /// The pieces with plus signs between them; remarks where their rounding shows.
  fileprivate func sum(_ total: Cell, _ unit: Unit, _ remark: inout String) -> String {
    let values = map(\.cell.value)
    let figures = FormulaFigures(values, unit)
    if figures.hidesRounding(values, total: total.value) { remark = "the parts are rounded" }
    return figures.sum(values)
  }
}

extension [Period] {
  /// Periods in words, neighbours joined: `Jan–Mar 2026, May 2026`.
  var runs: String {
    var runs: [Period] = []
    for period in self {
      if let last = runs.last, last.end + 1 == period.start, last.start.year == period.end.year {
        runs[runs.count - 1] = Period(from: last.start, through: period.end)
      } else {
        runs.append(period)
      }
    }
    return runs.map(\.label).joined(separator: ", ")
  }
}

extension Unit {
  /// The unit beside a series that is taken; nil where the numbers carry it themselves.
  var takenLabel: String? {
    switch self {
    case .percent, .percentagePoints, .ratio, .count, .truth: nil
    default: label
    }
  }
}
