import Engine
import Guidance

/// Writes a series with one row for each period; everything else as text does.
package enum TableWriter: Writer {
  package static let entry = Entry(
    "table",
    category: .form,
    summary: "Writes a series with one row for each period.",
    searchTerms: ["rows"],
    examples: ["exports in 2025 as table"]
  )

  package static let isStyled = true

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    TextPage(answer, width: page.width, detail: .rows).text
  }
}
