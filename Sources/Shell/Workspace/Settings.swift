/// What has been chosen, and by whom: the values of `set` and of the configuration file.
package struct Settings: Sendable, Equatable {
  /// Who chose a value; a later one wins.
  package enum Origin: Int, CaseIterable, Sendable {
    case file, commandLine, head, session

    /// As `set` names it.
    var words: String {
      switch self {
      case .file: "config file"
      case .commandLine: "command line"
      case .head: "session file"
      case .session: "set here"
      }
    }
  }

  private var choices: [String: [Origin: String]] = [:]

  /// The columns of the terminal, for which answers are laid out unless a width was chosen.
  package var terminalWidth = 80

  package enum Images: Sendable, Equatable {
    case auto, off
    case by(ImageProtocol)
  }

  package init() {}

  package subscript(setting: Setting) -> String {
    origin(of: setting).flatMap { choices[setting.name]?[$0] } ?? setting.initial
  }

  /// Whether a setting is `on`.
  package func isOn(_ setting: Setting) -> Bool { self[setting] == "on" }

  /// Who chose the value that holds; nil where nobody did.
  package func origin(of setting: Setting) -> Origin? {
    Origin.allCases.last { choices[setting.name]?[$0] != nil }
  }

  /// Chooses a value, which has been accepted; nil takes the choice back.
  package mutating func choose(_ value: String?, for setting: Setting, by origin: Origin) {
    choices[setting.name, default: [:]][origin] = value
  }

  /// The settings before the session changed any that belong to it.
  var atStart: Settings {
    var copy = self
    for setting in Setting.all where setting.isOfSession {
      copy.choose(nil, for: setting, by: .session)
    }
    return copy
  }

  // MARK: Those that answers depend on

  package var showsNotes: Bool { isOn(.notes) }

  /// The columns for which answers are laid out.
  package var width: Int {
    get { Int(self[.width]) ?? terminalWidth }
    set { choose("\(newValue)", for: .width, by: .head) }
  }

  /// How drawings are shown as bitmaps: by the protocol that the terminal has, or never.
  package var images: Images { Images(self[.images]) ?? .auto }

  /// The title of the session, for its file.
  package var title: String? {
    get { origin(of: .title).map { _ in self[.title] } }
    set { choose(newValue, for: .title, by: .head) }
  }

  /// These settings with the user's own in place of what a session chose for them: a file may come
  /// from a stranger, and the pager is a command.
  func keeping(usersOf other: Settings) -> Settings {
    var copy = self
    for setting in Setting.all where !setting.isOfSession {
      copy.choices[setting.name] = other.choices[setting.name]
    }
    copy.terminalWidth = other.terminalWidth
    return copy
  }
}

extension Settings.Images {
  /// The setting as `set images` takes it.
  package init?(_ text: String) {
    switch text {
    case "auto": self = .auto
    case "off": self = .off
    default:
      guard let form = ImageProtocol(rawValue: text) else { return nil }
      self = .by(form)
    }
  }
}
