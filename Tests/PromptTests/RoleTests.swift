import Guidance
import Shell
import Testing

@Suite("Roles")
struct RoleTests {
  private let assistant = Assistant(.sample)

  /// The parts of a text that have a role.
  private func parts(_ text: String, _ role: Role) -> [String] {
    assistant.roles(of: text).filter { $0.role == role }.map { text.text($0.range) }
  }

  @Test func `every word has the role of what it names`() {
    let text = "exports of steel to South Korea yoy by partner since 2024 > 5% # why"
    #expect(parts(text, .measure) == ["exports"])
    #expect(parts(text, .product) == ["steel"])
    #expect(parts(text, .place) == ["South Korea"])
    #expect(parts(text, .transform) == ["yoy"])
    #expect(parts(text, .dimension) == ["partner"])
    #expect(parts(text, .keyword) == ["of", "to", "by", "since"])
    #expect(parts(text, .period) == ["2024"])
    #expect(parts(text, .number) == ["5%"])
    #expect(parts(text, .symbol) == [">"])
    #expect(parts(text, .comment) == ["# why"])
  }

  @Test func `the slot decides what a word with several meanings is`() {
    let text = "exports of turkey to Turkey"
    #expect(parts(text, .product) == ["turkey"])
    #expect(parts(text, .place) == ["Turkey"])
  }

  @Test func `an unknown word shows as soon as no word begins so`() {
    #expect(parts("exports to Jp", .unknown).isEmpty)
    #expect(parts("exports to Jpan", .unknown) == ["Jpan"])
    #expect(parts("exports to Jpa yoy", .unknown) == ["Jpa"])
    #expect(parts("exports to Latin Am", .unknown).isEmpty)
    #expect(parts("exports to Latin Axx", .unknown) == ["Latin", "Axx"])
  }

  @Test(arguments: [
    ("exports yoy ytd", "ytd"), ("exports to 2025", "2025"), ("exports of US", "US"),
    ("exports - imports yoy", "exports - imports yoy"), ("growth of exports", "growth"),
  ])
  func `what Enter would complain about shows before it`(text: String, wrong: String) {
    let errors = parts(text, .error)
    #expect(errors.count == 1)
    #expect(wrong.contains(errors.first ?? "?"))
  }

  @Test(arguments: [
    "exports to ", "top 5 partners", "(exports - imports", "share of US in ", "exports 3m",
    "let x = ", "exports to \"Latin", "exports yo", "expect ", "exports to US ?", "",
  ])
  func `what is only not finished is no error`(text: String) {
    #expect(parts(text, .error).isEmpty)
    #expect(parts(text, .unknown).isEmpty)
  }

  @Test func `names of the session and of definitions are variables`() throws {
    var workspace = Workspace.sample
    _ = try workspace.run("let to_us = exports to US")
    let assistant = Assistant(workspace)
    #expect(assistant.roles(of: "to_us yoy").first?.role == .variable)
    let text = "def share_to(p) = share of exports to p"
    let names = assistant.roles(of: text).filter { $0.role == .variable }
    #expect(names.map { text.text($0.range) } == ["share_to", "p", "p"])
  }

  @Test func `a statement has its own role and leaves prose alone`() {
    #expect(parts("expect exports > 1", .statement) == ["expect"])
    #expect(parts("expect exports > 1", .measure) == ["exports"])
    #expect(parts("note it rained to Jpan", .statement) == ["note"])
    #expect(parts("note it rained to Jpan", .string) == ["it rained to Jpan"])
    #expect(parts("help nothing", .unknown).isEmpty)
  }
}
