import Engine
import Guidance

/// Writes a series as its latest value and a line of small bars.
package enum SparklineWriter: Writer {
  package static let entry = Entry(
    "sparkline",
    category: .form,
    summary: "Writes a series as its latest value and a line of small bars.",
    searchTerms: ["bars", "small"],
    examples: ["exports in 2025 as sparkline"]
  )

  package static let isStyled = true

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    TextPage(answer, width: page.width, detail: .sparkline).text
  }
}
