import Catalogue
import Guidance
import Language
import Periods

/// The ways in which one number can be had, beside each other.
struct CrossCheck: Sendable {
  let inquiry: Inquiry

  init(_ inquiry: Inquiry) { self.inquiry = inquiry }

  var unit: Unit { inquiry.plan.kind.unit ?? .ratio }

  /// One way to have the number.
  struct View: Sendable {
    var name: String
    var cell: Cell
  }

  /// The views that have a value; the number of the query leads.
  var views: [View] {
    let own = View(name: ownName, cell: inquiry.value.cell)
    let others = inquiry.isYearlyGrowth ? growthViews : levelViews
    return [own] + (others + [adjusted].compactMap { $0 }).filter(\.cell.hasValue)
  }

  private var ownName: String {
    inquiry.isYearlyGrowth || inquiry.plan.kind.nature == .growth
      ? "from stored levels" : "as taken"
  }

  // MARK: Growth

  private var growthViews: [View] {
    var views: [View] = []
    if let rates = PublishedRates(inquiry.plan, inquiry.answerer.bench) {
      let history = rates.rateHistory(inquiry.span)
      for record in history {
        let word = record.origin.status == .first ? "published by the source" : "in a later file"
        views.append(View(name: word, cell: record.cell))
      }
    }
    return views + [firstVintage].compactMap { $0 }
  }

  /// The number on the levels that were first published.
  private var firstVintage: View? {
    if let record = firstRecord { return View(name: "as first published", cell: record.cell) }
    var bench = inquiry.answerer.bench
    guard var phrase = inquiry.phrase, phrase.qualifiers.vintage == nil, bench.vintage == .latest
    else { return nil }
    bench.vintage = .firstPublished
    phrase.qualifiers.window = nil
    guard let plan = inquiry.plan(of: phrase, on: bench) else { return nil }
    let cell = inquiry.look(at: plan, inquiry.number, inquiry.evaluator).cell
    let name = inquiry.isYearlyGrowth ? "from levels as first published" : "as first published"
    return View(name: name, cell: cell)
  }

  // MARK: Levels

  /// The first publication of exactly these months, where the number is a published level.
  private var firstRecord: Ledger.Record? {
    let scans = inquiry.plan.scans
    guard inquiry.plan.isLevel, scans.count == 1, scans[0].requests.count == 1 else { return nil }
    let ledger = Ledger(scans[0].requests[0].request, inquiry.answerer.bench.data)
    return ledger[inquiry.span].first { $0.origin.status == .first }
  }

  private var levelViews: [View] {
    var views = [firstVintage].compactMap { $0 }
    let scans = inquiry.plan.scans
    guard inquiry.plan.isLevel, scans.count == 1, scans[0].rate == nil, !scans[0].isExact else {
      return views
    }
    let scan = scans[0]
    let facts = inquiry.answerer.bench.facts
    if let fallback = scan.fallback, let timeline = facts.timelines(fallback)[""] {
      views.append(View(name: "balance as published", cell: timeline.figure(for: inquiry.span)))
    }
    guard scan.requests.count == 1, scan.requests[0].request.aggregation == .sum,
      let timeline = facts.timelines(scan.requests[0].request)[""]
    else { return views }
    return views + timeline.views(of: inquiry.span)
  }

  // MARK: Seasons

  /// The number adjusted for season, where the language has the transform.
  private var adjusted: View? {
    guard var phrase = inquiry.phrase, phrase.transforms.allSatisfy({ $0.name.text != "sa" }),
      transforms.contains(where: { $0.entry.name == "sa" }), inquiry.span.length == 1
    else { return nil }
    phrase.qualifiers.window = nil
    phrase.transforms.insert(TransformCall(Name("sa", at: phrase.location)), at: 0)
    return value(of: phrase).map { View(name: "adjusted for season", cell: $0) }
  }

  private func value(of phrase: Phrase) -> Cell? {
    guard let plan = inquiry.plan(of: phrase) else { return nil }
    let cell = inquiry.look(at: plan, inquiry.number, inquiry.evaluator).cell
    return cell.hasValue ? cell : nil
  }

  // MARK: Verdicts

  /// What the views say together.
  var verdicts: [String] {
    guard let gap = inquiry.publishedGap else { return [] }
    let distance = gap.rate.value - inquiry.value.cell.value
    guard abs(distance) >= 0.1 else {
      return ["✓ published and computed growth agree within rounding"]
    }
    let points = Phrasing.amount(abs(distance), .percentagePoints)
    return ["✗ published and computed growth lie \(points) apart: \(gap.reason)"]
  }
}

extension Timeline {
  /// The other ways to have a flow of some months: added up, in total, as a difference of totals.
  fileprivate func views(of span: Period) -> [CrossCheck.View] {
    var views: [CrossCheck.View] = []
    let months = span.months.map { exact(Period(Month(index: $0))) }
    if span.length > 1 {
      views.append(
        CrossCheck.View(
          name: "its months added up",
          cell: Cell.computed(from: months) { $0.reduce(0, +) }
        )
      )
      views.append(CrossCheck.View(name: "published in total", cell: exact(span)))
    }
    guard span.start.number > 1, span.start.year == span.end.year else { return views }
    let january = Month(year: span.start.year, month: 1)
    let totals = [
      exact(Period(from: january, through: span.end)),
      exact(Period(from: january, through: span.start - 1)),
    ]
    views.append(
      CrossCheck.View(
        name: "total to \(span.end.abbreviation) less total to \((span.start - 1).abbreviation)",
        cell: Cell.computed(from: totals) { $0[0] - $0[1] }
      )
    )
    return views
  }
}

extension [CrossCheck.View] {
  /// The views with their distance from the first.
  func table(_ unit: Unit) -> Table {
    let own = first?.cell ?? .missing(.notLoaded)
    let gaps = enumerated().map { index, view -> Table.Value in
      guard index > 0, own.hasValue else { return .label("") }
      return .cell(Cell.computed(view.cell, own) { $0 - $1 })
    }
    var gap = Table.Column("gap", unit: unit == .percent ? .percentagePoints : unit, values: gaps)
    gap.isChange = true
    var value = Table.Column("value", unit: unit, values: map { .cell($0.cell) })
    value.isChange = unit == .percent
    return Table([
      Table.Column("figure", values: map { .label($0.name) }),
      value,
      gap,
      Table.Column(
        "published",
        values: map { .label($0.cell.published?.description ?? "") }
      ),
    ])
  }
}

extension Plan {
  /// True for amounts of a period or running totals: no growth, no share.
  var isLevel: Bool {
    switch step {
    case .facts: true
    case .windowed(_, let inner): inner.isLevel
    case .transformed(let transform, let inner): transform.accumulation != nil && inner.isLevel
    default: false
    }
  }
}
