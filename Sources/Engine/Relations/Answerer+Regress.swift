import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// Ordinary least squares of one series on others, as a table of coefficients.
  package func regress(_ regression: Regression) throws(Diagnostic) -> Answer {
    let words = try MethodWords(
      regression.method,
      for: "regress",
      methods: ["classical", "robust", "hac"]
    )
    let sample = try sample(regression.operands, for: "regress")
    let fit = try RegressionFit(sample, regression, words)
    var answer = Answer(
      reading: "regress \(regression)",
      description: fit.description,
      content: .table(fit.table)
    )
    answer.statistics = fit.statistics
    answer.context = fit.sentence.map { [$0] } ?? []
    answer.notes = fit.notes
    return completed(answer, sample)
  }
}

/// A regression that was run: its coefficients and what is said about them.
struct RegressionFit {
  private let sample: Sample
  private let errors: LeastSquares.Errors
  private let model: LeastSquares
  private let covariance: SymmetricMatrix

  init(_ sample: Sample, _ regression: Regression, _ words: MethodWords) throws(Diagnostic) {
    self.sample = sample
    let size = sample.values.count
    guard sample.count >= size + 5 else {
      throw Diagnostic(
        "too-few-observations",
        "\(sample.count) common periods are too few for \(size) coefficients: "
          + "\(size + 5) at the least",
        at: regression.dependent.span
      )
    }
    errors = RegressionFit.errors(words, sample.count)
    // The constant comes first, so that a regressor that never changes is found to be one.
    let design = Design([sample.values[0].map { _ in 1 }] + sample.values.dropFirst())
    do throws(LeastSquares.Collinear) {
      model = try LeastSquares(of: sample.values[0], on: design)
    } catch {
      throw RegressionFit.collinear(error.column, sample, regression)
    }
    guard let first = sample.values[0].first, sample.values[0].contains(where: { $0 != first })
    else {
      throw Diagnostic(
        "collinear",
        "`\(sample.names[0])` is the same in every period: there is nothing to explain",
        at: regression.dependent.span
      )
    }
    let total = RegressionFit.spread(sample.values[0])
    guard model.sumOfSquares > 1e-20 * total else {
      throw Diagnostic(
        "perfect-fit",
        "`\(sample.names[0])` is made of these regressors exactly: an identity, no relation",
        at: regression.dependent.span
      )
    }
    covariance = model.covariance(errors, design)
  }

  private static func errors(_ words: MethodWords, _ count: Int) -> LeastSquares.Errors {
    // Newey and West 1994: 4 × (n ÷ 100)^(2 ÷ 9), rounded down.
    let usual = Int(4 * power(Double(count) / 100, 2 / 9))
    return switch words.method {
    case "robust": .robust
    case "hac": .autocorrelated(lags: min(words.count ?? usual, count - 1))
    default: words.count.map { .autocorrelated(lags: min($0, count - 1)) } ?? .classical
    }
  }

  private static func collinear(
    _ column: Int,
    _ sample: Sample,
    _ regression: Regression
  ) -> Diagnostic {
    let name = sample.names[column]
    let values = sample.values[column]
    let isConstant = values.allSatisfy { $0 == values[0] }
    return Diagnostic(
      "collinear",
      isConstant
        ? "`\(name)` is the same in every period, as the constant is"
        : "`\(name)` is a combination of the regressors before it: its part cannot be told",
      at: regression.operands[column].span,
      notes: ["leave it out"]
    )
  }

  // MARK: Figures

  private var size: Int { sample.values.count }

  private var freedom: Double { Double(model.degreesOfFreedom) }

  private func error(_ index: Int) -> Double { squareRoot(covariance[index, index]) }

  private var rSquared: Double {
    1 - model.sumOfSquares / RegressionFit.spread(sample.values[0])
  }

  /// The sum of squared distances from the mean.
  private static func spread(_ values: [Double]) -> Double {
    let mean = Mean.value(of: values)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  }

  private var durbinWatson: Double {
    let changes = zip(model.residuals.dropFirst(), model.residuals).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return changes / model.sumOfSquares
  }

