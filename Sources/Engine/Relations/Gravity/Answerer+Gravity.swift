import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The gravity equation of trade, by Poisson pseudo-maximum likelihood with fixed effects.
  package func gravity(
    _ query: Query,
    on names: [Name],
    using words: [Name]
  ) throws(Diagnostic) -> Answer {
    let methods = GravityEffects.allCases.map(\.rawValue)
    let method = try MethodWords(words, for: "gravity", methods: methods)
    guard case .phrase(let phrase) = query.expression else {
      return Answer(reading: "", content: .text([]))
    }
    let panel = try GravityPanel(phrase, self)
    var regressors: [GravityRegressor] = []
    for name in names { regressors.append(try GravityRegressor(name, panel)) }
    let model = try GravityModel(
      panel,
      regressors,
      names,
      method.method.flatMap(GravityEffects.init) ?? .usual,
      at: phrase.span
    )
    if bench.isCancelled() {
      throw Diagnostic("interrupted", "the evaluation was stopped before its end")
    }
    if let failure = bench.facts.failure { throw failure }
    let listed = names.map(\.text).joined(separator: ", ")
    let using = words.isEmpty ? "" : " using " + words.map(\.text).joined(separator: " ")
    var answer = Answer(
      reading: "gravity \(query.expression) on \(listed)\(using)",
      description: model.description(of: phrase),
      content: .table(model.table)
    )
    answer.statistics = model.statistics
    answer.context = ["standard errors are clustered by pair"]
    answer.notes = model.notes
    var seen: Set<Source> = []
    answer.sources = panel.panels.flatMap(sources).filter { seen.insert($0).inserted }
    answer.issuers = issuers(of: panel.plans)
    return answer
  }
}

/// Which groups have a level of their own.
enum GravityEffects: String, CaseIterable, Sendable {
  /// Every reporter and every partner in every period; with one reporter partners and periods.
  case usual = "two-way"
  /// Also every pair.
  case pair
  /// Reporters, partners and periods.
  case simple
  case none

  var words: String {
    switch self {
    case .usual: "effects of reporters and partners in each period"
    case .pair: "effects of pairs, and of reporters and partners in each period"
    case .simple: "effects of reporters, partners and periods"
    case .none: "no effects but a constant"
    }
  }

  /// The keys that tell the groups of each effect apart.
  func keys(isAlone: Bool) -> [(GravityPanel.Observation) -> String] {
    let reporter = { (o: GravityPanel.Observation) in o.reporter }
    let partner = { (o: GravityPanel.Observation) in o.partner }
    let period = { (o: GravityPanel.Observation) in "\(o.number)" }
    let both = [
      { (o: GravityPanel.Observation) in "\(o.reporter) \(o.number)" },
      { (o: GravityPanel.Observation) in "\(o.partner) \(o.number)" },
    ]
    switch self {
    case .usual: return isAlone ? [partner, period] : both
    case .pair:
      return isAlone
        ? [partner, period]
        : both + [{ (o: GravityPanel.Observation) in "\(o.reporter) \(o.partner)" }]
    case .simple: return isAlone ? [partner, period] : [reporter, partner, period]
    case .none: return [{ _ in "" }]
    }
  }
}

/// The estimate: what goes into it, and what comes out.
struct GravityModel {
  private let panel: GravityPanel
  private let regressors: [GravityRegressor]
  private let effects: GravityEffects
  private let observations: [GravityPanel.Observation]
  private let fit: PoissonFit
  private let leftOut: Int

  init(
    _ panel: GravityPanel,
    _ regressors: [GravityRegressor],
    _ names: [Name],
    _ effects: GravityEffects,
    at span: SourceSpan
  ) throws(Diagnostic) {
    self.panel = panel
    self.regressors = regressors
    self.effects = effects
    var rows = panel.observations.map { observation in
      (observation, regressors.map { $0.value(observation, panel.frequency) })
    }
    rows.removeAll { $0.1.contains { $0 == nil } }
    let keys = effects.keys(isAlone: panel.reporters.count == 1)
    rows = GravityModel.withoutEmptyGroups(rows, keys)
    leftOut = panel.observations.count - rows.count
    observations = rows.map(\.0)
    let pairs = GravityModel.numbered(observations) { "\($0.reporter) \($0.partner)" }
    let pairCount = (pairs.max() ?? -1) + 1
    guard pairCount >= 10, rows.count >= 2 * (pairCount + regressors.count) else {
      throw Diagnostic(
        "too-few-observations",
        "\(rows.count) flows of \(pairCount) pairs are too few: ten pairs at the least, "
          + "and two periods of each",
        at: span
      )
    }
    let flows = observations.map(\.flow)
    let columns = regressors.indices.map { index in rows.map { $0.1[index] ?? 0 } }
    let groups = keys.map { [observations] in GravityModel.numbered(observations, $0) }
    do throws(PoissonFit.Failure) {
      fit = try PoissonFit(flows, on: columns, effects: groups, clusters: pairs)
    } catch {
      switch error {
      case .collinear(let column):
        let isEmpty = rows.allSatisfy { $0.1[column] == 0 }
        throw Diagnostic(
          "collinear",
          isEmpty
            ? "`\(regressors[column].label)` holds for no pair of these data"
            : "`\(regressors[column].label)` cannot be told from the effects or the rest",
          at: names[column].span,
          notes: isEmpty ? [] : ["fewer effects leave more to tell: `using simple`"]
        )
      case .noConvergence:
        throw Diagnostic(
          "no-convergence",
          "the estimate does not settle: some flows may be explained in full",
          at: span
        )
      }
    }
  }

