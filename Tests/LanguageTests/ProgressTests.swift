import Guidance
import Language
import Testing

@Suite("How far an entry can be read")
struct ProgressTests {
  private func progress(_ text: String) -> Progress { Language.progress(of: text, .sample) }

  @Test(arguments: [
    ("", Slot.statement), ("exports ", .transform), ("exports to ", .place),
    ("exports of ", .product), ("exports by ", .dimension), ("exports in ", .period),
    ("exports in ", .currency), ("exports in ", .event), ("exports as ", .form),
    ("exports as ", .keyword(.share)), ("exports from ", .period), ("exports from ", .place),
    ("exports since ", .period), ("exports vs ", .head), ("exports vs ", .place),
    ("share of ", .place), ("share of US in ", .measure), ("top 5 ", .dimension),
    ("exports to US, ", .place), ("when ", .head), ("let x = ", .head), ("exports last ", .span),
    ("exports with ", .keyword(.total)), ("exports by partner, ", .dimension),
    ("exports lag ", .number), ("save ", .file), ("help ", .word),
  ])
  func `the expectations at the end say what may follow`(text: String, slot: Slot) {
    let progress = progress(text)
    #expect(progress.isAtEnd)
    #expect(progress.expectations.contains(slot))
  }

  @Test func `expectations are those of the furthest word that was looked at`() {
    let progress = progress("exprots to US")
    #expect(!progress.isAtEnd)
    #expect(progress.furthest == 0)
    #expect(progress.expectations.contains(.head))
  }

  @Test(arguments: [
    "exports to ", "(exports - imports", "top 5 partners", "share of US in ", "let x = ",
    "exports as of ", "exports during \"trade", "explain exports in ",
  ])
  func `what more words may mend is unfinished`(text: String) {
    #expect(progress(text).diagnostic != nil)
    #expect(progress(text).isUnfinished)
  }

  @Test(arguments: ["exports to 2025", "exports to Jpan", "growth of exports", "exports of US"])
  func `what more words cannot mend is not`(text: String) {
    #expect(progress(text).diagnostic != nil)
    #expect(!progress(text).isUnfinished)
  }

  @Test func `a comment ends with its line`() throws {
    #expect(try query("exports + # and\nimports # that is all") == query("exports + imports"))
  }
}
