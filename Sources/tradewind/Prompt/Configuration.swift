import Shell

/// What the user's configuration file says about the prompt: lines of `key = value`.
struct Configuration: Equatable {
  var greets = true
  var ghost = true
  var highlighting = true
  var menu = true
  var notes = true
  var colour = "auto"
  /// The command for answers taller than the screen; nil: `$PAGER`, or `less`.
  var pager: String?
  var pages = true
  /// The columns for which answers are laid out; nil: those of the terminal.
  var width: Int?

  /// What is wrong with the file, one line each.
  var problems: [String] = []

  enum Key: String, CaseIterable {
    case greeting, ghost, highlighting, menu, colour, pager, width, notes
  }

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

  /// The configuration of the user; without a file, the usual one.
  static func ofUser() -> (configuration: Configuration, path: String?) {
    guard let path = folder("XDG_CONFIG_HOME", default: ".config").map({ $0 + "/config" }),
      let text = try? DiskFiles().read(path)
    else { return (Configuration(), nil) }
    return (Configuration(text), path)
  }

  /// What is wrong with a line; nil where nothing is.
  private mutating func read(_ line: Substring) -> String? {
    let parts = line.split(separator: "=", maxSplits: 1).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    guard parts.count == 2 else { return "a setting is written `key = value`" }
    let value = parts[1]
    guard let key = Key(rawValue: parts[0]) else {
      let keys = Key.allCases.map(\.rawValue).joined(separator: ", ")
      return "there is no setting '\(parts[0])'; there are \(keys)"
    }
    switch key {
    case .greeting: return set(\.greets, value, key)
    case .ghost: return set(\.ghost, value, key)
    case .highlighting: return set(\.highlighting, value, key)
    case .menu: return set(\.menu, value, key)
    case .notes: return set(\.notes, value, key)
    case .colour:
      guard ["auto", "always", "never"].contains(value) else {
        return "colour is auto, always or never"
      }
      colour = value
    case .pager:
      pages = value != "off"
      pager = ["off", "on"].contains(value) ? nil : value
    case .width:
      guard value != "auto" else { return nil }
      guard let columns = Int(value), (20...400).contains(columns) else {
        return "width is auto, or from 20 to 400 columns"
      }
      width = columns
    }
    return nil
  }

  private mutating func set(
    _ setting: WritableKeyPath<Configuration, Bool>,
    _ value: String,
    _ key: Key
  ) -> String? {
    guard value == "on" || value == "off" else { return "\(key.rawValue) is on or off" }
    self[keyPath: setting] = value == "on"
    return nil
  }
}
