import Glibc
import LineEditing
import Shell
import TerminalSupport
import Testing

@testable import tradewind

@Suite("Long tasks on a terminal", .serialized)
struct LongTaskTests {
  /// So many entries take a while in any build.
  private func longSession(in home: Home, entries: Int = 9_000) throws -> String {
    let path = home.path + "/long.trade.md"
    let lines = (0..<entries).map { "> exports by partner yoy 2024 * \($0)" }
    let text = "# long\n\n```trade\n" + lines.joined(separator: "\n") + "\n```\n"
    try DiskFiles().write(text, to: path)
    return path
  }

  private func longTable(in home: Home, rows: Int = 400_000) throws -> String {
    let path = home.path + "/long.csv"
    var text = "flow,reporter,partner,product,period,value\n"
    text.reserveCapacity(rows * 32)
    for row in 0..<rows {
      text += "X,CHN,USA,\(10 + row % 80),\(2000 + row / 12 % 20)0\(1 + row % 9),\(row)\n"
    }
    try DiskFiles().write(text, to: path)
    return path
  }

  @Test func `control C stops a replay at once, erases the progress and keeps the session`() throws
  {
    let home = Home()
    let program = Program(columns: 100, in: home)
    let entry = "replay \"\(try longSession(in: home))\""
    #expect(program.enter("surplus 2024", next: 2))
    program.type(entry + "\r")
    #expect(program.mentions("replay: "))
    #expect(program.mentions("of 9,000 entries"))
    #expect(program.mentions(" left"))
    let start = secondsSinceStart()
    program.type(Keys.control("C"))
    #expect(program.mentions("error[interrupted]"))
    #expect(program.showsLast("tradewind [2]>"))
    // A tenth of a second is what a release build needs at most; the machine may be busy.
    #expect(secondsSinceStart() - start < 1)
    #expect(!program.screen.contains { $0.contains("entries/s") })
    program.type(Keys.up)
    #expect(program.mentions("> " + entry.prefix(20)))
    program.type(Keys.control("U") + "surplus 2023\r")
    #expect(program.shows("surplus · 2023"))
  }

  @Test func `control C stops the reading of a table, too`() throws {
    let home = Home()
    let program = Program(columns: 100, in: home)
    let path = try longTable(in: home)
    program.type("import \"\(path)\"\r")
    #expect(program.mentions("MB/s") || program.mentions("working · "))
    let start = secondsSinceStart()
    program.type(Keys.control("C"))
    #expect(program.mentions("error[interrupted]"))
    #expect(program.showsLast("tradewind [1]>"))
    #expect(secondsSinceStart() - start < 1)
    program.type("surplus 2023\r")
    #expect(program.shows("surplus · 2023"))
  }

  @Test func `a table that is read before the prompt opens can be stopped`() throws {
    let home = Home()
    let path = try longTable(in: home)
    let program = Program(columns: 100, in: home, arguments: ["--data", path])
    #expect(program.mentions("MB/s"))
    program.type(Keys.control("C"))
    #expect(program.process.end().code == 130)
    #expect(!program.screen.contains { $0.contains("MB/s") })
  }

  @Test func `a replay from the command line shows how far it is, and ends by control C`() throws {
    let home = Home()
    let path = try longSession(in: home)
    let program = Program(columns: 100, in: home, arguments: ["replay", path])
    #expect(program.mentions("of 9,000 entries"))
    program.type(Keys.control("C"))
    #expect(program.process.end().code == 130)
    #expect(program.mentions("error[interrupted]"))
    #expect(!program.screen.contains { $0.contains("entries/s") })
  }

  @Test func `progress stays away from what is quick, and where it is not wanted`() throws {
    let home = Home(configuration: "progress = off\n")
    let quick = Program(in: Home())
    #expect(quick.enter("surplus 2024", next: 2))
    #expect(!String(decoding: quick.terminal.output, as: UTF8.self).contains("working"))
    let program = Program(in: home)
    program.type("replay \"\(try longSession(in: home, entries: 60))\"\r")
    #expect(program.shows("tradewind [1]>"))
    #expect(program.mentions("60 new") || program.mentions("new"))
    let output = String(decoding: program.terminal.output, as: UTF8.self)
    #expect(!output.contains("entries/s") && !output.contains("working"))
  }

