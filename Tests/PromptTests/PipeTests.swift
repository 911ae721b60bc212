import Guidance
import Shell
import TerminalSupport
import Testing

@Suite("The program in a pipe")
struct PipeTests {
  /// What the program writes for some lines of input, with what goes to standard error.
  private func output(_ lines: String, environment: String = "") throws -> String {
    let home = Home()
    let command = """
      printf '%s' "$1" | env \(home.variables.joined(separator: " ")) TERM=xterm \(environment) \
      \(ChildProcess.built("tradewind")) >\(home.path)/output 2>&1
      """
    #expect(spawnAndWait(["/bin/sh", "-c", command, "sh", lines]) == 0)
    return try DiskFiles().read(home.path + "/output")
  }

  @Test func `gets answers without a prompt, an escape sequence or a pager`() throws {
    let text = try output("list partners\nexports 2024\n", environment: "PAGER=false")
    #expect(text.contains("Vietnam"))
    #expect(text.contains("exports · 2024"))
    #expect(!text.contains("\u{1B}") && !text.contains("tradewind ["))
  }

  @Test func `goes on with an entry over lines, also behind a comment`() throws {
    let text = try output("exports 2024 + # both\nimports 2024 # of them")
    #expect(text.contains("USD bn"))
    #expect(!text.contains("error"))
  }

  @Test func `is right in every locale`() throws {
    let text = try output("出口 2024\n", environment: "LANG=C LC_ALL=C")
    #expect(text.contains("exports · 2024"))
  }

  @Test func `goes on where a file may grow no further, and leaves the old one whole`() throws {
    let home = Home()
    let program = ChildProcess.built("tradewind")
    let lines = """
      exports 2024
      save "\(home.path)/a.trade.md"
      exports since 2015 as table
      save
      history
      """
    // Two blocks of 512 bytes: enough for the first entry, not for both.
    let command = """
      printf '%s\n' "$1" | (ulimit -f 2; exec env \(home.variables.joined(separator: " ")) \
      \(program) 2>&1) | cat >\(home.path)/output
      """
    #expect(spawnAndWait(["/bin/sh", "-c", command, "sh", lines]) == 0)
    let text = try DiskFiles().read(home.path + "/output")
    #expect(text.contains("1 entries saved to"))
    #expect(text.contains("error[cannot-write]") && text.contains("file too large"))
    #expect(text.contains("2  exports since 2015 as table"))
    let saved = try DiskFiles().read(home.path + "/a.trade.md")
    #expect(saved.hasSuffix("```\n") && !saved.contains("since 2015"))
    #expect(try FolderListing.files(in: home.path).count == 2)
  }
}
