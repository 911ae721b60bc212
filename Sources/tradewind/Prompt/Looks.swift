import LineEditing
import Reports
import Shell

/// How many colours there are, and which; the command line wins over the settings.
struct Looks {
  /// True where bold and colour may be used at all.
  var styles: Bool
  var depth: ColourDepth
  var scheme: Scheme

  /// Plain text.
  static let plain = Looks(styles: false, depth: .none, scheme: .terminal)

  private init(styles: Bool, depth: ColourDepth, scheme: Scheme) {
    (self.styles, self.depth, self.scheme) = (styles, depth, scheme)
  }

  /// The looks of the terminal at standard output.
  init(_ settings: Settings, _ common: CommonOptions) {
    let colour = common.color == "auto" ? settings[.colour] : common.color
    let isTerminal = Terminal.isTerminal(1) && variable("TERM") != "dumb"
    var depth = ColourDepth(environment: variable)
    switch colour {
    case "always":
      styles = true
      // Asked for, colours are there even where the environment promises none.
      if depth == .none { depth = .basic }
    case "never":
      styles = isTerminal
      depth = .none
    default:
      styles = isTerminal
      if !isTerminal { depth = .none }
    }
    self.depth = depth
    // Fewer than 256 colours are those of the user's terminal.
    scheme =
      depth < .palette
      ? .terminal : Scheme(settings[.scheme], environment: variable)
  }

  /// How an answer's roles look where they do not look as by default.
  var palette: [Reports.StyledText.Role: String] {
    var palette: [Reports.StyledText.Role: String] = [:]
    for role in Reports.StyledText.Role.allCases {
      palette[role] = scheme.parameters(of: role, depth: depth)
    }
    return palette
  }
}
