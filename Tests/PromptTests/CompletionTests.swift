import Guidance
import Shell
import Testing

@Suite("Completions")
struct CompletionTests {
  private let assistant = Assistant(.sample)

  @Test func `partners come by what is traded with them`() {
    let partners = assistant.words(behind: "exports to ")
    #expect(Array(partners.prefix(3)) == ["ASEAN", "EU", "US"])
    #expect(partners.contains("Jamaica"))
    #expect(!partners.contains("China"))
  }

  @Test func `a partner is told with what has figures of it, never half of its trade as the whole`()
  {
    let candidates = assistant.completions(in: "exports to ", at: 11).candidates
    func description(_ name: String) -> String? {
      candidates.first { $0.text == name || $0.text == "\"\(name)\"" }?.description
    }
    // 2025: 666.3 and 389.6 bn; of Latin America the imports of that year are not loaded.
    #expect(description("ASEAN") == "trade 1,055.9 USD bn in 2025")
    #expect(description("Latin America")?.hasPrefix("exports 297.4 USD bn in 2025") == true)
  }

  @Test func `a beginning is enough, in any case and of any name`() {
    #expect(assistant.words(behind: "exports to jA").first == "Japan")
    #expect(assistant.words(behind: "exports to korea").first == "South Korea")
    #expect(assistant.words(behind: "exports to south k") == ["South Korea"])
    #expect(assistant.words(behind: "exports to latin ").contains("Latin America"))
    #expect(assistant.words(behind: "exports to \"latin am").contains("Latin America"))
  }

  @Test func `a part of a name is enough where nothing begins so`() {
    #expect(assistant.words(behind: "exports to verde").contains { $0.contains("Verde") })
  }

  @Test func `the beginning of an entry takes measures first and statements last`() {
    let words = assistant.words(behind: "")
    #expect(words.first == "exports")
    #expect(words.contains("share of"))
    #expect(words.contains("help"))
    #expect(assistant.words(behind: "su").first == "surplus")
  }

  @Test func `transforms come in the order of help`() {
    let words = assistant.words(behind: "exports ")
    let transforms = words.filter { ["yoy", "mom", "ytd", "ttm"].contains($0) }
    #expect(transforms == ["yoy", "mom", "ytd", "ttm"])
  }

  @Test func `a transform that needs a length is offered with one`() {
    #expect(assistant.words(behind: "exports 3m") == ["3mma", "3m/3m"])
    #expect(assistant.words(behind: "exports moving").contains("3mma"))
    #expect(!assistant.words(behind: "exports ").contains("ma"))
  }

  @Test func `only the preposition of the measure is offered`() {
    #expect(assistant.words(behind: "exports ").contains("to"))
    #expect(!assistant.words(behind: "exports ").contains("from"))
    #expect(assistant.words(behind: "surplus ").contains("with"))
  }

  @Test func `what the types refuse is not offered`() {
    #expect(assistant.words(behind: "exports ").contains("ytd"))
    #expect(!assistant.words(behind: "exports yoy ").contains("ytd"))
  }

  @Test func `what is said already is not offered again`() {
    #expect(!assistant.words(behind: "exports to US ").contains("to"))
  }

  @Test func `each slot takes its own words`() {
    #expect(assistant.words(behind: "exports by par") == ["partner"])
    #expect(assistant.words(behind: "exports as ba") == ["bars"])
    #expect(assistant.words(behind: "exports in cn") == ["CNY"])
    #expect(assistant.words(behind: "exports of stee").first == "steel")
    #expect(assistant.words(behind: "exports since wto") == ["WTO accession"])
    #expect(assistant.words(behind: "exports as sh").contains("share of"))
    #expect(assistant.words(behind: "help yo") == ["yoy"])
    #expect(assistant.words(behind: "list par") == ["partners"])
    #expect(assistant.words(behind: "set wi") == ["width"])
  }

  @Test func `periods are those near the end of the data`() {
    #expect(assistant.words(behind: "exports 202").contains("2025"))
    #expect(assistant.words(behind: "exports since 2025-1") == ["2025-12", "2025-11", "2025-10"])
  }

