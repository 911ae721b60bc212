import Dispatch
import Engine
import Glibc
import Shell
import Synchronization
import TerminalSupport
import TestKit
import Testing

@testable import tradewind

@Suite("A session that is killed", .serialized)
struct KillTests {
  private static let lineCount = 50
  private static let killCount = 100
  private static let lines = (1...lineCount).map { "exports 2024 * \($0)" }

  /// What was found after one kill.
  private struct Finding: Sendable {
    /// The entries whose answer stood on the screen before the kill.
    var seen: Int
    var kept: [InterruptedSession.Item]
    var wasKilled: Bool
  }

  @Test func `at 100 random moments loses at most the line in flight`() throws {
    let findings = Mutex<[Finding]>([])
    // Two at a time: each of them keeps a program and its terminal busy.
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      for seed in stride(from: half, to: KillTests.killCount, by: 2) {
        let finding = KillTests.kill(seed)
        findings.withLock { $0.append(finding) }
      }
    }
    let all = findings.withLock { $0 }
    #expect(all.count == KillTests.killCount)
    let expected = KillTests.lines.map { InterruptedSession.Item(.entry, $0) }
    for finding in all {
      #expect(finding.wasKilled)
      #expect(finding.kept.count >= finding.seen && finding.kept.count <= KillTests.lineCount)
      #expect(finding.kept[...] == expected.prefix(finding.kept.count))
    }
    // The moments really lie all over the session.
    #expect(Set(all.map(\.kept.count)).count > 20)
    #expect(all.contains { $0.kept.count < 10 } && all.contains { $0.kept.count > 40 })
  }

  /// Types all lines ahead and kills the program while it works them off.
  private static func kill(_ seed: Int) -> Finding {
    var generator = SeededGenerator(seed: UInt64(seed))
    let home = Home()
    let victim = Program(in: home)
    _ = victim.shows("tradewind [1]>")
    victim.type(lines.map { $0 + "\r" }.joined())
    let last = Int.random(in: 0...48, using: &generator)
    _ = victim.terminal.wait { _ in victim.answered >= last }
    usleep(UInt32.random(in: 0...3_000, using: &generator))
    let seen = victim.answered
    victim.process.signal(SIGKILL)
    let wasKilled = victim.process.end().signal == SIGKILL
    let files = try? FolderListing.files(in: home.path + "/tradewind/journals")
    let texts = (files ?? []).compactMap { try? DiskFiles().read($0) }
    return Finding(
      seen: seen,
      kept: texts.first.map(JournalLine.items) ?? [],
      wasKilled: wasKilled
    )
  }
}

extension Program {
  /// The number of the last entry that was answered, as far as it shows.
  var answered: Int {
    let numbers = screen.compactMap { row -> Int? in
      guard row.hasPrefix("tradewind [") else { return nil }
      return Int(row.dropFirst(11).prefix { $0.isNumber })
    }
    return (numbers.max() ?? 1) - 1
  }
}
