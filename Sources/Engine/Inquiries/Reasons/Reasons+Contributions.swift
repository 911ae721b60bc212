import Catalogue
import Guidance
import Language
import Periods

// Who made the change: exports and imports behind a balance, partners behind a total.
extension Reasons {
  /// The directions of trade behind a balance or turnover.
  var parts: String? {
    guard let measure, measure.isTrade, measure.terms.count > 1, let whole = change(of: level)
    else { return nil }
    var texts: [String] = []
    for term in measure.terms {
      let word: Qualifiers.Direction = term.series == "exports" ? .to : .from
      let plan = levelPlan { phrase in
        phrase.head = .measure(Name(term.series, at: phrase.location), reporter: nil)
        phrase.qualifiers.partners?.direction = word
      }
      guard let pair = change(of: plan), pair.then != 0 else { return nil }
      let figures = FormulaFigures([pair.now - pair.then], unit, .reading)
      let percent = Phrasing.amount(100 * (pair.now / pair.then - 1), .percent, signed: true)
      texts.append(
        "\(term.series) \(figures.amount(pair.now - pair.then, signed: true)) (\(percent))"
      )
    }
    let total = FormulaFigures([whole.now - whole.then], unit, .reading)
    let sign = measure.isSigned ? "so the balance" : "together"
    return texts.joined(separator: ", ")
      + ", \(sign) \(total.amount(whole.now - whole.then, signed: true))"
  }

  /// What each partner adds to the change of the whole: the largest gains and losses.
  ///
  /// Only partners that have figures for both periods are named; all others are what is left.
  var partners: String? {
    guard let measure, measure.isTrade, !hasPartners, !hasProducts,
      let whole = change(of: level), whole.then != 0, !isRate || whole.then > 0,
      let members = memberChanges, members.count > 1
    else { return nil }
    let scale = isRate ? 100 / whole.then : 1
    let total = (whole.now - whole.then) * scale
    let unit = isRate ? Unit.percentagePoints : self.unit
    let shares = members.map { (name: $0.name, value: ($0.now - $0.then) * scale) }
    let figures = FormulaFigures(shares.map(\.value) + [total], unit, .reading)
    let gains = shares.filter { $0.value > 0 }.sorted { ($1.value, $0.name) < ($0.value, $1.name) }
    let losses = shares.filter { $0.value < 0 }.sorted { ($0.value, $0.name) < ($1.value, $1.name) }
    let shown = Array(gains.prefix(5)) + Array(losses.prefix(3))
    let rest = total - shown.reduce(0) { $0 + $1.value }
    let list = shown.map { "\($0.name) \(figures.number($0.value, signed: true))" }
    return list.joined(separator: ", ")
      + ", all others \(figures.number(rest, signed: true));"
      + " together \(figures.amount(total, signed: true))"
  }

  private var memberChanges: [(name: String, now: Double, then: Double)]? {
    let plan = levelPlan { phrase in
      let key = Qualifiers.Key.dimension(Name("partner", at: phrase.location))
      let keys = phrase.qualifiers.grouping?.keys ?? []
      phrase.qualifiers.grouping = Qualifiers.Grouping(
        keys: [key] + keys,
        each: nil,
        location: phrase.location
      )
    }
    guard let plan else { return nil }
    return inquiry.evaluator.run(plan).columns.filter { !$0.isRest }.compactMap { column in
      guard let now = column.series[number].number,
        let then = column.series[number - back].number
      else { return nil }
      return (column.name, now, then)
    }
  }

  /// For a partner: how much of the growth of all trade it made or took.
  var shareOfWhole: String? {
    guard let measure, measure.isTrade, hasPartners, isRate, let own = change(of: level) else {
      return nil
    }
    let plan = levelPlan { $0.qualifiers.partners = nil }
    guard let whole = change(of: plan), whole.then > 0 else { return nil }
    let points = 100 * (own.now - own.then) / whole.then
    let growth = Phrasing.amount(100 * (whole.now / whole.then - 1), .percent, signed: true)
    let share = Phrasing.amount(100 * own.then / whole.then, .percent)
    return "\(Phrasing.amount(points, .percentagePoints, signed: true)) of the growth of all"
      + " \(measure.entry.name) (\(growth)), with a share of \(share) in the base"
  }
}
