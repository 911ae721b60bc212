import Glibc
import TerminalSupport
import Testing

@Suite("The program on a terminal", .serialized)
struct ProgramTests {
  /// The colour of what is wrong, in the scheme for both backgrounds.
  private let error = "38;5;196"

  @Test func `greets in three lines at most and asks for the first entry`() {
    let program = Program()
    #expect(program.shows("tradewind [1]>"))
    #expect(program.screen.count == 3)
    #expect(program.screen[0].hasPrefix("tradewind · China's goods trade · through "))
    #expect(program.screen[1].contains("help"))
  }

  @Test func `completes a partner with Tab`() {
    let program = Program()
    program.type("exports to Ja\t")
    #expect(program.mentions("Jamaica"))
    #expect(program.mentions("Japan    trade"))
    program.type("\t\r")
    #expect(program.shows("tradewind [1]> exports to Japan"))
    program.type("yoy 2024\r")
    #expect(program.shows("exports to Japan · year on year · 2024"))
    #expect(program.shows("tradewind [2]>"))
  }

  @Test func `shows an unknown word and a type error before Enter`() {
    let program = Program()
    program.type("exports to Jpan ")
    #expect(program.terminal.wait { _ in program.text(styled: error) == "Jpan" })
    program.type(Keys.control("U") + "exports yoy ytd")
    #expect(program.terminal.wait { _ in program.text(styled: "4;" + error) == "ytd" })
    #expect(program.text(styled: "38;5;163") == "yoy")
  }

  @Test func `offers the rest of a word, which the right arrow takes`() {
    let program = Program()
    program.type("surplus y")
    #expect(program.showsLast("tradewind [1]> surplus ytd"))
    #expect(program.text(styled: "38;5;243").hasSuffix("td"))
    program.type(Keys.right + " 2025\r")
    #expect(program.shows("surplus · year to date · 2025"))
  }

  @Test func `says the type of the line at the right edge`() {
    let program = Program()
    program.type("exports to US")
    #expect(program.terminal.wait { $0.screen.last?.hasSuffix("series · USD · monthly") == true })
    program.type(" yoy ytd")
    #expect(program.showsLast("tradewind [1]> exports to US yoy ytd"))
  }

  @Test func `gives a line up with control C and leaves with control D`() {
    let program = Program()
    program.type("exports")
    #expect(program.mentions("series · USD · monthly"))
    program.type(Keys.control("C"))
    #expect(program.terminal.wait { $0.screen.last == "tradewind [1]>" })
    #expect(program.mentions("exports^C"))
    program.type(Keys.control("D"))
    #expect(program.process.end().code == 0)
  }

  @Test func `goes on with an entry over several lines`() {
    let program = Program()
    program.type("exports 2025 -\r")
    #expect(program.showsLast("…"))
    program.type("exports 2024\r")
    #expect(program.shows("tradewind [2]>"))
    #expect(program.mentions("USD bn"))
  }

  @Test func `explains what may follow a question mark, without submitting`() {
    let program = Program()
    program.type("exports to US?")
    #expect(program.shows("transforms"))
    #expect(program.shows("  yoy "))
    program.type(" yoy 2025\r")
    #expect(program.shows("tradewind [2]>"))
  }

  @Test func `remembers entries from one run to the next`() {
    let home = Home()
    let first = Program(in: home)
    #expect(first.enter("surplus 2024", next: 2))
    first.type(Keys.control("D"))
    #expect(first.process.end().code == 0)
    let second = Program(in: home)
    #expect(second.shows("tradewind [1]>"))
    second.type("surp")
    #expect(second.terminal.wait { $0.screen.last?.contains("surplus 2024") == true })
    second.type(Keys.up)
    #expect(second.terminal.wait { _ in second.text(styled: "1").contains("surplus") })
  }

  @Test func `edits an earlier entry`() {
    let program = Program()
    #expect(program.enter("surplus 2024", next: 2))
    program.type("edit 1\r")
    #expect(program.shows("tradewind [2]> surplus 2024"))
    program.type(Keys.erase + "3\r")
    #expect(program.shows("surplus · 2023"))
  }

