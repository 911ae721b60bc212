import Catalogue
import Guidance
import Language
import Periods

extension Answerer {
  /// A forecast with the ranges in which eight and nineteen of twenty values would lie.
  func intervals(
    of outcome: Outcome,
    _ plan: Plan,
    _ query: Query
  ) throws(Diagnostic) -> Answer.Content {
    guard case .transformed(let transform, let inner) = plan.unwindowed.step,
      let forecast = transform as? Forecast, plan.kind.dimensions.isEmpty,
      let series = outcome.panel.columns.first?.series.trimmed,
      let known = evaluator.run(inner).columns.first?.series
    else {
      throw Diagnostic(
        "needs-forecast",
        "`with interval` says how far off a forecast of one series may be; this is none",
        at: query.expression.span,
        notes: ["as in `exports forecast 12m with interval`"]
      )
    }
    let bands = forecast.bands(known)
    let unit = plan.kind.unit ?? .ratio
    func column(_ name: String, _ value: ([ClosedRange<Double>]) -> Double) -> Table.Column {
      Table.Column(
        name,
        unit: unit,
        values: series.numbers.map { number in
          guard let band = bands[number] else { return .label("") }
          return .cell(Cell(value(band), state: .provisional))
        }
      )
    }
    return .table(
      Table(
        [
          Table.Column(
            series.frequency.grain?.rawValue ?? "period",
            values: series.numbers.map { .period(series.period($0), through: nil) }
          ),
          Table.Column(
            "value",
            unit: unit,
            values: series.numbers.map { .cell(series[$0]) }
          ),
          column("80 % low") { $0[0].lowerBound }, column("80 % high") { $0[0].upperBound },
          column("95 % low") { $0[1].lowerBound }, column("95 % high") { $0[1].upperBound },
        ],
        hasWindow: query.expression.hasWindow
      )
    )
  }
}
