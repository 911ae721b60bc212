import Catalogue
import Engine
import Guidance
import Language
import Periods

/// Shows or changes a setting of the session.
enum SetStatement: StatementWord {
  static let entry = Entry(
    "set",
    category: .statement,
    summary: "Show or change a setting: as-of, reporter, notes, width, title, images.",
    usage: "set [KEY [VALUE]]",
    searchTerms: ["option", "configure", "vintage"],
    examples: ["set as-of 2025-12-08", "set notes off"]
  )
  static let shape = CommandShape.words

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, !words.isEmpty else {
      return Reply(lines: list(workspace))
    }
    let (key, values) = split(words)
    guard let setting = Setting(rawValue: key) else {
      throw Diagnostic("unknown-setting", "there is no setting '\(key)'", at: words[0].span)
        .suggesting(key, from: Setting.allCases.map(\.rawValue))
    }
    guard !values.isEmpty else {
      return Reply(lines: ["\(key) is \(value(of: setting, workspace))"])
    }
    try change(setting, to: values, in: &workspace)
    return Reply(lines: ["\(key) is \(value(of: setting, workspace))"])
  }

  enum Setting: String, CaseIterable { case asOf = "as-of", reporter, notes, width, title, images }

  /// The key may be written `as of`, `as-of` or `vintage`.
  private static func split(_ words: [Name]) -> (key: String, values: [Name]) {
    let first = words[0].text.lowercased()
    if first == "vintage" { return ("as-of", Array(words.dropFirst())) }
    guard first == "as" else { return (first, Array(words.dropFirst())) }
    let rest = words.dropFirst().drop { ["-", "of"].contains($0.text.lowercased()) }
    return ("as-of", Array(rest))
  }

  private static func list(_ workspace: Workspace) -> [String] {
    Setting.allCases.map { setting in
      let padding = String(repeating: " ", count: 10 - setting.rawValue.count)
      return setting.rawValue + padding + value(of: setting, workspace)
    }
  }

  private static func value(of setting: Setting, _ workspace: Workspace) -> String {
    switch setting {
    case .asOf:
      switch workspace.bench.vintage {
      case .latest: "latest"
      case .firstPublished: "first published"
      case .asOf(let day): day.description
      }
    case .reporter:
      workspace.bench.data.places.first { $0.code == workspace.bench.reporter }?.name ?? "all"
    case .notes: workspace.settings.showsNotes ? "on" : "off"
    case .width: "\(workspace.settings.width)"
    case .title: workspace.settings.title ?? "none"
    case .images:
      switch workspace.settings.images {
      case .auto: "auto"
      case .off: "off"
      case .by(let form): form.rawValue
      }
    }
  }

  private static func change(
    _ setting: Setting,
    to values: [Name],
    in workspace: inout Workspace
  ) throws(Diagnostic) {
    let text = values.map(\.text).joined(separator: " ")
    switch setting {
    case .asOf:
      workspace.transcript.vintageAtStart = workspace.vintageAtStart
      if text == "latest" {
        workspace.bench.vintage = .latest
      } else if text == "first published" || text == "first" {
        workspace.bench.vintage = .firstPublished
      } else if let day = Day(text) {
        workspace.bench.vintage = .asOf(day)
      } else {
        throw Diagnostic(
          "needs-day",
          "`as-of` takes a day such as 2025-12-08, or `latest`",
          at: values[0].span
        )
      }
    case .reporter:
      let terms = workspace.vocabulary.terms(for: text)
      guard let name = terms.first(where: { $0.kind == .place })?.name,
        let place = workspace.bench.place(named: name)
      else {
        throw Diagnostic(
          "unknown-partner",
          "I do not know a reporter called '\(text)'",
          at: values[0].span
        )
      }
      workspace.bench.reporter = place.code
    case .notes:
      guard text == "on" || text == "off" else {
        throw Diagnostic("needs-switch", "`notes` is `on` or `off`", at: values[0].span)
      }
      workspace.settings.showsNotes = text == "on"
    case .width:
      guard let width = Int(text), (20...400).contains(width) else {
        throw Diagnostic("needs-number", "`width` is from 20 to 400 columns", at: values[0].span)
      }
      workspace.settings.width = width
    case .title: workspace.settings.title = text
    case .images:
      guard let images = Settings.Images(text) else {
        throw Diagnostic(
          "needs-switch",
          "`images` is `auto`, `off`, `kitty`, `iterm2` or `sixel`",
          at: values[0].span
        )
      }
      workspace.settings.images = images
    }
  }
}