  @Test func `pages what is taller than the screen`() {
    let program = Program(rows: 10, environment: ["PAGER=sed 's/^/| /'"])
    program.type("list partners\r")
    #expect(program.shows("| "))
    #expect(program.shows("tradewind [2]>"))
    program.type("surplus 2024\r")
    #expect(program.shows("surplus · 2024"))
  }

  @Test func `runs entries that are pasted together one after the other`() {
    let program = Program()
    program.type(Keys.paste("surplus 2023\nsurplus 2024\n") + "\r")
    #expect(program.shows("tradewind [3]>"))
    #expect(program.mentions("surplus · 2023") && program.mentions("surplus · 2024"))
  }

  @Test func `settings take effect at the next line`() {
    let program = Program()
    program.type("surplus y")
    #expect(program.showsLast("tradewind [1]> surplus ytd"))
    program.type(Keys.control("U") + "set ghost off\r")
    #expect(program.shows("ghost is off"))
    program.type("surplus y")
    #expect(program.showsLast("tradewind [1]> surplus y"))
    program.type(Keys.control("U") + "set scheme terminal\r")
    #expect(program.shows("scheme is terminal"))
    program.type("exports yoy")
    #expect(program.terminal.wait { _ in program.text(styled: "35") == "yoy" })
    program.type(Keys.control("U") + "set mode vi\r")
    #expect(program.shows("mode is vi"))
    program.type("surplus 2024" + Keys.escape)
    usleep(100_000)
    program.type("0xis\r")
    #expect(program.shows("surplus · 2024"))
    program.type("set timing on\r")
    #expect(program.shows("timing is on"))
    program.type("clear\r")
    #expect(program.terminal.wait { $0.screen == ["tradewind [2]>"] })
  }

  @Test func `keeps a width that was set`() {
    let program = Program()
    #expect(program.enter("set width 40", next: 2))
    #expect(program.enter("surplus 2024", next: 3))
    program.type("set width\r")
    #expect(program.shows("width is 40"))
  }

  @Test func `is right in every locale`() {
    let program = Program(environment: ["LANG=C", "LC_ALL=C"])
    program.type("出口 2025\r")
    #expect(program.shows("exports · 2025"))
  }

  @Test func `fits a terminal of twenty columns`() {
    let program = Program(columns: 20, rows: 12)
    #expect(program.showsLast(">") || program.shows("tradewind [1]>"))
    program.type("exports to US 2025\r")
    #expect(program.terminal.wait { $0.screen.suffix(1) != [""] && $0.screen.last == ">" })
    #expect(program.screen.allSatisfy { $0.count <= 20 })
  }

  @Test func `a dumb terminal gets plain text`() {
    let program = Program(environment: ["TERM=dumb"])
    #expect(program.shows("tradewind [1]>"))
    program.type("surplus 2024\n")
    #expect(program.shows("tradewind [2]>"))
    #expect(!program.terminal.output.contains(0x1B))
  }

  @Test func `colour is left out where it is not wanted`() {
    let program = Program(environment: ["NO_COLOR=1"])
    program.type("exports to Jpan ")
    #expect(program.terminal.wait { _ in program.text(styled: "1").contains("exports") })
    #expect(program.text(styled: error).isEmpty)
  }

  @Test func `the configuration file switches things off and names its errors`() {
    let home = Home(configuration: "greeting = off\nghost = off\nmeuu = off\nwidth = 9\n")
    let program = Program(columns: 120, in: home)
    #expect(program.shows("tradewind [1]>"))
    #expect(program.mentions("line 3: there is no setting 'meuu'; did you mean `menu`?"))
    #expect(program.mentions("line 4: width is auto, or from 20 to 400"))
    #expect(!program.screen.contains { $0.contains("China's goods trade") })
    program.type("surplus y")
    #expect(program.showsLast("tradewind [1]> surplus y"))
  }
}
