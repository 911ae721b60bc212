import Guidance
import Shell
import TerminalSupport
import Testing

@Suite("A lesson on a terminal", .serialized)
struct LessonTests {
  static let lesson = """
    ---
    tradewind: 1
    title: Growth
    ---

    # Growth

    A level says *how much*, growth says `how fast`.

    ```trade
    > exports 2025
    ```

    ## Questions

    ```quiz {id=growth answer="exports yoy 2025" hints=1 skip=after-2}
    By how much did exports grow in 2025?
    - hint: Growth on the year is `yoy`.
    - if "exports change yoy 2025": That is in dollars.
    ```

    ```quiz {id=largest answer="top 1 partner by exports 2025" kind=partner}
    To whom did most of them go?
    ```
    """

  /// A home with a lesson in it, and the path of the lesson.
  private func home() throws -> (Home, String) {
    let home = Home()
    let path = home.path + "/growth.trade.md"
    try DiskFiles().write(LessonTests.lesson, to: path)
    return (home, path)
  }

  @Test func `is taken from its first page to its end, with detours`() throws {
    let (home, path) = try home()
    let program = Program(rows: 60, in: home, arguments: ["lesson", path])
    #expect(program.mentions("Who is learning?"))
    program.type("Ada\r")
    #expect(program.mentions("Enter runs `exports 2025`"))
    #expect(program.shows("growth 1/3 [1]>"))
    program.type("\r")
    #expect(program.mentions("3,770.2"))
    #expect(program.mentions("Enter goes on"))
    program.type("next\r")
    #expect(program.shows("Question 1 of 2"))
    // Wandering off changes nothing.
    program.type("imports 2024\r")
    #expect(program.mentions("imports · 2024"))
    program.type("exprots\r")
    #expect(program.mentions("did you mean `exports`?"))
    program.type("194.4 bn\r")
    #expect(program.mentions("✗ Not yet: That is in dollars."))
    program.type("exports mom 2025-12\r")
    #expect(program.mentions("exports · month on month"))
    program.type("hint\r")
    #expect(program.shows("hint 1 of 1"))
    program.type("answer exports yoy 2024\r")
    #expect(program.mentions("That is the figure for 2024"))
    program.type("exports yoy 2025\r")
    #expect(program.mentions("✓ Right: +5.4 %"))
    #expect(program.shows("Question 2 of 2"))
    program.type("ASEAN\r")
    #expect(program.mentions("The lesson is over."))
    #expect(program.mentions("2 of 2 right · 1 hint"))
    #expect(program.terminal.wait { $0.screen.last?.hasPrefix("growth done") == true })
    program.type("lesson leave\r")
    #expect(program.terminal.wait { $0.screen.last?.hasPrefix("tradewind [") == true })
    program.type(Keys.control("D"))
    #expect(program.process.end().code == 0)
  }

  @Test func `goes on where it was left, and writes a report`() throws {
    let (home, path) = try home()
    let arguments = ["lesson", path, "--student", "Ada"]
    let first = Program(rows: 40, in: home, arguments: arguments)
    #expect(first.mentions("Enter runs"))
    first.type("\r\r5.4 %\r")
    #expect(first.shows("Question 2 of 2"))
    first.type(Keys.control("D"))
    #expect(first.process.end().code == 0)
    let report = home.path + "/ada.json"
    let second = Program(rows: 40, in: home, arguments: arguments + ["--report", report])
    #expect(second.mentions("You are back where you were."))
    #expect(second.shows("Question 2 of 2"))
    second.type("ASEAN\r")
    #expect(second.mentions("The lesson is over."))
    #expect(second.terminal.wait { $0.screen.last?.hasPrefix("growth done") == true })
    second.type(Keys.control("D"))
    #expect(second.process.end().code == 0)
    let text = try DiskFiles().read(report)
    #expect(text.contains("\"student\":\"Ada\"") && text.contains("\"finished\":true"))
  }

  @Test func `begins at the prompt, whose words are there in the lesson alone`() throws {
    let (home, path) = try home()
    let program = Program(rows: 40, in: home)
    #expect(program.shows("tradewind [1]>"))
    program.type("hint\r")
    #expect(program.mentions("unknown-name"))
    program.type("lesson \(path) --student Ada\r")
    #expect(program.shows("growth 1/3"))
    program.type("ans")
    #expect(program.terminal.wait { $0.screen.last?.hasPrefix("growth 1/3 [1]> answer") == true })
    program.type(Keys.control("U") + "lesson leave\r")
    #expect(program.terminal.wait { $0.screen.last?.hasPrefix("tradewind [") == true })
  }

  @Test func `fits a narrow terminal`() throws {
    let (home, path) = try home()
    let arguments = ["lesson", path, "--student", "Ada"]
    let program = Program(columns: 24, rows: 50, in: home, arguments: arguments)
    #expect(program.mentions("Enter runs"))
    #expect(program.screen.allSatisfy { $0.count <= 24 })
  }

  @Test func `is taken from a pipe`() throws {
    let (home, path) = try home()
    let command = """
      printf '\\n\\nexports mom 2025-12\\nanswer 5.4%%\\nASEAN\\n' | \
      env \(home.variables.joined(separator: " ")) \(ChildProcess.built("tradewind")) \
      lesson '\(path)' --student Ada >\(home.path)/output 2>&1
      """
    #expect(spawnAndWait(["/bin/sh", "-c", command]) == 0)
    let text = try DiskFiles().read(home.path + "/output")
    #expect(text.contains("✓ Right: +5.4 %") && text.contains("The lesson is over."))
    #expect(!text.contains("\u{1B}"))
  }
}