  /// Leaves out groups without any flow: their effect would be minus infinity.
  private static func withoutEmptyGroups(
    _ rows: [(GravityPanel.Observation, [Double?])],
    _ keys: [(GravityPanel.Observation) -> String]
  ) -> [(GravityPanel.Observation, [Double?])] {
    var rows = rows
    while true {
      let count = rows.count
      for key in keys {
        var sums: [String: Double] = [:]
        for row in rows { sums[key(row.0), default: 0] += row.0.flow }
        rows.removeAll { sums[key($0.0)] == 0 }
      }
      if rows.count == count { return rows }
    }
  }

  private static func numbered(
    _ observations: [GravityPanel.Observation],
    _ key: (GravityPanel.Observation) -> String
  ) -> [Int] {
    var numbers: [String: Int] = [:]
    return observations.map { observation in
      let key = key(observation)
      let number = numbers[key] ?? numbers.count
      numbers[key] = number
      return number
    }
  }

  // MARK: Figures

  var table: Table {
    let quantile = Distribution.normalQuantile(twoSided: 0.05)
    func error(_ index: Int) -> Double { squareRoot(fit.covariance[index, index]) }
    func column(
      _ name: String,
      _ digits: Int?,
      _ value: (Int) -> Double
    ) -> Table.Column {
      let cells = regressors.indices.map { Table.Value.cell(Cell(value($0))) }
      return Table.Column(name, unit: .ratio, values: cells, significantDigits: digits)
    }
    var columns = [
      Table.Column("on", values: regressors.map { .label($0.label) }),
      column("coefficient", 4) { fit.coefficients[$0] },
      column("std. error", 4, error),
      column("z", 3) { fit.coefficients[$0] / error($0) },
      column("p", nil) { Distribution.normalTwoSided(fit.coefficients[$0] / error($0)) },
      column("95 % from", 4) { fit.coefficients[$0] - quantile * error($0) },
      column("to", 4) { fit.coefficients[$0] + quantile * error($0) },
    ]
    if regressors.contains(where: \.isIndicator) {
      columns.append(
        Table.Column(
          "effect",
          unit: .percent,
          values: regressors.enumerated().map { index, regressor in
            guard regressor.isIndicator else { return .label("") }
            return .cell(Cell(100 * (exponential(fit.coefficients[index]) - 1)))
          },
          isChange: true
        )
      )
    }
    return Table(columns)
  }

  var statistics: [Statistic] {
    let flows = observations.map(\.flow)
    let means = (Mean.value(of: flows), Mean.value(of: fit.fitted))
    var (product, first, second) = (0.0, 0.0, 0.0)
    for (flow, fitted) in zip(flows, fit.fitted) {
      product += (flow - means.0) * (fitted - means.1)
      first += (flow - means.0) * (flow - means.0)
      second += (fitted - means.1) * (fitted - means.1)
    }
    let square = product * product / (first * second)
    return [
      Statistic("observations", Double(flows.count), "\(flows.count) observations"),
      Statistic("pairs", Double(fit.clusterCount), "\(fit.clusterCount) pairs"),
      Statistic("r2", square, "R² of the fitted flows \(Phrasing.decimals(square, 3))"),
      Statistic("deviance", fit.deviance, "deviance \(fit.deviance.brief)"),
    ]
  }

  func description(of phrase: Phrase) -> [String] {
    let isAlone = panel.reporters.count == 1
    let numbers = observations.map(\.number)
    let span = Period(
      from: panel.frequency.period(numbers.min() ?? 0).start,
      through: panel.frequency.period(numbers.max() ?? 0).end
    )
    return [
      "\(Expression.phrase(phrase).withoutWindow) by pair",
      "Poisson pseudo-maximum likelihood",
      isAlone && effects != .none ? "effects of partners and periods" : effects.words,
      panel.frequency.label, span.label,
    ]
  }

  var notes: [Note] {
    var notes: [Note] = []
    if panel.reporters.count == 1 {
      notes.append(
        Note(
          "one-reporter",
          "all flows are of one reporter: what changes for it alone cannot be told from the rest "
            + "of the world"
        )
      )
    }
    if leftOut > 0 {
      notes.append(
        Note("gaps-left-out", "\(leftOut) flows without all regressors, or all zero, are left out")
      )
    }
    return notes
  }
}
