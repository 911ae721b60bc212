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
}
