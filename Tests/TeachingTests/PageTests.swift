import Teaching
import TestKit
import Testing

@Suite("The teacher's page")
struct PageTests {
  @Test("has the table of misconceptions as it is")
  func table() throws {
    let path = "Docs/Teaching.md"
    let text = try Project.text(of: path)
    let (open, close) = ("<!-- misconceptions -->\n", "<!-- /misconceptions -->")
    let start = try #require(text.firstRange(of: open)).upperBound
    let end = try #require(text.firstRange(of: close)).lowerBound
    let table = "\n" + misconceptionTable + "\n"
    if Project.isRecording {
      try Project.write(text[..<start] + table + text[end...], to: path)
    } else {
      #expect(text[start..<end] == table)
    }
  }

  @Test("names each misconception once, in a short sentence")
  func pages() {
    let pages = misconceptions.map { $0.page }
    #expect(Set(pages.map(\.name)).count == pages.count)
    for page in pages {
      #expect(page.summary.hasSuffix(".") && page.summary.count <= 100, "\(page.name)")
    }
  }
}