  // MARK: What is typed meanwhile

  @Test func `what is typed while an answer is worked out waits, the end of input included`() throws
  {
    let home = Home()
    let program = Program(columns: 100, in: home, environment: ["PAGER=cat"])
    let path = try longSession(in: home, entries: 100)
    #expect(program.shows("tradewind [1]>"))
    program.type("replay \"\(path)\"\r")
    #expect(program.mentions("replay \""))
    usleep(100_000)
    program.type("surplus 2o" + Keys.erase + "023\r" + Keys.control("D"))
    #expect(program.process.end().code == 0)
    #expect(program.shows("surplus · 2023"))
    // The echo of the terminal would have stood in the middle of the answer.
    #expect(!program.screen.contains { $0.hasPrefix("surplus 2o") })
    #expect(isCooked(program.terminal.modes))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a program that is ended while it works leaves the terminal in order`(
    signal: Int32
  ) throws {
    let home = Home()
    let program = Program(columns: 100, in: home)
    program.type("replay \"\(try longSession(in: home))\"\r")
    #expect(program.mentions("entries/s"))
    #expect(!isCooked(program.terminal.modes))
    program.process.signal(signal)
    #expect(program.process.end().signal == signal)
    #expect(isCooked(program.terminal.modes))
  }

  @Test func `control Z stops the work with the terminal in order, and fg goes on`() throws {
    let home = Home()
    let terminal = PseudoTerminal(columns: 100, rows: 24)
    let shell = ChildProcess(
      ["/bin/sh", "-i"],
      on: terminal,
      environment: home.variables + ["PS1=shell$ ", "HISTFILE=", "PAGER=cat"]
    )
    let path = try longSession(in: home, entries: 300)
    #expect(shell.shows("shell$"))
    shell.type(ChildProcess.built("tradewind") + "\r")
    #expect(terminal.wait { $0.screen.last == "tradewind [1]>" })
    shell.type("replay \"\(path)\"\r")
    #expect(terminal.wait { $0.screen.last?.contains("entries/s") == true })
    shell.type(Keys.control("Z"))
    #expect(terminal.wait { $0.screen.last?.hasSuffix("shell$") == true })
    #expect(isCooked(terminal.modes))
    shell.type("fg\r")
    #expect(terminal.wait { $0.screen.last == "tradewind [1]>" })
    shell.type("surplus 2024\r")
    #expect(terminal.wait { $0.screen.contains { $0.hasPrefix("surplus · 2024") } })
  }

  private func isCooked(_ modes: termios) -> Bool {
    modes.c_lflag & UInt32(ICANON) != 0 && modes.c_lflag & UInt32(ECHO) != 0
  }

  // MARK: Leaving

  @Test(arguments: ["quit\r", Keys.control("D")])
  func `leaving the prompt is no failure, whatever failed before`(key: String) {
    let program = Program()
    program.type("exports to Jpan\r")
    #expect(program.mentions("error[unknown-partner]"))
    #expect(program.shows("tradewind [1]>"))
    program.type(key)
    #expect(program.process.end().code == 0)
  }

  @Test func `a script that failed says so by its exit status`() {
    let program = ChildProcess.built("tradewind")
    func status(_ command: String) -> Int32 {
      spawnAndWait(["/bin/sh", "-c", "\(command) >/dev/null 2>&1"])
    }
    #expect(status("echo 'exports to Jpan' | \(program)") == 1)
    #expect(status("printf 'exports to Jpan\\nexports 2024\\n' | \(program)") == 1)
    #expect(status("\(program) -c 'exports to Jpan'") == 1)
    #expect(status("echo 'exports 2024' | \(program)") == 0)
  }
}
