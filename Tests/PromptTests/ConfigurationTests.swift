import Engine
import Guidance
import Shell
import Testing

@testable import tradewind

@Suite("The configuration file")
struct ConfigurationTests {
  private func settings(_ text: String) -> Settings {
    var settings = Settings()
    Configuration(text).apply(to: &settings)
    return settings
  }

  @Test func `settings are lines of a key and a value`() {
    let text = """
      # what I like
      ghost = off
      menu=off   # no list

      color = never
      pager = less -R
      width = 100
      notes = no
      """
    #expect(Configuration(text).problems.isEmpty)
    let settings = settings(text)
    #expect(!settings.isOn(.ghost) && !settings.isOn(.menu) && !settings.showsNotes)
    #expect(settings.isOn(.highlighting) && settings.isOn(.greeting))
    #expect(settings[.colour] == "never")
    #expect(settings[.pager] == "less -R")
    #expect(settings.width == 100)
    #expect(settings.origin(of: .width) == .file && settings.origin(of: .mode) == nil)
  }

  @Test func `every setting can be in the file that does not belong to a session`() {
    for setting in Setting.all {
      let value = setting.values.choices.last ?? "30"
      let problems = Configuration("\(setting.name) = \(value)").problems
      #expect(problems.isEmpty == setting.isConfigurable, "\(setting.name)")
    }
    #expect(
      Setting.all.filter { !$0.isConfigurable }.map(\.name) == ["as-of", "reporter", "title"]
    )
  }

  @Test func `what was chosen last wins, and default takes it back`() throws {
    var workspace = Workspace.sample
    Configuration("ghost = off").apply(to: &workspace.settings)
    #expect(try workspace.lines(of: "set ghost on") == ["ghost is on"])
    #expect(workspace.settings.origin(of: .ghost) == .session)
    #expect(try workspace.lines(of: "set ghost default") == ["ghost is off"])
    #expect(workspace.settings.origin(of: .ghost) == .file)
  }

  @Test(arguments: [
    "ghost", "ghost = maybe", "colour = red", "width = 3", "x = 1", "= on", "title = mine",
    "history = -1", "mode = emac", "scheme =",
  ])
  func `what makes no sense is named with its line and skipped`(line: String) {
    let configuration = Configuration("notes = off\n" + line)
    #expect(configuration.problems.count == 1)
    #expect(configuration.problems.first?.hasPrefix("line 2: ") == true)
    #expect(configuration.choices.count == 1)
  }
}

@Suite("Settings at the prompt")
struct SettingTests {
  @Test func `set alone lists every setting with its value and who chose it`() throws {
    var workspace = Workspace.sample
    Configuration("timing = on").apply(to: &workspace.settings)
    _ = try workspace.run("set mode vi")
    let lines = try workspace.lines(of: "set")
    #expect(lines.count == Setting.all.count)
    for setting in Setting.all {
      #expect(lines.contains { $0.hasPrefix(setting.name + " ") }, "\(setting.name)")
    }
    func words(_ key: String) -> [Substring] {
      lines.first { $0.hasPrefix(key + " ") }?.split(separator: " ") ?? []
    }
    #expect(words("timing").prefix(4) == ["timing", "on", "config", "file"])
    #expect(words("mode").prefix(4) == ["mode", "vi", "set", "here"])
    #expect(words("ghost").prefix(3) == ["ghost", "on", "default"])
  }

  @Test func `every value that can be listed can be set`() throws {
    for setting in Setting.all {
      for choice in setting.values.choices {
        var workspace = Workspace.sample
        let lines = try workspace.lines(of: "set \(setting.name) \(choice)")
        let shown = choice == "auto" && setting.name == "width" ? "auto (80)" : choice
        #expect(lines == ["\(setting.name) is \(shown)"])
      }
    }
  }

  @Test(arguments: [
    ("set ghost = off", "ghost is off"), ("set color never", "colour is never"),
    ("set theme dark", "scheme is dark"), ("set pager less -R", "pager is less -R"),
    ("set pager \"less -R\"", "pager is less -R"), ("set width 100", "width is 100"),
    ("set history 20,000", "history is 20000"), ("set as of 2025-12-08", "as-of is 2025-12-08"),
    ("set reporter default", "reporter is China"), ("set TIMING ON", "timing is on"),
  ])
  func `a setting may be written in several ways`(entry: String, answer: String) throws {
    var workspace = Workspace.sample
    #expect(try workspace.lines(of: entry) == [answer])
  }

  @Test(arguments: [
    ("set gost off", "unknown-setting", "did you mean `ghost`?"),
    ("set colour alwys", "unknown-value", "did you mean `always`?"),
    ("set menu perhaps", "needs-switch", nil), ("set width 3", "needs-number", nil),
    ("set as-of tomorrow", "needs-day", nil),
  ])
  func `what makes no sense gets one error, before Enter too`(
    entry: String,
    code: String,
    fix: String?
  ) {
    var workspace = Workspace.sample
    let error = #expect(throws: Diagnostic.self) { try workspace.run(entry) }
    #expect(error?.code.rawValue == code)
    #expect(error?.fix?.text == fix)
    guard code != "needs-day" else { return }
    #expect(Assistant(.sample).roles(of: entry).contains { $0.role == .error })
  }

  @Test(arguments: ["set gho", "set ghost o", "set colour al", "set pager less", "set as"])
  func `what may become right is no error yet`(entry: String) {
    #expect(!Assistant(.sample).roles(of: entry).contains { $0.role == .error })
  }

  @Test func `what belongs to the user is neither recorded nor taken from a session file`() throws {
    var workspace = Workspace.sample
    _ = try workspace.run("set ghost off")
    _ = try workspace.run("set notes off")
    #expect(workspace.transcript.entries.map(\.input) == ["set notes off"])

    var stranger = MemoryOfOneFile()
    stranger.text = """
      # a session

      ```trade
      > set pager "touch /tmp/taken-over"
      > set notes off
      ```
      """
    var victim = Workspace(workspace.bench.facts, files: stranger)
    _ = try victim.run("set timing on")
    _ = try victim.run("load \"s.trade.md\"")
    #expect(victim.settings[.pager] == "on")
    #expect(victim.settings.isOn(.timing))
    #expect(!victim.settings.showsNotes)
  }

  @Test func `undo takes a setting of the session back`() throws {
    var workspace = Workspace.sample
    _ = try workspace.run("set notes off")
    _ = try workspace.run("set width 40")
    #expect(workspace.settings.width == 40)
    _ = try workspace.run("undo 2")
    #expect(workspace.settings.showsNotes && workspace.settings.width == 80)
  }
}

/// A file system of one file, whatever it is called.
private struct MemoryOfOneFile: FileAccess {
  var text = ""

  func read(_ path: String) throws(Diagnostic) -> String { text }

  func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {}
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
