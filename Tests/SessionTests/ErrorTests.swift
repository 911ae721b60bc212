import Engine
import Guidance
import Language
import Shell
import TestKit
import Testing

@Suite("Diagnostics")
struct ErrorTests {
  /// Lessons whose wrong line raises their code; the others are about notes, files and terminals.
  static let shown = lessons.filter { lesson in
    Desk.diagnostic(of: lesson.wrong)?.code.rawValue == lesson.code
  }

  @Test("each have a session that shows them")
  func sessions() {
    let codes = Set(Project.sessions.compactMap(code))
    let missing = ErrorTests.shown.map(\.code).filter { !codes.contains($0) }
    #expect(missing.isEmpty, "no Sessions/Errors/CODE.trade.md for \(missing)")
    #expect(ErrorTests.shown.count > 90)
  }

  @Test("point into the line, and offer a fix that runs", arguments: shown.map(\.wrong))
  func fixes(_ line: String) throws {
    let diagnostic = try #require(Desk.diagnostic(of: line))
    if let span = diagnostic.span { #expect(span.end <= line.utf8.count) }
    guard let fixed = diagnostic.fix?.applied(to: line) else { return }
    let code = Desk.diagnostic(of: fixed)?.code.rawValue
    let isKnownButAbsent = ["not-loaded", "nothing-matches"].contains(code)
    #expect(code == nil || isKnownButAbsent, "`\(fixed)` gives \(code ?? "")")
  }

  /// The code that a session in the folder of errors is about.
  private func code(of path: String) -> String? {
    guard path.contains("Sessions/Errors/") else { return nil }
    return path.split(separator: "/").last.map { String($0.dropLast(".trade.md".count)) }
  }
}
