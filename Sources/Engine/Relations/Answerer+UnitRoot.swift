import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The augmented Dickey–Fuller test of a series.
  package func unitRoot(_ regression: Regression) throws(Diagnostic) -> Answer {
    let words = try MethodWords(
      regression.method,
      for: "unitroot",
      methods: UnitRoot.Terms.allCases.map(\.rawValue)
    )
    let sample = try sample([regression.dependent], for: "unitroot").unbroken(atLeast: 24)
    let terms = words.method.flatMap(UnitRoot.Terms.init) ?? .constant
    let values = sample.values[0]
    guard values.contains(where: { $0 != values[0] }),
      let test = UnitRoot(values, terms: terms, lags: words.count), test.statistic.isFinite
    else {
      throw Diagnostic(
        "too-few-observations",
        "\(counted(sample.count, "period")) in a row: too few, or too alike, for this test",
        at: regression.dependent.span
      )
    }
    var answer = Answer(
      reading: "unitroot \(regression)",
      description: [
        "unit root in \(sample.names[0])", "augmented Dickey–Fuller", terms.words,
        sample.frequency.label, sample.period?.label ?? "",
      ],
      content: .table(test.table)
    )
    answer.statistics = [
      Statistic("observations", Double(test.count), "\(test.count) observations"),
      Statistic("lags", Double(test.lags), "\(test.lags) lags"),
    ]
    answer.context = [test.verdict]
    return completed(answer, sample)
  }
}

extension UnitRoot {
  fileprivate var table: Table {
    func column(_ name: String, _ value: Double) -> Table.Column {
      Table.Column(name, unit: .ratio, values: [.cell(Cell(value))], significantDigits: 4)
    }
    return Table([
      column("statistic", statistic),
      column("p", probability),
      column("1 % below", criticalValues[0]),
      column("5 %", criticalValues[1]),
      column("10 %", criticalValues[2]),
    ])
  }

  fileprivate var verdict: String {
    switch probability {
    case ..<0.05:
      "a unit root is rejected: it returns to its \(terms == .trend ? "trend" : "level")"
    case ..<0.1: "a unit root is rejected at 10 % only"
    default:
      "a unit root is not rejected: it drifts, and in levels fits what it will; take growth"
    }
  }
}

extension UnitRoot.Terms {
  fileprivate var words: String {
    switch self {
    case .none: "no constant"
    case .constant: "with a constant"
    case .trend: "with a constant and a trend"
    }
  }
}
