import Catalogue
import Guidance
import Language
import Periods

/// Two ways to the same amount that accounting makes equal, or a part that cannot exceed its whole.
struct Identity: Sendable {
  /// The arithmetic with its numbers: `exports 330.0 − imports 220.1 = 109.9`.
  var claim: String
  /// What it is held against.
  var against: String
  var gap: Double
  var holds: Bool
  var unit: Unit
  /// A remark for where it does not hold.
  var remark = ""

  /// `✓ exports 330.0 − imports 218.6 = 111.4 bn; the balance as published 111.4 bn`.
  var sentence: String {
    var text = "\(holds ? "✓" : "✗") \(claim); \(against)"
    if !holds { text += ", gap \(FormulaFigures([gap], unit, .reading).amount(gap, signed: true))" }
    return holds || remark.isEmpty ? text : "\(text): \(remark)"
  }
}

extension CrossCheck {
  /// The identities that the stored figures allow to test for the months of the number.
  var identities: [Identity] {
    guard let scan = inquiry.plan.scans.first, let own = scan.requests.first?.request,
      own.unit.currency != nil, own.series == "exports" || own.series == "imports"
    else { return [] }
    let book = AccountBook(own, inquiry)
    return [book.balance, book.monthsAndTotal, book.partners].compactMap { $0 }
  }
}

/// The accounts around one number: the same months, partner, product, reporter and vintage.
private struct AccountBook {
  let request: FactRequest
  let span: Period
  let facts: any FactSource
  let inquiry: Inquiry

  init(_ request: FactRequest, _ inquiry: Inquiry) {
    self.request = request
    self.inquiry = inquiry
    span = inquiry.span
    facts = inquiry.answerer.bench.facts
  }

  private func timeline(_ series: String) -> Timeline? {
    var copy = request
    copy.series = series
    return facts.timelines(copy)[""]
  }

  /// What rounding to the published digits may hide.
  private func tolerance(_ size: Double) -> Double { max(0.15e9, 0.0005 * abs(size)) }

  /// Exports − imports is the balance.
  var balance: Identity? {
    guard request.product == .total,
      let exports = timeline("exports")?.figure(for: span).number,
      let imports = timeline("imports")?.figure(for: span),
      let balance = timeline("balance")?.figure(for: span),
      let bought = imports.number, let published = balance.number
    else { return nil }
    let figures = FormulaFigures([exports, bought, published], request.unit, .reading)
    let gap = exports - bought - published
    let young = [imports.published, balance.published].compactMap { $0 }
    return Identity(
      claim: "exports \(figures.number(exports)) − imports \(figures.number(bought))"
        + " = \(figures.amount(exports - bought))",
      against: "the balance as published is \(figures.amount(published))",
      gap: gap,
      holds: abs(gap) <= tolerance(exports),
      unit: request.unit,
      remark: young.count == 2 && young[0] != young[1]
        ? "the imports are of \(young[0]), the balance of \(young[1])"
        : "one of the three was revised without the others"
    )
  }

  /// The months of a year to date add up to the total as published.
  var monthsAndTotal: Identity? {
    let january = Month(year: span.end.year, month: 1)
    let whole = Period(from: january, through: span.end)
    guard whole.length > 1, let timeline = timeline(request.series),
      let total = timeline.exact(whole).number
    else { return nil }
    let months = whole.months.map { timeline.exact(Period(Month(index: $0))) }
    guard months.allSatisfy(\.hasValue) else { return nil }
    let sum = months.reduce(0) { $0 + $1.value }
    let figures = FormulaFigures([sum, total], request.unit, .reading)
    return Identity(
      claim: "the months of \(whole.label) add up to \(figures.amount(sum))",
      against: "published in total is \(figures.amount(total))",
      gap: sum - total,
      holds: abs(sum - total) <= tolerance(total),
      unit: request.unit,
      remark: "months and total are not of one vintage"
    )
  }

  /// Partners that do not overlap are no more than the world.
  var partners: Identity? {
    guard request.partner == .total, request.product == .total,
      let world = timeline(request.series)?.figure(for: span).number,
      var phrase = inquiry.phrase
    else { return nil }
    phrase.head = .measure(Name(request.series, at: phrase.location), reporter: nil)
    phrase.transforms.removeAll { !["ytd", "qtd", "ttm"].contains($0.name.text) }
    phrase.qualifiers.window = nil
    phrase.qualifiers.conversion = nil
    let key = Qualifiers.Key.dimension(Name("partner", at: phrase.location))
    phrase.qualifiers.grouping = Qualifiers.Grouping(
      keys: [key] + (phrase.qualifiers.grouping?.keys ?? []),
      each: nil,
      location: phrase.location
    )
    guard let plan = inquiry.plan(of: phrase) else { return nil }
    let members = inquiry.evaluator.run(plan).columns.filter { !$0.isRest }
      .compactMap { $0.series[inquiry.number].number }
    guard members.count > 1 else { return nil }
    let sum = members.reduce(0, +)
    let figures = FormulaFigures([sum, world], request.unit, .reading)
    let share = Phrasing.amount(100 * sum / world, .percent)
    return Identity(
      claim: "\(members.count) partners with figures add up to \(figures.amount(sum))",
      against: "\(share) of all \(request.series), \(figures.amount(world))",
      gap: sum - world,
      holds: sum <= world + tolerance(world),
      unit: request.unit,
      remark: "parts exceed the whole"
    )
  }
}
