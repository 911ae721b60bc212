import Engine
import Guidance
import Reports

extension Answer {
  /// True where the answer asks to be shown as a drawing.
  package var isDrawn: Bool {
    form.map { $0 == "chart" || ChartForm(rawValue: $0) != nil } ?? false
  }
}

/// An answer whose drawing a terminal shows as a bitmap: what stands above it, the bitmap, the rest.
package struct InlineDrawing: Sendable {
  package var before: StyledText
  package var image: String
  package var after: StyledText

  /// Nil where there is no drawing, or no program that makes a bitmap of it: text does as well.
  package init?(_ answer: Answer, by form: ImageProtocol, width: Int) {
    guard answer.isDrawn, let name = answer.form,
      let svg = svgChart(answer, as: ChartForm(rawValue: name), isFixed: true),
      let parts = drawingFrame(of: answer, as: ChartForm(rawValue: name), width: width)
    else { return nil }
    do throws(Diagnostic) {
      var data = try png(of: svg)
      if form == .sixel {
        guard let sixel = try PictureProgram("img2sixel", []).output(of: data) else { return nil }
        data = sixel
      }
      image = form.sequence(data, columns: min(width, 90))
    } catch {
      return nil
    }
    (before, after) = parts
  }
}
