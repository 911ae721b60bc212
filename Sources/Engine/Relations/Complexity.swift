import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// How much know-how the exports of every reporter show: the economic complexity index.
  package func complexity(_ query: Query) throws(Diagnostic) -> Answer {
    guard case .phrase(let phrase) = query.expression, case .measure(let name, _) = phrase.head,
      ["exports", "imports"].contains(name.text), phrase.transforms.isEmpty,
      phrase.qualifiers.partners == nil, phrase.qualifiers.products.isEmpty,
      case .at(let period)? = phrase.qualifiers.window?.kind
    else {
      throw Diagnostic(
        "wrong-arguments",
        "`complexity` looks at the exports of every reporter by product in one period",
        at: query.expression.span,
        notes: ["as in `complexity exports 2024`"]
      )
    }
    var trade: [(name: String, values: [String: Double])] = []
    var panels: [Panel] = []
    var plans: [Plan] = []
    for reporter in bench.reporters(of: name.text) where reporter.kind == .country {
      guard let plan = try byProduct(phrase, period, reporter.code) else { continue }
      let panel = evaluator.run(plan)
      let values = panel.columns.filter { !$0.isRest }.compactMap { column -> (String, Double)? in
        guard let value = column.series.cells.first?.number, value > 0 else { return nil }
        return (column.name, value)
      }
      guard !values.isEmpty else { continue }
      trade.append((reporter.name, Dictionary(values) { first, _ in first }))
      panels.append(panel)
      plans.append(plan)
    }
    if let failure = bench.facts.failure { throw failure }
    guard trade.count >= 3, let index = ComplexityIndex(trade.map(\.values)) else {
      throw Diagnostic(
        "world-not-loaded",
        "`complexity` compares the \(name.text) of many reporters by product, and there are "
          + "\(trade.count)",
        at: query.expression.span
      )
    }
    var answer = Answer(
      reading: "complexity \(query.expression)",
      description: ["economic complexity of \(name.text)", period.label],
      content: .table(index.table(trade.map(\.name)))
    )
    answer.context = [
      "\(index.productCount) products; an advantage is a share above that of the world; "
        + "mean zero, deviation one"
    ]
    var seen: Set<Source> = []
    answer.sources = panels.flatMap(sources).filter { seen.insert($0).inserted }
    answer.issuers = issuers(of: plans)
    return answer
  }

  private func byProduct(
    _ phrase: Phrase,
    _ period: Period,
    _ reporter: String
  ) throws(Diagnostic) -> Plan? {
    var phrase = phrase
    phrase.qualifiers.grouping = Qualifiers.Grouping(
      keys: [.dimension(Name("product", at: phrase.location))],
      each: nil,
      location: phrase.location
    )
    var bench = bench
    bench.reporter = reporter
    var scope = Scope()
    scope.keepsRest = false
    do throws(Diagnostic) {
      return try Resolver(bench).plan(phrase, scope)
    } catch {
      guard error.code == "not-loaded" else { throw error }
      return nil
    }
  }
}

/// The second eigenvector of the matrix that leads from countries to products and back.
///
/// Hidalgo and Hausmann 2009, The building blocks of economic complexity, PNAS 106.
struct ComplexityIndex: Sendable {
  /// In the order of the countries; nil for those without an advantage.
  let values: [Double?]
  /// In how many products each has an advantage.
  let diversity: [Int]
  let productCount: Int

  /// Nil where too few countries have an advantage, or all have the same.
  init?(_ trade: [[String: Double]]) {
    let products = Set(trade.flatMap(\.keys)).sorted()
    let totals = trade.map { $0.values.reduce(0, +) }
    let world = totals.reduce(0, +)
    let sums = products.map { product in trade.reduce(0) { $0 + ($1[product] ?? 0) } }
    let advantages = trade.indices.map { country in
      products.indices.map { product in
        (trade[country][products[product]] ?? 0) / totals[country] >= sums[product] / world
      }
    }
    let diversity = advantages.map { row in row.count { $0 } }
    let ubiquity = products.indices.map { product in advantages.count { $0[product] } }
    productCount = ubiquity.count { $0 > 0 }
    let countries = trade.indices.filter { diversity[$0] > 0 }
    guard countries.count >= 3 else { return nil }
    let roots = countries.map { squareRoot(Double(diversity[$0])) }
    var matrix = SymmetricMatrix(countries.count)
    for (row, first) in countries.enumerated() {
      for (column, second) in countries.enumerated() {
        let shared = products.indices.reduce(0.0) { sum, product in
          guard advantages[first][product], advantages[second][product] else { return sum }
          return sum + 1 / Double(ubiquity[product])
        }
        matrix[row, column] = shared / (roots[row] * roots[column])
      }
    }
    guard let second = ComplexityIndex.secondVector(matrix, first: roots) else { return nil }
    var scores = zip(second, roots).map { $0 / $1 }
    let mean = scores.reduce(0, +) / Double(scores.count)
    let deviation = squareRoot(
      scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)
    )
    guard deviation > 1e-9 else { return nil }
    // The sign is free: who makes more counts as more complex.
    let average = countries.reduce(0) { $0 + Double(diversity[$1]) } / Double(countries.count)
    let slope = zip(scores, countries).reduce(0) {
      $0 + ($1.0 - mean) * (Double(diversity[$1.1]) - average)
    }
    let sign: Double = slope < 0 ? -1 : 1
    scores = scores.map { sign * ($0 - mean) / deviation }
    var values = [Double?](repeating: nil, count: trade.count)
    for (country, score) in zip(countries, scores) { values[country] = score }
    self.values = values
    self.diversity = diversity
  }

  /// The eigenvector of the second largest eigenvalue, the first being known, by repeated products.
  private static func secondVector(_ matrix: SymmetricMatrix, first: [Double]) -> [Double]? {
    let length = squareRoot(first.reduce(0) { $0 + $1 * $1 })
    let first = first.map { $0 / length }
    var vector = first.indices.map { Double(($0 * 7_919) % 104_729) / 104_729 - 0.5 }
    for _ in 0..<200_000 {
      let product = zip(vector, first).reduce(0) { $0 + $1.0 * $1.1 }
      let rest = zip(vector, first).map { $0 - product * $1 }
      var next = rest.indices.map { row in
        rest.indices.reduce(0) { $0 + matrix[row, $1] * rest[$1] }
      }
      let size = squareRoot(next.reduce(0) { $0 + $1 * $1 })
      guard size > 1e-12 else { return nil }
      next = next.map { $0 / size }
      let moved = zip(next, vector).reduce(0) { max($0, abs($1.0 - $1.1)) }
      vector = next
      if moved < 1e-14 { return vector }
    }
    return vector
  }

  func table(_ names: [String]) -> Table {
    let order = names.indices.sorted { left, right in
      let pair = (values[left] ?? -.infinity, values[right] ?? -.infinity)
      return pair.0 == pair.1 ? names[left] < names[right] : pair.0 > pair.1
    }
    return Table([
      Table.Column("reporter", values: order.map { .label(names[$0]) }),
      Table.Column(
        "complexity",
        unit: .ratio,
        values: order.map { .cell(values[$0].map { Cell($0) } ?? .missing(.notReported)) },
        isChange: true
      ),
      Table.Column(
        "advantages",
        unit: .count,
        values: order.map { .cell(Cell(Double(diversity[$0]))) }
      ),
    ])
  }
}
