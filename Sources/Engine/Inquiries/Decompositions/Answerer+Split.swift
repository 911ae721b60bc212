import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The growth of value taken apart into quantities and unit values, good by good.
  ///
  /// Half the change of the quantity at either price, and the reverse: the parts add up exactly.
  /// Bennet 1920, Journal of the Royal Statistical Society 83.
  package func split(_ query: Query) throws(Diagnostic) -> Answer {
    let question = try GrowthQuestion(query, for: "split", self)
    let invocation = Invocation(
      resolver: resolver,
      scope: question.scope,
      span: query.expression.span
    )
    let entry = Entry(
      "split",
      category: .statement,
      summary: "",
      usage: "split imports of soybeans yoy 2025",
      examples: []
    )
    let plans = try UnitValues.plans(for: question.level, entry, invocation)
    let panels = plans.map(evaluator.run)
    let goods = UnitValues.pairs(panels, question.number, base: question.base)
    guard !goods.isEmpty else {
      throw Diagnostic(
        "no-quantity",
        "no good has value and quantity both in \(question.period.label) and a year before",
        at: query.expression.span
      )
    }
    var answer = Answer(
      reading: "split \(query.expression)",
      description: [
        "\(Expression.phrase(question.level).description)", "growth by quantity and price",
        question.label,
      ] + [basis(of: plans[0])].filter { !$0.isEmpty } + blankQuantities(plans),
      content: .table(Answerer.table(of: goods.map { ($0.members, $0.pair) }))
    )
    answer.context = coverage(goods.map(\.pair), question, plans[0])
    answer.notes = [
      Note("unit-values", "a unit value is no price: it also moves with what kind is traded")
    ]
    var seen: Set<Source> = []
    answer.sources = panels.flatMap(sources).filter { seen.insert($0).inserted }
    answer.issuers = issuers(of: plans)
    return answer
  }

  private static func table(of goods: [(members: [Member], pair: UnitValues.Pair)]) -> Table {
    let base = goods.reduce(0) { $0 + $1.pair.baseValue }
    func column(
      _ name: String,
      _ unit: Unit,
      _ value: (UnitValues.Pair) -> Double
    ) -> Table.Column {
      Table.Column(
        name,
        unit: unit,
        values: goods.map { .cell(Cell(value($0.pair))) },
        isChange: true
      )
    }
    let volume = { (pair: UnitValues.Pair) in
      (pair.quantity - pair.baseQuantity) * (pair.basePrice + pair.price) / 2
    }
    let price = { (pair: UnitValues.Pair) in
      (pair.price - pair.basePrice) * (pair.baseQuantity + pair.quantity) / 2
    }
    let names = goods.map { $0.members.map(\.name).joined(separator: " · ") }
    let columns = [
      Table.Column("product", values: names.map { .label($0) }),
      column("quantity", .percent) { 100 * ($0.quantity / $0.baseQuantity - 1) },
      column("unit value", .percent) { 100 * ($0.price / $0.basePrice - 1) },
      column("value", .percent) { 100 * ($0.value / $0.baseValue - 1) },
      column("from quantity", .percentagePoints) { 100 * volume($0) / base },
      column("from price", .percentagePoints) { 100 * price($0) / base },
    ]
    func total(_ part: (UnitValues.Pair) -> Double) -> Table.Value {
      .cell(Cell(100 * goods.reduce(0) { $0 + part($1.pair) } / base))
    }
    guard goods.count > 1 else { return Table(columns) }
    return Table(
      columns,
      total: [
        .label("together"), .label(""), .label(""), total { $0.value - $0.baseValue },
        total(volume), total(price),
      ]
    )
  }

  /// What part of the whole the goods with quantities are.
  private func coverage(
    _ goods: [UnitValues.Pair],
    _ question: GrowthQuestion,
    _ plan: Plan
  ) -> [String] {
    guard let whole = try? resolver.plan(question.level.without(.product), question.scope),
      let cell = evaluator.run(whole).columns.first?.series[question.number], cell.hasValue
    else { return [] }
    let covered = 100 * goods.reduce(0) { $0 + $1.value } / cell.value
    return ["these goods are \(Phrasing.amount(covered, .percent)) of the whole"]
  }
}

/// A question about growth on a year earlier, for one period: what a decomposition starts from.
struct GrowthQuestion {
  /// The phrase without growth and window.
  var level: Phrase
  var scope: Scope
  var period: Period
  var number: Int
  /// The number of the same period a year earlier.
  var base: Int

  var label: String {
    let before = Period(start: period.start - 12, length: period.length)
    return "\(period.label) on \(before.label)"
  }

  init(_ query: Query, for word: String, _ answerer: Answerer) throws(Diagnostic) {
    let query = query.spelledOut(on: answerer.bench)
    guard case .phrase(let phrase) = query.expression, phrase.transforms.count == 1,
      phrase.transforms[0].name.text == "yoy", phrase.transforms[0].argument == .none,
      case .at(let period)? = phrase.qualifiers.window?.kind
    else {
      throw Diagnostic(
        "needs-growth",
        "`\(word)` takes growth apart for one period: `\(word) imports of soybeans yoy 2025`",
        at: query.expression.span
      )
    }
    let frequency = period.frequency
    guard let number = frequency.number(of: period), 12 % frequency.step == 0 else {
      throw Diagnostic(
        "frequency-mismatch",
        "\(period.label) has no period of the same kind a year before",
        at: phrase.qualifiers.window?.location.span
      )
    }
    level = phrase
    level.transforms = []
    level.qualifiers.window = nil
    scope = Scope()
    scope.frequency = frequency
    scope.keepsRest = false
    self.period = period
    self.number = number
    base = number - 12 / frequency.step
  }
}
