import Catalogue
import Guidance
import Language
import Periods

/// What drove a rate of growth or a change, as far as the figures tell.
struct Reasons: Sendable {
  let inquiry: Inquiry
  /// The level whose growth it is, without a window.
  let level: Plan?
  private let levelPhrase: Phrase?
  /// Periods from the value to its base.
  let back: Int
  /// The number of the value in the series of the level.
  let number: Int

  init(_ inquiry: Inquiry) {
    self.inquiry = inquiry
    number = inquiry.number
    let step = inquiry.value.series.frequency.step
    back = (inquiry.plan.kind.horizon ?? step) / step
    var phrase = inquiry.phrase
    if phrase?.transforms.isEmpty == false { phrase?.transforms.removeLast() }
    phrase?.qualifiers.window = nil
    levelPhrase = phrase
    // A bare period sets the frequency; without it the grain has to.
    level = phrase.flatMap { inquiry.plan(of: $0) }
  }

  var isSigned: Bool { level?.kind.isSigned ?? false }

  /// True where growth is in percent, so that contributions are points of it.
  var isRate: Bool { inquiry.plan.kind.unit == .percent }

  var unit: Unit { level?.kind.unit ?? .ratio }

  /// `+2.6 % in Mar 2026: 321.0 bn after 313.0 bn`.
  var headline: String {
    let value = inquiry.value
    let unit = inquiry.plan.kind.unit ?? .ratio
    let amount = Worked("", value.cell, unit).signedResult
    var text = "\(amount) in \(inquiry.span.label)"
    if let pair = change(of: level) {
      let figures = FormulaFigures([pair.now, pair.then], self.unit)
      let base = inquiry.span.shifted(by: -back * value.series.frequency.step).label
      text += ": \(figures.amount(pair.now)) after \(figures.amount(pair.then)) in \(base)"
    }
    return text
  }

  var statements: [ExplainedStep] {
    var statements: [ExplainedStep] = []
    func add(_ verb: String, _ text: String?) {
      if let text { statements.append(ExplainedStep(verb, text)) }
    }
    add("base", baseEffect)
    add("parts", parts)
    add("partners", partners)
    add("whole", shareOfWhole)
    add("calendar", calendar)
    add("yuan", inYuan)
    add("revision", revision)
    return statements
  }

  // MARK: Values

  /// A plan's value in the period and in the base period; nil where either is missing.
  func change(of plan: Plan?) -> (now: Double, then: Double)? {
    guard let plan else { return nil }
    let now = inquiry.look(at: plan, number, inquiry.evaluator).cell
    let then = inquiry.look(at: plan, number - back, inquiry.evaluator).cell
    guard let now = now.number, let then = then.number else { return nil }
    return (now, then)
  }

  /// The level in other words: by partner, of another measure, without a partner.
  func levelPlan(_ edit: (inout Phrase) -> Void) -> Plan? {
    guard var phrase = levelPhrase else { return nil }
    edit(&phrase)
    return inquiry.plan(of: phrase)
  }

  var hasPartners: Bool { levelPhrase?.qualifiers.partners != nil }

  var hasProducts: Bool { levelPhrase?.qualifiers.products.isEmpty == false }

  var measure: Measure? {
    guard case .measure(let name, _)? = levelPhrase?.head else { return nil }
    return inquiry.answerer.bench.lexicon.measures[name.text]
  }

  // MARK: Revision and currency

  private var revision: String? {
    guard let gap = inquiry.publishedGap, abs(gap.rate.value - inquiry.value.cell.value) >= 0.1
    else { return nil }
    let rate = Phrasing.amount(gap.rate.value, .percent, signed: true)
    let when = gap.day.map { ", on \($0)" } ?? ""
    return "the source's own rate is \(rate)\(when): \(gap.reason)"
  }

  /// Growth in yuan as the source published it: the exchange rate is in the dollar figure.
  private var inYuan: String? {
    guard inquiry.isYearlyGrowth, let rates = PublishedRates(inquiry.plan, inquiry.answerer.bench)
    else { return nil }
    var request = rates.rates
    request.series += ".cny"
    let timeline = inquiry.answerer.bench.facts.timelines(request)[""]
    guard rates.rates.series.hasSuffix(".yoy"), let rate = timeline?.exact(inquiry.span),
      let value = rate.number, let own = inquiry.value.cell.number, abs(value - own) >= 0.5
    else { return nil }
    let amount = Phrasing.amount(value, .percent, signed: true)
    return "\(amount) in yuan, as published; the exchange rate moved in between"
  }
}

extension Worked {
  /// The value with its sign.
  var signedResult: String {
    var copy = self
    copy.isChange = true
    return copy.result
  }
}
