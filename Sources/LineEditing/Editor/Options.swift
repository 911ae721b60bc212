/// What the user, the environment and the program's settings say about editing.
package struct Options {
  package var colours: ColourDepth

  /// Whether the rest of an earlier entry, or of the grammar's, shows behind the cursor.
  package var ghost = true
  package var highlighting = true

  /// Whether Tab lists the candidates; without, it only goes through them.
  package var menu = true

  /// Where entries are kept; nil for as long as the program runs.
  package var historyFile: String?
  package var historyLimit = 10_000

  package var mode = Mode.file

  /// Whose editing keys there are.
  package enum Mode: Sendable {
    /// Those that the user's `.editrc` chooses; emacs where it chooses none.
    case file
    case emacs, vi
  }

  /// The terminal's name, as in `TERM`.
  package var terminalName: String?

  /// The user's `.editrc`: vi mode and key bindings.
  package var bindingsFile: String?

  package var palette = Palette()

  /// Settings as the environment suggests: `TERM`, `COLORTERM`, `NO_COLOR`, `EDITRC`, `HOME`.
  package init(environment: (String) -> String?) {
    colours = ColourDepth(environment: environment)
    terminalName = environment("TERM")
    bindingsFile = environment("EDITRC") ?? environment("HOME").map { $0 + "/.editrc" }
  }
}

/// The looks of what the editor itself adds to the text.
package struct Palette {
  package var ghost = Style.dim
  package var description = Style.dim
  package var status = Style.dim
  package var typed = Style.bold
  package var selection = Style.reversed
  package var hit = Style.reversed
  package var bracket: Style = "1;4"
  package var warning: Style = "31"

  package init() {}
}
