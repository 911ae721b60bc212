import Engine
import Glibc
import Guidance
import Shell
import TerminalSupport
import Testing

@testable import tradewind

@Suite("Recovery", .serialized)
struct RecoveryTests {
  /// What a line of the session looks like, and how many there are.
  private static let lineCount = 50
  private static func line(_ number: Int) -> String { "exports 2024 * \(number)" }

  @Test(arguments: [0, 1, 2, 3])
  func `a session that is killed at any moment loses at most the line in flight`(seed: Int) throws {
    let home = Home()
    let victim = Program(in: home)
    #expect(victim.shows("tradewind [1]>"))
    // Everything is typed ahead; the program is killed while it works it off.
    let last = 5 + seed * 13
    victim.type((1...RecoveryTests.lineCount).map { RecoveryTests.line($0) + "\r" }.joined())
    #expect(
      victim.terminal.wait { program in
        victim.answered >= last
      }
    )
    let seen = victim.answered
    victim.process.signal(SIGKILL)
    #expect(victim.process.end().signal == SIGKILL)

    let heir = Program(in: home)
    #expect(heir.mentions("`recover` brings it back"))
    heir.type("recover\r")
    #expect(heir.mentions("entries brought back"))
    let text = try #require(heir.screen.first { $0.contains("entries brought back") })
    let count = try #require(Int(text.prefix { $0.isNumber }))
    #expect(count >= seen && count <= RecoveryTests.lineCount)
    #expect(heir.shows("tradewind [\(count + 1)]>"))
    heir.type("history 1\r")
    #expect(heir.shows("\(count)  \(RecoveryTests.line(count))"))
    #expect(heir.showsLast("tradewind [\(count + 1)]>"))
    heir.type(Keys.control("D"))
    #expect(heir.process.end().code == 0)

    let third = Program(in: home)
    #expect(third.shows("tradewind [1]>"))
    #expect(!third.screen.contains { $0.contains("recover") })
  }

  @Test func `a session that somebody has open is not offered`() {
    let home = Home()
    let first = Program(in: home)
    #expect(first.enter("surplus 2024", next: 2))
    let second = Program(in: home)
    #expect(second.shows("tradewind [1]>"))
    #expect(!second.screen.contains { $0.contains("recover") })
  }

  @Test func `what was recovered is kept again`() {
    let home = Home()
    for _ in 0..<2 {
      let program = Program(in: home)
      #expect(program.shows("tradewind [1]>"))
      program.type(
        program.screen.contains { $0.contains("recover") } ? "recover\r" : "surplus 2024\r"
      )
      #expect(program.shows("tradewind [2]>"))
      program.process.signal(SIGKILL)
      #expect(program.process.end().signal == SIGKILL)
    }
    let last = Program(in: home)
    #expect(last.mentions("a session of 1 entry was cut short"))
    last.type("recover drop\r")
    #expect(last.mentions("1 entries forgotten"))
  }

  @Test func `the journal follows the session, prose and new beginnings included`() throws {
    let home = Home()
    var journal = Journal(folder: home.path + "/journals")
    let first = InterruptedSession.Item(.entry, "exports 2024 -\nexports 2023 \\ 1")
    let note = InterruptedSession.Item(.note, "a note")
    let section = InterruptedSession.Item(.section, "a title")
    journal.record([first])
    journal.record([first, note])
    journal.record([section])
    let names = try FolderListing.files(in: home.path + "/journals")
    let path = try #require(names.first)
    let text = try DiskFiles().read(path)
    #expect(JournalLine.items(of: text) == [section])
    #expect(JournalLine.items(of: String(text.prefix { $0 != "!" })) == [first, note])
    #expect(JournalLine.items(of: text + "> half of a li") == [section])
    journal.close()
    #expect(try FolderListing.files(in: home.path + "/journals").isEmpty)
  }
}

/// The files of a folder.
enum FolderListing {
  static func files(in folder: String) throws -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var paths: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { paths.append("\(folder)/\(name)") }
    }
    return paths
  }
}
