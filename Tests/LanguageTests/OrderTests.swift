import Guidance
import Language
import Shell
import TestKit
import Testing

@Suite("The order of words")
struct OrderTests {
  @Test("of qualifiers does not matter", arguments: 0..<20)
  func qualifiers(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<100 {
      let phrase = RandomPhrase(&generator)
      let typed = phrase.shuffled(&generator)
      let first = Reading(of: typed)
      for _ in 0..<6 {
        let other = phrase.shuffled(&generator)
        guard Reading(of: other) != first else { continue }
        Issue.record("`\(typed)` is \(first); `\(other)` is \(Reading(of: other))")
        return
      }
    }
  }

  @Test("of transforms does")
  func transforms() throws {
    let first = try #require(Desk.query("exports yoy 3mma"))
    let second = try #require(Desk.query("exports 3mma yoy"))
    #expect(first != second)
    #expect(first.description == "exports yoy 3mma")
    #expect(second.description == "exports 3mma yoy")
    var workspace = Desk.workspace
    #expect(workspace.data(of: "exports yoy 3mma") != workspace.data(of: "exports 3mma yoy"))
  }

  @Test("keeps a change of growth one transform")
  func change() throws {
    let together = try #require(Desk.query("exports to US change yoy since 2020"))
    for typed in [
      "exports change to US since 2020 yoy", "exports yoy since 2020 change to US",
      "exports yoy change to US since 2020",
    ] {
      #expect(Desk.query(typed) == together)
    }
  }
}

/// How an entry was read: its canonical form, or the code that refuses it.
enum Reading: Equatable, CustomStringConvertible {
  case query(Query)
  case refused(String)

  init(of entry: String) {
    do throws(Diagnostic) {
      if case .query(let query) = try parse(entry, Desk.vocabulary) {
        self = .query(query)
      } else {
        self = .refused("no query")
      }
    } catch {
      self = .refused(error.code.rawValue)
    }
  }

  var description: String {
    switch self {
    case .query(let query): "`\(query)`"
    case .refused(let code): code
    }
  }
}