  /// The test that all slopes are zero.
  private var fisher: (value: Double, probability: Double)? {
    let slopes = Array(1..<size)
    let block = covariance.block(slopes)
    let right = slopes.map { model.coefficients[$0] }
    guard let solution = block.solving(right) else { return nil }
    let value = zip(right, solution).reduce(0) { $0 + $1.0 * $1.1 } / Double(slopes.count)
    return (value, Distribution.fisherAbove(value, Double(slopes.count), freedom))
  }

  var statistics: [Statistic] {
    let count = sample.count
    let adjusted = 1 - (1 - rSquared) * Double(count - 1) / freedom
    var statistics = [
      Statistic("observations", Double(count), "\(count) observations"),
      Statistic("r2", rSquared, "R² \(Phrasing.decimals(rSquared, 3))"),
      Statistic("adjusted-r2", adjusted, "adjusted R² \(Phrasing.decimals(adjusted, 3))"),
    ]
    if let fisher {
      let label = "F(\(size - 1), \(model.degreesOfFreedom))"
      statistics.append(Statistic("f", fisher.value, "\(label) \(fisher.value.brief)"))
      let text = "p \(fisher.probability.probability)"
      statistics.append(Statistic("f-probability", fisher.probability, text))
    }
    let standard = squareRoot(model.sumOfSquares / freedom)
    return statistics + [
      Statistic("residual-error", standard, "residual standard error \(standard.brief)"),
      Statistic(
        "durbin-watson",
        durbinWatson,
        "Durbin–Watson \(Phrasing.decimals(durbinWatson, 2))"
      ),
    ]
  }

  var table: Table {
    let order = Array(1..<size) + [0]
    let quantile = Distribution.studentQuantile(twoSided: 0.05, degrees: freedom)
    func column(
      _ name: String,
      _ digits: Int? = 4,
      _ value: (Int) -> Double
    ) -> Table.Column {
      let cells = order.map { Table.Value.cell(Cell(value($0))) }
      return Table.Column(name, unit: .ratio, values: cells, significantDigits: digits)
    }
    return Table([
      Table.Column(
        "on",
        values: order.map { .label($0 == 0 ? "constant" : sample.label($0)) }
      ),
      column("coefficient") { model.coefficients[$0] },
      column("std. error") { error($0) },
      column("t", 3) { model.coefficients[$0] / error($0) },
      column("p", nil) {
        Distribution.studentTwoSided(model.coefficients[$0] / error($0), degrees: freedom)
      },
      column("95 % from") { model.coefficients[$0] - quantile * error($0) },
      column("to") { model.coefficients[$0] + quantile * error($0) },
    ])
  }

  // MARK: Words

  var description: [String] {
    let method =
      switch errors {
      case .classical: "classical standard errors"
      case .robust: "robust standard errors (HC1)"
      case .autocorrelated(let lags): "Newey–West standard errors, \(lags) lags"
      }
    return [
      "\(sample.label(0)) on \((1..<size).map { sample.names[$0] }.joined(separator: ", "))",
      "least squares", method, sample.frequency.label, sample.period?.label ?? "",
    ].filter { !$0.isEmpty }
  }

  /// What the first slope says, where the units make it plain.
  var sentence: String? {
    let slope = model.coefficients[1]
    let rest = size > 2 ? ", the others as they are" : ""
    guard sample.isLogarithm(0), sample.isLogarithm(1) else { return nil }
    return "elasticity: 1 % more of the first regressor goes with "
      + "\(Phrasing.decimals(slope, 2, signed: true)) %\(rest)"
  }

  var notes: [Note] {
    var notes: [Note] = []
    let count = sample.count
    let watson = durbinWatson
    if rSquared > watson {
      notes.append(
        Note(
          "spurious",
          "R² is above the Durbin–Watson statistic: two series that drift fit each other by "
            + "chance; try growth, as `yoy` or `dlog`"
        )
      )
    } else if count >= 20, watson < 1.2 || watson > 2.8, !errors.mindTime {
      notes.append(
        Note(
          "autocorrelated",
          "the residuals follow each other: these standard errors are too small; try `using hac`"
        )
      )
    }
    if count < 30 {
      notes.append(Note("few-observations", "\(count) observations are few: take it with care"))
    }
    return notes
  }
}

extension LeastSquares.Errors {
  /// True where residuals may be related to earlier ones.
  fileprivate var mindTime: Bool {
    if case .autocorrelated = self { true } else { false }
  }
}
