import Engine
import Guidance
import Language
import Shell
import TestKit
import Testing

@Suite("Every transform on every kind of figure")
struct CombinationTests {
  /// A transform as it is written with what it takes.
  static let calls: [String] = transforms.map { type in
    let name = type.entry.name
    switch type.shape {
    case .plain, .growth, .step, .method, .using: return name
    case .average: return "3mma"
    case .base: return "\(name) 2025"
    case .range: return "3y \(name)"
    case .rolling: return "\(name) 3m max"
    case .spanOverSpan: return "3m/3m"
    case .horizon: return "\(name) 3m"
    }
  }

  /// One measure of each unit and frequency, and answers of other shapes.
  static let subjects: [String] = {
    var known: Set<String> = []
    let lexicon = Desk.workspace.bench.lexicon
    let names = lexicon.entries.filter { $0.category == .measure }.map(\.name)
    let measures = names.filter { name in
      guard let query = Desk.query(name),
        let kind = try? Resolver(Desk.workspace.bench).plan(query).kind
      else { return false }
      return known.insert("\(kind.words) \(kind.isSigned)").inserted
    }
    return measures + [
      "exports by partner", "exports to US, EU", "exports to US yoy", "share of exports to US",
      "(exports - imports)", "exports by year", "exports 2025", "exports in CNY",
      "exports as first published", "exports / imports", "exports to US reported by US", "5%",
    ]
  }()

  @Test("answers or is refused", arguments: calls)
  func transform(_ call: String) {
    for subject in CombinationTests.subjects { check("\(subject) \(call)") }
  }

  @Test("answers or is refused, in one number", arguments: aggregates.map { $0.entry.name })
  func aggregate(_ name: String) {
    for subject in CombinationTests.subjects { check("\(name) \(subject)") }
    for call in CombinationTests.calls { check("\(name) exports \(call)") }
  }

  private func check(_ entry: String) {
    guard let diagnostic = Desk.diagnostic(of: entry) else { return }
    #expect(diagnostic.isInside(entry), "\(entry): \(diagnostic)")
    let isOfLanguage = ["unknown-name", "unexpected", "needs-measure"].contains(diagnostic.code)
    #expect(!isOfLanguage, "\(entry): \(diagnostic.message)")
  }
}