  @Test func `the middle of a line is completed as well as its end`() {
    let found = assistant.completions(in: "exports to Ja yoy", at: 13)
    #expect(found.range == 11..<13)
    #expect(found.candidates.first?.text == "Japan")
    let inside = assistant.completions(in: "exports to Japn yoy", at: 14)
    #expect(inside.range == 11..<15)
  }

  @Test func `names of the session are offered`() throws {
    var workspace = Workspace.sample
    _ = try workspace.run("let to_us = exports to US")
    #expect(Assistant(workspace).words(behind: "to_") == ["to_us"])
  }

  @Test func `nothing is offered behind what cannot be read, nor in prose`() {
    #expect(assistant.words(behind: "exprots to ").isEmpty)
    #expect(assistant.words(behind: "exports # to ").isEmpty)
    #expect(assistant.words(behind: "note exports to ").isEmpty)
  }

  @Test func `every candidate has a description`() {
    for text in ["", "exports ", "exports to ", "exports by ", "exports as "] {
      let candidates = assistant.completions(in: text, at: text.utf8.count).candidates
      #expect(candidates.allSatisfy { !$0.description.isEmpty })
    }
  }
}

@Suite("The rest of a line")
struct ContinuationTests {
  private let assistant = Assistant(.sample)

  @Test(arguments: [
    ("exports to ", "US"), ("surplus y", "td"), ("exports y", "oy"), ("exp", "orts"),
    ("exports to ja", "pan"), ("exports by pa", "rtner"),
  ])
  func `is offered where one is likelier than others`(text: String, rest: String) {
    #expect(assistant.continuation(of: text) == rest)
  }

  @Test(arguments: ["", "exports", "exports ", "exports to US", "exports to Jpan", "note a", "1"])
  func `is not guessed elsewhere`(text: String) {
    #expect(assistant.continuation(of: text) == nil)
  }
}

@Suite("The type of a line")
struct TypeTests {
  private let assistant = Assistant(.sample)

  @Test(arguments: [
    ("exports to US", "series · USD · monthly"), ("exports yoy", "series · % · monthly"),
    ("exports 2025", "number · USD"), ("let x = exports by year", "series · USD · annual"),
  ])
  func `is said as soon as there is one`(text: String, type: String) {
    #expect(assistant.typeOfLine(text) == type)
  }

  @Test(arguments: ["", "exports to", "exports yoy ytd", "help", "def f(p) = exports to p"])
  func `is not said before`(text: String) {
    #expect(assistant.typeOfLine(text) == nil)
  }
}

@Suite("Help while typing")
struct SlotHelpTests {
  private let assistant = Assistant(.sample)

  @Test func `lists what may follow in groups with a sentence each`() throws {
    let lines = try #require(assistant.slotHelp("exports to US", at: 13))
    #expect(lines.first == "transforms")
    #expect(lines.contains { $0.hasPrefix("  yoy ") && $0.contains("year earlier") })
    #expect(lines.contains("words"))
  }

  @Test func `is silent where the question mark is part of a text`() {
    #expect(assistant.slotHelp("exports to \"what", at: 16) == nil)
    #expect(assistant.slotHelp("note really", at: 11) == nil)
    #expect(assistant.slotHelp("exports # really", at: 16) == nil)
  }

  @Test func `says what is wrong where nothing may follow`() {
    #expect(assistant.slotHelp("exports to Jpan ", at: 16)?.first?.contains("Jpan") == true)
  }

  @Test func `a query that ends in a question mark is answered`() throws {
    var workspace = Workspace.sample
    let lines = try workspace.lines(of: "exports to US ?")
    #expect(lines.first?.hasPrefix("you have: series · USD bn · monthly 2015-") == true)
    #expect(lines.dropFirst().first?.hasPrefix("next:     yoy · mom · qoq") == true)
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `a question may stand where a name is missing`() throws {
    var workspace = Workspace.sample
    let lines = try workspace.lines(of: "exports to ?")
    #expect(lines.first?.hasPrefix("next:     ASEAN · EU · US") == true)
  }
}
