import Guidance
import Shell

/// What the user's configuration file says: lines of `key = value`, by the table of settings.
struct Configuration {
  /// The settings that the file chooses, with their values, in its order.
  private(set) var choices: [(setting: Setting, value: String)] = []

  /// What is wrong with the file, one line each.
  private(set) var problems: [String] = []

  init() {}

  /// Reads the text of a file; a line that makes no sense is named and skipped.
  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let content = line.prefix { $0 != "#" }
      guard content.contains(where: { !$0.isWhitespace }) else { continue }
      if let problem = read(content) { problems.append("line \(index + 1): \(problem)") }
    }
  }

  /// The configuration of the user; without a file, nothing is chosen.
  static func ofUser() -> (configuration: Configuration, path: String?) {
    guard let path = folder("XDG_CONFIG_HOME", default: ".config").map({ $0 + "/config" }),
      let text = try? DiskFiles().read(path)
    else { return (Configuration(), nil) }
    return (Configuration(text), path)
  }

  /// Gives the settings the values of the file.
  func apply(to settings: inout Settings) {
    for choice in choices { settings.choose(choice.value, for: choice.setting, by: .file) }
  }

  /// What is wrong with a line; nil where nothing is.
  private mutating func read(_ line: Substring) -> String? {
    let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map(trimmed)
    guard parts.count == 2 else { return "a setting is written `key = value`" }
    guard let setting = Setting.named(parts[0]), setting.isConfigurable else {
      let keys = Setting.all.filter(\.isConfigurable).map(\.name)
      let hint =
        closest(to: parts[0], in: keys).map { "did you mean `\($0)`?" }
        ?? "there are \(keys.joined(separator: ", "))"
      return "there is no setting '\(parts[0])'; \(hint)"
    }
    guard let value = setting.values.accepted(unquoted(parts[1])) else {
      return "\(setting.name) is \(setting.values.requirement)"
    }
    choices.append((setting, value))
    return nil
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  private func unquoted(_ text: String) -> String {
    guard text.count > 1, text.first == "\"", text.last == "\"" else { return text }
    return String(text.dropFirst().dropLast())
  }
}
