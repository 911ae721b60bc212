import Engine
import Guidance
import Shell
import Testing

@testable import tradewind

@Suite("The configuration file")
struct ConfigurationTests {
  @Test func `settings are lines of a key and a value`() {
    let configuration = Configuration(
      """
      # what I like
      ghost = off
      menu=off   # no list

      colour = never
      pager = less -R
      width = 100
      notes = off
      """
    )
    #expect(configuration.problems.isEmpty)
    #expect(!configuration.ghost && !configuration.menu && !configuration.notes)
    #expect(configuration.highlighting && configuration.greets)
    #expect(configuration.colour == "never")
    #expect(configuration.pager == "less -R" && configuration.pages)
    #expect(configuration.width == 100)
  }

  @Test func `the pager can be switched off`() {
    #expect(!Configuration("pager = off").pages)
  }

  @Test(arguments: ["ghost", "ghost = maybe", "colour = red", "width = 3", "x = 1", "= on"])
  func `what makes no sense is named with its line and skipped`(line: String) {
    let configuration = Configuration("notes = off\n" + line)
    #expect(configuration.problems.count == 1)
    #expect(configuration.problems.first?.hasPrefix("line 2: ") == true)
    #expect(!configuration.notes)
  }
}

@Suite("Interruption")
struct InterruptionTests {
  @Test func `ends an evaluation and leaves the session as it was`() {
    var workspace = Workspace.sample
    workspace.bench.isCancelled = { true }
    for entry in [
      "exports", "exports by partner 2024", "exports vs imports", "surplus ytd yoy 2024",
    ] {
      #expect(throws: Diagnostic.self) { try workspace.run(entry) }
      do {
        _ = try workspace.run(entry)
      } catch {
        #expect((error as Diagnostic).code == "interrupted")
      }
    }
    #expect(workspace.nextNumber == 1)
  }
}
