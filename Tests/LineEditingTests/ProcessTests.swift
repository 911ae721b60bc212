import Glibc
import TerminalSupport
import Testing

@testable import LineEditing

extension TerminalTests {
  @Suite struct Processes {
    private func isCooked(_ modes: termios) -> Bool {
      modes.c_lflag & UInt32(ICANON) != 0 && modes.c_lflag & UInt32(ECHO) != 0
    }

    @Test func `control C gives up the entry and keeps the session`() {
      let child = ChildProcess()
      #expect(child.shows("toy>"))
      child.type("surplus")
      #expect(child.shows("toy> surplus"))
      child.type(Keys.control("C"))
      #expect(child.shows("toy> surplus^C", "toy>"))
      child.type("ytd\r")
      #expect(child.shows("toy> ytd", "=> \"ytd\"", "toy>"))
    }

    @Test func `control C closes a menu together with the entry`() {
      let child = ChildProcess()
      child.type("sur\t")
      #expect(child.shows("surprise  the latest month against its forecast"))
      child.type(Keys.control("C"))
      #expect(child.shows("toy> surp^C", "toy>"))
    }

    @Test func `control C stops an evaluation`() {
      let child = ChildProcess()
      child.type("spin\r")
      #expect(child.shows("spinning"))
      child.type(Keys.control("C"))
      #expect(child.terminal.wait { $0.screen.last == "toy>" })
      #expect(child.terminal.screen.contains { $0.hasSuffix("interrupted") })
    }

    @Test func `the end of the input leaves the terminal as it was`() {
      let terminal = PseudoTerminal()
      let before = terminal.modes
      let child = ChildProcess(on: terminal)
      #expect(child.shows("toy>"))
      #expect(terminal.wait { $0.modes.c_lflag & UInt32(ICANON) == 0 })
      child.type(Keys.control("D"))
      #expect(child.end().code == 0)
      #expect(terminal.modes.c_lflag == before.c_lflag)
      #expect(terminal.modes.c_iflag == before.c_iflag)
      #expect(terminal.writes("\u{1B}[?2004l"))
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGSEGV])
    func `signals that end the program restore the terminal`(signal: Int32) {
      let child = ChildProcess()
      child.type("half")
      #expect(child.shows("toy> half"))
      child.signal(signal)
      #expect(child.end().signal == signal)
      #expect(isCooked(child.terminal.modes))
      #expect(child.terminal.writes("\u{1B}[?2004l"))
    }

    @Test func `a signal that was ignored from the start stays ignored`() {
      let command = "trap '' HUP; exec \(ChildProcess.demo)"
      let child = ChildProcess(["/bin/sh", "-c", command])
      #expect(child.shows("toy>"))
      child.signal(SIGHUP)
      child.type("still here\r")
      #expect(child.shows("=> \"still here\"", "toy>"))
    }

    @Test func `a crash in the middle of a line restores the terminal`() {
      let child = ChildProcess()
      child.type("cras")
      #expect(child.shows("toy> cras"))
      child.type("h")
      #expect(child.end().signal != nil)
      #expect(isCooked(child.terminal.modes))
      #expect(child.terminal.writes("\u{1B}[?2004l"))
    }

    @Test func `control Z hands the terminal to the shell, and fg brings the entry back`() {
      let demo = ChildProcess.demo
      let child = ChildProcess(["/bin/sh", "-i"], environment: ["PS1=shell$ ", "HISTFILE="])
      #expect(child.shows("shell$"))
      child.type(demo + "\r")
      #expect(child.shows("toy>"))
      child.type("abc")
      #expect(child.shows("toy> abc"))
      child.type(Keys.control("Z"))
      #expect(child.shows("shell$"))
      #expect(isCooked(child.terminal.modes))
      child.type("fg\r")
      #expect(child.shows("toy> abc"))
      child.type("d\r")
      #expect(child.shows("toy> abcd", "=> \"abcd\"", "toy>"))
      child.type(Keys.control("D"))
      #expect(child.shows("shell$"))
    }

    @Test(arguments: ["LANG=C", "LC_ALL=nowhere.UTF-8"])
    func `text is right in every locale`(locale: String) {
      let child = ChildProcess(environment: [locale])
      child.type("é中" + Keys.left + "ü\r")
      #expect(child.shows("toy> éü中", "=> \"éü中\"", "toy>"))
    }

    @Test func `output without an end of line is marked and kept`() {
      let child = ChildProcess()
      child.type("part\r")
      #expect(child.shows("no end of line⏎", "toy>"))
    }

    @Test func `a text for the next entry can be edited`() {
      let child = ChildProcess()
      child.type("edit\r")
      #expect(child.terminal.wait { $0.screen.last?.hasPrefix("toy> exports by partner") == true })
      child.type("s\r")
      #expect(child.shows("=> \"exports by partners\"", "toy>"))
    }

    @Test func `long output goes through the pager`() {
      let child = ChildProcess(environment: ["PAGER=sed s/row/line/"])
      child.type("long\r")
      #expect(child.shows("line 200", "toy>"))
    }

    @Test func `without the pager the output comes as it is`() {
      let child = ChildProcess(environment: ["PAGER=no-such-pager 2>/dev/null"])
      child.type("long\r")
      #expect(child.shows("row 200", "toy>"))
    }

    @Test func `less can be left early`() {
      let child = ChildProcess(environment: ["PAGER=less -FX"])
      child.type("long\r")
      #expect(child.shows("row 13", ":"))
      child.type("q")
      #expect(child.terminal.wait { $0.screen.last == "toy>" })
    }
  }
}
