import Engine
import Guidance

/// Draws an answer for pages and papers: a self-contained picture, light and dark.
package enum SVGWriter: Writer {
  package static let entry = Entry(
    "svg",
    category: .form,
    summary: "Draws the answer as a self-contained SVG picture.",
    searchTerms: ["chart", "picture", "image", "page"],
    examples: ["exports by year since 2015 as svg"]
  )

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    let form = answer.form.flatMap(ChartForm.init)
    let svg = svgChart(answer, as: form) ?? textPicture(answer, page)
    return StyledText(svg.split(separator: "\n").map { StyledText.Line(String($0)) })
  }

  /// What has no picture is shown as its text.
  private static func textPicture(_ answer: Answer, _ page: Page) -> String {
    let lines = TextWriter.text(of: answer, on: page).plainLines
    let width = (lines.map(displayWidth).max() ?? 0) * 8 + 32
    let height = lines.count * 19 + 30
    var markup = MarkupBuilder()
    markup.open(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("class", "tw-chart"), ("role", "img"),
        ("viewBox", "0 0 \(width) \(height)"), ("width", "\(width)"), ("height", "\(height)"),
      ]
    )
    markup.add("title", text: answer.reading)
    markup.addMarkup("<style>\(ChartStyle.sheet).tw-mono{font-family:monospace}</style>\n")
    markup.add("rect", [("class", "tw-paper"), ("width", "100%"), ("height", "100%")])
    for (i, line) in lines.enumerated() {
      markup.add(
        "text",
        [
          ("x", "16"), ("y", "\(i * 19 + 28)"), ("class", "tw-mono"), ("xml:space", "preserve"),
        ],
        text: line
      )
    }
    markup.close("svg")
    return markup.text
  }
}
