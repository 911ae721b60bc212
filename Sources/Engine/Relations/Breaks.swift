import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// The most likely break in the level, or in the line, of a series.
  package func breaks(_ regression: Regression) throws(Diagnostic) -> Answer {
    let words = try MethodWords(regression.method, for: "breaks", methods: ["level", "trend"])
    let sample = try sample([regression.dependent], for: "breaks").unbroken(atLeast: 20)
    let hasTrend = words.method == "trend"
    guard let test = BreakTest(sample.values[0], hasTrend: hasTrend) else {
      throw Diagnostic(
        "too-few-observations",
        "\(counted(sample.count, "period")) in a row: too few, or too alike, to look for a break",
        at: regression.dependent.span
      )
    }
    let period = sample.frequency.period(sample.numbers[test.place])
    var answer = Answer(
      reading: "breaks \(regression)",
      description: [
        "break in \(sample.names[0])", "Quandt's likelihood ratio",
        hasTrend ? "of constant and trend" : "of the level", sample.frequency.label,
        sample.period?.label ?? "",
      ],
      content: .table(
        Table(
          [
            Table.Column(
              sample.frequency.grain?.rawValue ?? "period",
              values: [.period(period, through: nil)]
            ),
            Table.Column(
              "largest F",
              unit: .ratio,
              values: [.cell(Cell(test.value))],
              significantDigits: 4
            ),
          ]
            + zip(["10 % above", "5 %", "1 %"], test.criticalValues).map { name, value in
              Table.Column(
                name,
                unit: .ratio,
                values: [.cell(Cell(value))],
                significantDigits: 3
              )
            }
        )
      )
    )
    answer.statistics = [
      Statistic("observations", Double(sample.count), "\(sample.count) observations")
    ]
    answer.context = [
      test.value > test.criticalValues[1]
        ? "a break is likely: from \(period.label) on it is another \(hasTrend ? "line" : "level")"
        : "no break is shown"
    ]
    answer.notes = [
      Note(
        "breaks-and-drift",
        "the test takes residuals for unrelated: where a series drifts it finds breaks everywhere"
      )
    ]
    return completed(answer, sample)
  }
}

/// The largest of Chow's F over all places of a break but the outer fifteen percent.
///
/// Quandt 1960, Journal of the American Statistical Association 55; critical values of the level by
/// Andrews 2003, Econometrica 71. His do not hold of a trend, whose sums of squares grow faster than
/// time: those are simulated, 200,000 draws of 1,000 values.
struct BreakTest: Sendable {
  let value: Double
  /// The index of the first value behind the break.
  let place: Int
  let hasTrend: Bool

  /// At 10, 5 and 1 %.
  var criticalValues: [Double] { hasTrend ? [5.57, 6.43, 8.35] : [7.12, 8.68, 12.16] }

  init?(_ values: [Double], hasTrend: Bool) {
    let count = values.count
    let size = hasTrend ? 2 : 1
    guard count >= 20 else { return nil }
    func rest(_ range: Range<Int>) -> Double? {
      var columns = [range.map { _ in 1.0 }]
      if hasTrend { columns.append(range.map { Double($0) }) }
      let part = range.map { values[$0] }
      return (try? LeastSquares(of: part, on: Design(columns)))?.sumOfSquares
    }
    guard let whole = rest(0..<count), whole > 0 else { return nil }
    let margin = Int((0.15 * Double(count)).rounded(.up))
    var best = (value: -Double.infinity, place: 0)
    for place in margin...count - margin {
      guard let before = rest(0..<place), let after = rest(place..<count) else { continue }
      let parts = before + after
      let value = (whole - parts) / Double(size) / (parts / Double(count - 2 * size))
      if value > best.value { best = (value, place) }
    }
    guard best.value.isFinite else { return nil }
    value = best.value
    place = best.place
    self.hasTrend = hasTrend
  }
}
