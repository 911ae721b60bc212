import Engine
import Guidance
import Language
import Shell
import TestKit
import Testing

/// Whatever is typed gets an answer or a diagnostic that points inside of it, and soon.
///
/// A trap ends the process: that these tests end at all is what they show.
@Suite("Any input") struct RobustnessTests {
  /// Lines that are like those of users, to be spoiled.
  static let lines =
    Set(Questions.all.map(\.query) + (Project.corpus() ?? []).map { $0.replacing("! ", with: "") })
    .sorted() + [
      "share of exports to US, EU in exports of steel 2025 as bars limit 3",
      "where (region = asia or not share in (1, 2)) and rank <= 3",
      "def f(p, q) = (exports to p - imports from q) / 2 ^ -1",
      "exports to Côte d'Ivoire vs 中国 同比 ≈ ¥3.5万亿 ± 0.1 pp",
      "set as-of 2025-12-08", "list events since 2025", "help yoy", "export exports into \"f.csv\"",
    ]

  @Test("cut off anywhere")
  func prefixes() {
    var clock = Stopwatch()
    for line in RobustnessTests.lines {
      for index in line.indices { clock.check(String(line[..<index])) }
    }
    clock.expectSpeed()
  }

  @Test("cut off between words answers or is refused")
  func answers() {
    let prefixes = RobustnessTests.lines.flatMap { line in
      line.indices.filter { line[$0] == " " }.map { String(line[..<$0]) }
    }
    for prefix in Set(prefixes) where !prefix.hasPrefix("replay") {
      if let diagnostic = Desk.diagnostic(of: prefix) {
        #expect(diagnostic.isInside(prefix), "\(prefix): \(diagnostic)")
      }
    }
  }

  @Test("nested deeply or of great length")
  func large() {
    var clock = Stopwatch()
    let patterns = [
      "(", "((exports)", "not ", "-", "2 ^ ", "average ", "corr(", "exports + ", "exports vs ",
      "share of ", "x ", "'", "\"", "# ", "中", "\u{301}", "9", "1,234", "..", "exports where ((",
      "to US, ", "yoy ", "let x = ", "hong kong ", "\u{0}", "top 5 partners by ", "\n", "\t",
    ]
    for pattern in patterns {
      for count in [10, 99, 101, 250, 1_000, 20_000, 1_000_000 / pattern.utf8.count] {
        clock.check(String(repeating: pattern, count: count))
        clock.check("exports " + String(repeating: pattern, count: count))
      }
    }
    clock.expectSpeed()
  }

  @Test("of random words, signs and bytes", arguments: 0..<8)
  func noise(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var clock = Stopwatch()
    let words =
      RobustnessTests.lines.flatMap { $0.split(separator: " ").map(String.init) }
      + ["\u{1B}[2J", "\u{7}", "\u{202E}", "’s", "±", "…", "99999999999999999999", "1e308", "0"]
    for _ in 0..<250 {
      let count = Int.random(in: 0..<12, using: &generator)
      clock.check((0..<count).map { _ in generator.one(of: words) }.joined(separator: " "))
      let bytes = (0..<count * 4).map { _ in UInt8.random(in: 0...255, using: &generator) }
      clock.check(String(decoding: bytes, as: UTF8.self))
    }
    clock.expectSpeed()
  }
}

/// Reads inputs and remembers the slowest.
private struct Stopwatch {
  private var slowest = (input: "", time: Duration.zero)

  mutating func check(_ input: String) {
    var diagnostic: Diagnostic?
    let time = ContinuousClock().measure { diagnostic = Stopwatch.diagnostic(of: input) }
    if let diagnostic {
      #expect(diagnostic.isInside(input), "\(input.prefix(200)): \(diagnostic)")
      let hasControls = diagnostic.message.unicodeScalars.contains { $0.value < 32 }
      #expect(!hasControls, "\(input.prefix(200)): \(diagnostic.message)")
      #expect(diagnostic.message.count < 400, "\(diagnostic.message.prefix(500))")
    }
    if time > slowest.time { slowest = (String(input.prefix(100)), time) }
  }

  /// The bound leaves room for a debug build on a machine that does other things.
  func expectSpeed() {
    #expect(slowest.time < .milliseconds(100 * 5), "`\(slowest.input)` took \(slowest.time)")
  }

  /// Reads and checks an input without computing its answer.
  private static func diagnostic(of input: String) -> Diagnostic? {
    do throws(Diagnostic) {
      let bench = Desk.workspace.bench
      switch try parse(input, Desk.vocabulary) {
      case .query(let query): _ = try Resolver(bench).plan(query)
      case .command(let command):
        if case .query(let query) = command.argument { _ = try Resolver(bench).plan(query) }
      case nil: break
      }
      return nil
    } catch {
      return error
    }
  }
}
