import Engine
import Guidance
import Language
import Reports

extension Workspace {
  /// Refuses to draw an answer in a form that does not fit, and names one that does.
  ///
  /// `command` is the word that asks for a drawing where the query names no form.
  func checkDrawing(
    _ answer: Answer,
    _ query: Query,
    command: Name? = nil
  ) throws(Diagnostic) {
    let name = query.presentation.form
    let form = name.flatMap { ChartForm(rawValue: $0.text) }
    guard form != nil || command != nil && name == nil || name?.text == "chart" else {
      return try checkFit(answer, query, nil, at: name?.span ?? command?.span)
    }
    guard let (reason, fitting) = objection(to: form, for: answer) else {
      return try checkFit(answer, query, form, at: name?.span ?? command?.span)
    }
    let what = form.map { "be drawn `as \($0.rawValue)`" } ?? "be drawn"
    var diagnostic = Diagnostic(
      "form-does-not-fit",
      "this cannot \(what): \(reason)",
      at: name?.span ?? command?.span
    )
    guard let best = fitting.first, let span = name?.span else {
      guard let span = name?.span ?? command?.span else { throw diagnostic }
      let word = name == nil ? "show" : "table"
      diagnostic.fix = Fix(
        name == nil ? "`show` writes it" : "write `as table`",
        replacing: span,
        with: word
      )
      throw diagnostic
    }
    if fitting.count > 1 {
      diagnostic.notes = ["what fits: \(fitting.map(\.rawValue).joined(separator: ", "))"]
    }
    diagnostic.fix = Fix("write `as \(best.rawValue)`", replacing: span, with: best.rawValue)
    throw diagnostic
  }

  /// Refuses a line of least squares where there is no scatter.
  private func checkFit(
    _ answer: Answer,
    _ query: Query,
    _ form: ChartForm?,
    at span: SourceSpan?
  ) throws(Diagnostic) {
    guard query.presentation.extras.contains(.fit),
      Chart(answer, as: form)?.form != .scatter
    else { return }
    throw Diagnostic(
      "form-does-not-fit",
      "`with fit` draws a line through a scatter, and this is none",
      at: span,
      notes: ["as in `plot exports yoy vs imports yoy as scatter with fit`"]
    )
  }
}
