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

extension TextPage {
  /// The page of an answer with a drawing in place of its figures.
  init(_ answer: Answer, chart: Chart, on page: Page) {
    self.answer = answer
    width = page.width
    writeReading(unit: chart.format.unitLabel)
    var options = TextChartOptions()
    options.width = page.width
    options.raster = page.raster
    text.append(chart.text(options))
    writeRemarks()
  }
}
