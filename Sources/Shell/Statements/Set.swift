import Catalogue
import Engine
import Guidance
import Language
import Periods
import Reports

/// Shows or changes a setting.
enum SetStatement: StatementWord {
  static let entry = Entry(
    "set",
    category: .statement,
    summary: "Show the settings, or change one; `set KEY` says what it may be.",
    usage: "set [KEY [VALUE | default]]",
    searchTerms: ["option", "configure", "vintage", "preferences", "colour", "theme", "settings"],
    examples: ["set as-of 2025-12-08", "set notes off"]
  )
  static let shape = CommandShape.words

  static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate] {
    guard !words.isEmpty else {
      return Setting.all.map { setting in
        Completion.Candidate(
          setting.name,
          "\(value(of: setting, workspace)) · \(setting.summary)"
        )
      }
    }
    guard let setting = Setting.named(words.joined()) else { return [] }
    var choices = setting.values.choices
    switch setting.name {
    case Setting.reporter.name: choices = workspace.reporterNames
    case Setting.asOf.name: choices += workspace.releaseDays
    default: break
    }
    let now = value(of: setting, workspace)
    return (choices + ["default"]).map { choice in
      Completion.Candidate(choice, choice == now ? "as it is now" : "")
    }
  }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .words(let words) = command.argument, !words.isEmpty else {
      return unrecorded(list(workspace))
    }
    let (setting, values) = try read(words)
    guard !values.isEmpty else { return unrecorded(details(of: setting, workspace)) }
    try change(setting, to: values, in: &workspace)
    var reply = Reply(lines: ["\(setting.name) is \(value(of: setting, workspace))"])
    reply.isRecorded = setting.isOfSession
    return reply
  }

  /// What is wrong with the words, as far as it can be told before Enter.
  static func problem(in words: [Name]) -> Diagnostic? {
    guard let first = words.first else { return nil }
    let isUnfinished =
      words.count == 1 && Setting.all.contains { $0.name.hasPrefix(first.text.lowercased()) }
    guard !isUnfinished else { return nil }
    do throws(Diagnostic) {
      let (setting, values) = try read(words)
      guard let last = values.last, !last.text.isEmpty else { return nil }
      let text = text(of: values)
      let isBeginning = (setting.values.choices + ["default"]).contains {
        $0.hasPrefix(text.lowercased())
      }
      guard !isBeginning, text != "default" else { return nil }
      _ = try accepted(values, for: setting)
      return nil
    } catch {
      return error
    }
  }

  private static func unrecorded(_ lines: [String]) -> Reply {
    var reply = Reply(lines: lines)
    reply.isRecorded = false
    return reply
  }

  // MARK: Reading

  /// The setting, whose name may be written in two words, and what stands behind it and a `=`.
  private static func read(_ words: [Name]) throws(Diagnostic) -> (Setting, values: [Name]) {
    var rest = words.dropFirst()
    var key = words[0].text
    if key.lowercased() == "as" {
      key = "as-of"
      rest = rest.drop { ["-", "of"].contains($0.text.lowercased()) }
    }
    guard let setting = Setting.named(key) else {
      throw Diagnostic("unknown-setting", "there is no setting '\(key)'", at: words[0].span)
        .suggesting(key, from: Setting.all.flatMap { [$0.name] + $0.aliases })
    }
    if rest.first?.text == "=" { rest = rest.dropFirst() }
    return (setting, Array(rest))
  }

  /// The words as they were typed: `less -R` has three tokens and one space.
  private static func text(of values: [Name]) -> String {
    var text = ""
    var end = values.first?.span.start ?? 0
    for value in values {
      if !text.isEmpty, value.span.start > end { text += " " }
      text += value.text
      end = value.span.end
    }
    return text
  }

  private static func accepted(
    _ values: [Name],
    for setting: Setting
  ) throws(Diagnostic) -> String {
    let text = text(of: values)
    if let value = setting.values.accepted(text) { return value }
    let code: Diagnostic.Code =
      switch setting.values {
      case .onOff: "needs-switch"
      case .number: "needs-number"
      case .words, .text, .vintage, .reporter: "unknown-value"
      }
    throw Diagnostic(
      code,
      "`\(setting.name)` is \(setting.values.requirement)",
      at: values[0].span
    ).suggesting(text, from: setting.values.choices)
  }

  // MARK: Showing

  private static func list(_ workspace: Workspace) -> [String] {
    let rows = Setting.all.map { setting in
      [
        setting.name, value(of: setting, workspace),
        origin(of: setting, workspace), setting.summary,
      ]
    }
    let widths = (0..<3).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
    return rows.map { row in
      var line = ""
      for (text, width) in zip(row, widths) {
        line += text + String(repeating: " ", count: width - displayWidth(text) + 2)
      }
      return cut(line + row[3], to: workspace.settings.width)
    }
  }

  private static func cut(_ line: String, to width: Int) -> String {
    guard displayWidth(line) > width else { return line }
    var kept = line
    while displayWidth(kept) >= width { kept.removeLast() }
    return kept + "…"
  }

  private static func details(of setting: Setting, _ workspace: Workspace) -> [String] {
    var lines = [
      "\(setting.name) is \(value(of: setting, workspace)) (\(origin(of: setting, workspace)))",
      "  \(setting.summary)", "  it may be \(setting.values.requirement)",
    ]
    if setting.isConfigurable {
      lines.append("  `\(setting.name) = VALUE` in the configuration file keeps it")
    }
    return lines
  }

  private static func origin(of setting: Setting, _ workspace: Workspace) -> String {
    if let origin = workspace.settings.origin(of: setting) { return origin.words }
    let isOfFile = setting.name == Setting.asOf.name && workspace.bench.vintage != .latest
    return isOfFile ? Settings.Origin.head.words : "default"
  }

  private static func value(of setting: Setting, _ workspace: Workspace) -> String {
    switch setting.name {
    case Setting.asOf.name:
      switch workspace.bench.vintage {
      case .latest: "latest"
      case .firstPublished: "first published"
      case .asOf(let day): day.description
      }
    case Setting.reporter.name:
      workspace.bench.data.places.first { $0.code == workspace.bench.reporter }?.name ?? "all"
    case Setting.width.name where workspace.settings[.width] == "auto":
      "auto (\(workspace.settings.width))"
    default: workspace.settings[setting]
    }
  }

  // MARK: Changing

  private static func change(
    _ setting: Setting,
    to values: [Name],
    in workspace: inout Workspace
  ) throws(Diagnostic) {
    let isDefault = values.count == 1 && values[0].text.lowercased() == "default"
    let value = isDefault ? nil : try accepted(values, for: setting)
    switch setting.name {
    case Setting.asOf.name:
      workspace.transcript.vintageAtStart = workspace.vintageAtStart
      workspace.bench.vintage = try vintage(value ?? "latest", values)
    case Setting.reporter.name:
      workspace.bench.reporter = try reporter(value, values, workspace)
    default: break
    }
    workspace.settings.choose(value, for: setting, by: .session)
  }

  private static func vintage(_ text: String, _ values: [Name]) throws(Diagnostic) -> Vintage {
    switch text.lowercased() {
    case "latest": return .latest
    case "first published", "first": return .firstPublished
    default: break
    }
    guard let day = Day(text) else {
      throw Diagnostic(
        "needs-day",
        "`as-of` takes a day such as 2025-12-08, or `latest`",
        at: values[0].span
      )
    }
    return .asOf(day)
  }

  private static func reporter(
    _ name: String?,
    _ values: [Name],
    _ workspace: Workspace
  ) throws(Diagnostic) -> String? {
    guard let name else { return workspace.bench.data.reporter }
    let terms = workspace.vocabulary.terms(for: name)
    guard let known = terms.first(where: { $0.kind == .place })?.name,
      let place = workspace.bench.place(named: known)
    else {
      throw Diagnostic(
        "unknown-partner",
        "I do not know a reporter called '\(name)'",
        at: values[0].span
      )
    }
    return place.code
  }
}

extension Workspace {
  /// The places whose own figures the data has, as they are written.
  fileprivate var reporterNames: [String] {
    let places = bench.data.reporterPlaces ?? bench.data.places.filter { $0.code == bench.reporter }
    return places.map { $0.name.contains(" ") ? "\"\($0.name)\"" : $0.name }
  }

  /// The latest days on which figures came out, latest first.
  fileprivate var releaseDays: [String] {
    let days = Set(bench.data.publications.compactMap { $0 }).sorted(by: >)
    return days.prefix(8).map(\.description)
  }
}
