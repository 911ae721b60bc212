import Engine
import Guidance

/// Draws an answer: the reading, the drawing, its digest, what to be careful about.
package protocol ChartWriter: Writer {
  /// The form that is drawn; nil: the one that suits the figures.
  static var form: ChartForm? { get }
}

extension ChartWriter {
  package static var isStyled: Bool { true }

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    guard let chart = Chart(answer, as: form) else {
      return TextWriter.text(of: answer, on: page)
    }
    return TextPage(answer, chart: chart, on: page).text
  }
}

/// What stands above and below the drawing of an answer, for terminals that show it as a bitmap.
package func drawingFrame(
  of answer: Answer,
  as form: ChartForm?,
  width: Int
) -> (before: StyledText, after: StyledText)? {
  guard let chart = Chart(answer, as: form) else { return nil }
  var before = TextPage(answer, width: width, detail: .nothing)
  before.writeReading(unit: chart.form == .scatter ? nil : chart.format.unitLabel)
  var after = TextPage(answer, width: width, detail: .nothing)
  after.writeRemarks()
  return (before.text, after.text)
}

extension TextPage {
  /// The page of an answer with a drawing in place of its figures.
  init(_ answer: Answer, chart: Chart, on page: Page) {
    self.answer = answer
    width = page.width
    // A scatter has two units, which stand at its axes.
    writeReading(unit: chart.form == .scatter ? nil : chart.format.unitLabel)
    var options = TextChartOptions()
    options.width = page.width
    options.raster = page.raster
    text.append(chart.text(options))
    writeRemarks()
  }
}
