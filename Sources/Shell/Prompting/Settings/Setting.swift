/// One thing that a user can choose: by `set`, and most of them in the configuration file too.
package struct Setting: Sendable {
  package let name: String
  package let values: SettingValues

  /// What holds while nobody has chosen.
  package let initial: String

  /// What it is about, in a few words.
  package let summary: String

  /// True for what a saved session repeats; the others belong to the user and the terminal.
  package var isOfSession = false

  /// True where the configuration file may choose it.
  package var isConfigurable = true

  /// Other names, such as the American spelling.
  package var aliases: [String] = []

  init(_ name: String, _ values: SettingValues, initially initial: String, _ summary: String) {
    (self.name, self.values, self.initial, self.summary) = (name, values, initial, summary)
  }

  /// The setting that is called so; nil where there is none.
  package static func named(_ name: String) -> Setting? {
    let name = name.lowercased()
    return all.first { $0.name == name || $0.aliases.contains(name) }
  }

  fileprivate func with(_ change: (inout Setting) -> Void) -> Setting {
    var copy = self
    change(&copy)
    return copy
  }
}

// Every setting. `set`, the configuration file, completion and help all read this table.
extension Setting {
  package static let asOf = Setting(
    "as-of",
    .vintage,
    initially: "latest",
    "the day as of which figures are taken"
  ).with {
    $0.isOfSession = true
    $0.isConfigurable = false
    $0.aliases = ["vintage"]
  }

  package static let reporter = Setting(
    "reporter",
    .reporter,
    initially: "",
    "whose trade a query means"
  ).with {
    $0.isOfSession = true
    $0.isConfigurable = false
  }

  package static let title = Setting(
    "title",
    .text("a text"),
    initially: "none",
    "the title of the session, for its file"
  ).with {
    $0.isOfSession = true
    $0.isConfigurable = false
  }

  package static let notes = Setting(
    "notes",
    .onOff,
    initially: "on",
    "remarks below answers"
  ).with { $0.isOfSession = true }

  package static let width = Setting(
    "width",
    .number(20...400, unit: "columns", words: ["auto"]),
    initially: "auto",
    "the columns for which answers are laid out"
  ).with { $0.isOfSession = true }

  package static let pager = Setting(
    "pager",
    .text("on, off or a command", words: ["on", "off"]),
    initially: "on",
    "what shows answers taller than the screen; on: $PAGER, else less -RFX"
  )

  package static let timing = Setting(
    "timing",
    .onOff,
    initially: "off",
    "how long each answer took"
  )

  package static let progress = Setting(
    "progress",
    .onOff,
    initially: "on",
    "how far something is that takes longer than half a second"
  )

  package static let colour = Setting(
    "colour",
    .words(["auto", "always", "never"]),
    initially: "auto",
    "whether there are colours; auto: not with NO_COLOR"
  ).with { $0.aliases = ["color"] }

  package static let scheme = Setting(
    "scheme",
    .words(["auto", "neutral", "dark", "light", "terminal"]),
    initially: "auto",
    "which colours, for a dark or a light background or for both"
  ).with { $0.aliases = ["theme"] }

  package static let highlighting = Setting(
    "highlighting",
    .onOff,
    initially: "on",
    "colours in the line while it is typed"
  ).with { $0.aliases = ["syntax"] }

  package static let ghost = Setting(
    "ghost",
    .onOff,
    initially: "on",
    "what may follow, in grey behind the cursor"
  ).with { $0.aliases = ["suggestions", "autosuggestion"] }

  package static let menu = Setting(
    "menu",
    .onOff,
    initially: "on",
    "the list of completions below the line"
  )

  package static let type = Setting(
    "type",
    .onOff,
    initially: "on",
    "the type of the line at its right end"
  )

  package static let images = Setting(
    "images",
    .words(["auto", "off"] + ImageProtocol.allCases.map(\.rawValue)),
    initially: "auto",
    "bitmaps for drawings; auto: where the terminal says that it takes them"
  )

  package static let greeting = Setting(
    "greeting",
    .onOff,
    initially: "on",
    "the lines with which the prompt opens"
  )

  package static let history = Setting(
    "history",
    .number(0...1_000_000, unit: "entries", words: []),
    initially: "10000",
    "how many entries are kept for Up and ^R; 0 keeps none"
  )

  package static let mode = Setting(
    "mode",
    .words(["auto", "emacs", "vi"]),
    initially: "auto",
    "the editing keys; auto: as ~/.editrc says, else emacs"
  ).with { $0.aliases = ["keys", "keymap"] }

  package static let all = [
    asOf, reporter, title, notes, width, pager, timing, progress, colour, scheme, highlighting,
    ghost, menu, type, images, greeting, history, mode,
  ]
}
