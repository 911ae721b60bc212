import Glibc
import TerminalSupport
import Testing

@testable import LineEditing

@Suite struct OutputTests {
  @Test func `rows are counted as the terminal wraps them`() {
    #expect(Pager.rows(of: "a\nb\n", columns: 10) == 2)
    #expect(Pager.rows(of: "a\nb", columns: 10) == 2)
    #expect(Pager.rows(of: "中中中中中中\n\n", columns: 10) == 3)
    #expect(Pager.rows(of: "\u{1B}[1;34m0123456789\u{1B}[0m\n", columns: 10) == 1)
  }

  @Test func `a pipe gets the text without a pager`() {
    let pipe = Pipe()
    let text = (1...300).map { "\($0)\n" }.joined()
    Pager.show(text, command: "false", output: pipe.writing)
    pipe.closeWriting()
    #expect(pipe.contents == text)
  }

  @Test func `progress says how far, how fast and how long`() {
    let progress = ProgressLine("import", total: 2_000_000, unit: "rows")
    #expect(
      progress.line(done: 500_000, seconds: 2)
        == "import: 25 % · 500,000 of 2,000,000 rows · 250,000 rows/s · 6 s left"
    )
    #expect(
      progress.line(done: 1000, seconds: 2)
        == "import: 0 % · 1,000 of 2,000,000 rows · 500 rows/s · 1 h 6 min left"
    )
    let open = ProgressLine("scan", unit: "files")
    #expect(open.line(done: 30, seconds: 0.5) == "scan: 30 files, 60 files/s")
  }
}
