import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// Whether the past of one series helps to predict another, in both directions.
  package func granger(_ regression: Regression) throws(Diagnostic) -> Answer {
    let words = try MethodWords(regression.method, for: "granger", methods: [])
    guard regression.regressors.count == 1 else {
      throw Diagnostic(
        "wrong-arguments",
        "`granger` takes one series on one other, not on \(regression.regressors.count)",
        at: regression.regressors[1].span,
        notes: ["as in `granger exports yoy on imports yoy`"]
      )
    }
    let common = try sample(regression.operands, for: "granger")
    let lags = words.count ?? common.frequency.yearLength
    let sample = common.unbroken(atLeast: 5 * lags + 2)
    // Twice the lags and a constant, and as many observations again.
    guard lags > 0, sample.count - lags >= 2 * (2 * lags + 1) else {
      throw Diagnostic(
        "too-few-observations",
        "\(sample.count) common periods in a row are too few for \(lags) lags of two series",
        at: regression.dependent.span,
        notes: lags > 1 ? ["fewer lags need fewer: `using \(max(1, lags / 2)) lags`"] : []
      )
    }
    let tests = [(0, 1), (1, 0)].map { GrangerTest(sample.values[$0], by: sample.values[$1], lags) }
    guard let first = tests[0], let second = tests[1] else {
      throw Diagnostic(
        "collinear",
        "the past of one series is a combination of that of the other: nothing can be told",
        at: regression.regressors[0].span
      )
    }
    var answer = Answer(
      reading: "granger \(regression)",
      description: [
        "whether \(sample.names[1]) and \(sample.names[0]) lead each other",
        "Granger's F test", "\(lags) lags", sample.frequency.label, sample.period?.label ?? "",
      ],
      content: .table(GrangerTest.table([first, second], sample.names))
    )
    answer.statistics = [
      Statistic("observations", Double(first.count), "\(first.count) observations"),
      Statistic("lags", Double(lags), "\(lags) lags"),
    ]
    answer.context = [
      "to lead is to help predict, not to cause: both may follow something else"
    ]
    answer.notes = sample.driftNotes
    return completed(answer, sample)
  }
}

/// Whether lags of one series add to those of another in explaining it.
///
/// Granger 1969, Econometrica 37; the F test of the sums of squares without and with them.
struct GrangerTest: Sendable {
  let value: Double
  let probability: Double
  let count: Int
  let lags: Int
  let freedom: Int

  init?(_ values: [Double], by other: [Double], _ lags: Int) {
    let span = lags..<values.count
    let own = (1...lags).map { lag in span.map { values[$0 - lag] } }
    let more = (1...lags).map { lag in span.map { other[$0 - lag] } }
    let constant = span.map { _ in 1.0 }
    let target = span.map { values[$0] }
    guard let narrow = try? LeastSquares(of: target, on: Design([constant] + own)),
      let wide = try? LeastSquares(of: target, on: Design([constant] + own + more)),
      wide.degreesOfFreedom > 0
    else { return nil }
    let gained = (narrow.sumOfSquares - wide.sumOfSquares) / Double(lags)
    value = gained / (wide.sumOfSquares / Double(wide.degreesOfFreedom))
    guard value.isFinite else { return nil }
    freedom = wide.degreesOfFreedom
    probability = Distribution.fisherAbove(value, Double(lags), Double(freedom))
    count = span.count
    self.lags = lags
  }

  fileprivate static func table(_ tests: [GrangerTest], _ names: [String]) -> Table {
    let pairs = [(names[1], names[0]), (names[0], names[1])]
    return Table([
      Table.Column("does", values: pairs.map { .label($0.0) }),
      Table.Column("lead", values: pairs.map { .label($0.1) }),
      Table.Column(
        "F",
        unit: .ratio,
        values: tests.map { .cell(Cell($0.value)) },
        significantDigits: 4
      ),
      Table.Column(
        "df",
        values: tests.map { .label("\($0.lags), \($0.freedom)") }
      ),
      Table.Column("p", unit: .ratio, values: tests.map { .cell(Cell($0.probability)) }),
      Table.Column(
        "at 5 %",
        values: tests.map { .label($0.probability < 0.05 ? "yes" : "not shown") }
      ),
    ])
  }
}

extension Sample {
  /// A note on the series that may drift, for which the tests do not hold.
  fileprivate var driftNotes: [Note] {
    let drifting = zip(names, values).filter { _, values in UnitRoot.mayDrift(values) }.map {
      "`\($0.0)`"
    }
    guard !drifting.isEmpty else { return [] }
    return [
      Note(
        "drifting",
        "\(drifting.joined(separator: " and ")) may drift, and then the test finds what is not "
          + "there; take growth or differences"
      )
    ]
  }
}

extension Frequency {
  /// The periods of a year; one where it has no whole number of them.
  fileprivate var yearLength: Int { perYear ?? 1 }
}
