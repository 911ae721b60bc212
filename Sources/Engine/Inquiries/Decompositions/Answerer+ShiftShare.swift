import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The change of exports taken apart into the growth of the world, the make-up of the exports, and
  /// what the country did better or worse than the world, part by part.
  ///
  /// Richardson 1971, Constant-market-shares analysis of export growth, J. Int. Economics 1.
  package func shiftShare(_ query: Query) throws(Diagnostic) -> Answer {
    let question = try GrowthQuestion(query, for: "shiftshare", self)
    let invocation = Invocation(
      resolver: resolver,
      scope: question.scope,
      span: query.expression.span
    )
    let entry = Entry(
      "shiftshare",
      category: .statement,
      summary: "",
      usage: "shiftshare exports by product yoy 2024",
      examples: []
    )
    let isByProduct = question.level.qualifiers.grouping?.dimensions.map(\.text) == ["product"]
    let plans = try WorldComparison.plans(
      for: [.phrase(question.level)],
      entry,
      isByProduct ? .product : .partner,
      invocation
    )
    let panels = plans.map(evaluator.run)
    let effects = try ShiftShare(panels, question, at: query.expression.span)
    var answer = Answer(
      reading: "shiftshare \(query.expression)",
      description: [
        Expression.phrase(question.level).description, "shift and share", question.label,
      ] + [basis(of: plans[0])].filter { !$0.isEmpty },
      content: .table(effects.table(plans[0].kind.unit ?? .ratio))
    )
    answer.context = [
      "world: as all exports grew; make-up: as each part did beyond that; own: the rest"
    ]
    var seen: Set<Source> = []
    answer.sources = panels.flatMap(sources).filter { seen.insert($0).inserted }
    answer.issuers = issuers(of: plans)
    return answer
  }
}

/// The three effects for each part.
struct ShiftShare {
  struct Part {
    var name: String
    var world: Double
    var makeUp: Double
    var own: Double
    var change: Double
  }

  let parts: [Part]

  init(_ panels: [Panel], _ question: GrowthQuestion, at span: SourceSpan) throws(Diagnostic) {
    let world = Dictionary(
      panels[2].withoutRest.columns.map { ($0.members, $0.series) }
    ) { first, _ in first }
    let (now, then) = (question.number, question.base)
    let rows = panels[0].withoutRest.columns.compactMap { column -> (String, [Double])? in
      guard let other = world[column.members] else { return nil }
      let cells = [column.series[then], column.series[now], other[then], other[now]]
      guard cells.allSatisfy(\.hasValue), cells[2].value > 0 else { return nil }
      return (column.name, cells.map(\.value))
    }
    guard rows.count > 1 else {
      throw Diagnostic(
        "needs-members",
        "`shiftshare` needs parts that the country and the world have in both periods",
        at: span,
        notes: ["as in `shiftshare exports by product yoy 2024`"]
      )
    }
    let totals = (2...3).map { index in rows.reduce(0) { $0 + $1.1[index] } }
    let growth = totals[1] / totals[0] - 1
    parts = rows.map { name, values in
      let partGrowth = values[3] / values[2] - 1
      return Part(
        name: name,
        world: growth * values[0],
        makeUp: (partGrowth - growth) * values[0],
        own: values[1] - values[0] * (1 + partGrowth),
        change: values[1] - values[0]
      )
    }.sorted { ($1.change, $0.name) < ($0.change, $1.name) }
  }

  func table(_ unit: Unit) -> Table {
    func column(_ name: String, _ value: (Part) -> Double) -> Table.Column {
      Table.Column(
        name,
        unit: unit,
        values: parts.map { .cell(Cell(value($0))) },
        isChange: true
      )
    }
    func sum(_ value: (Part) -> Double) -> Table.Value {
      .cell(Cell(parts.reduce(0) { $0 + value($1) }))
    }
    return Table(
      [
        Table.Column("part", values: parts.map { .label($0.name) }),
        column("world", \.world), column("make-up", \.makeUp), column("own", \.own),
        column("change", \.change),
      ],
      total: [.label("total"), sum(\.world), sum(\.makeUp), sum(\.own), sum(\.change)]
    )
  }
}
