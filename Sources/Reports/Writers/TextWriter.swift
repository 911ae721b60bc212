import Engine
import Guidance

/// Writes for people at a screen: the reading, the answer, what to be careful about, the sources.
package enum TextWriter: Writer {
  package static let entry = Entry(
    "text",
    category: .form,
    summary: "Writes the answer for people to read; a screen shows this by itself.",
    searchTerms: ["plain", "terminal"],
    examples: ["surplus ytd 2025-11 as text"]
  )

  package static let isStyled = true

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    TextPage(answer, width: page.width).text
  }
}
