import LineEditing
import Reports
import Shell

/// The colours of the prompt and of answers, by what they stand for.
///
/// `neutral` stands out from black as well as from white, about four to one (3.9 to 5.3) by the
/// contrast ratio of WCAG 2.1; `dark` and `light` have at least 4.5 on what is usual there; `terminal` takes the eight
/// colours as the user's terminal defines them. Tests work the ratios out.
struct Scheme: Equatable {
  /// Colours of the palette of 256, which are the same on every terminal.
  struct Colours: Equatable {
    var name, transform, number, dimension, error, faint: Int
    var positive, note: Int
  }

  private let colours: Colours?

  static let neutral = Scheme(
    colours: Colours(
      name: 28,
      transform: 163,
      number: 30,
      dimension: 63,
      error: 196,
      faint: 243,
      positive: 28,
      note: 163
    )
  )
  static let dark = Scheme(
    colours: Colours(
      name: 114,
      transform: 177,
      number: 80,
      dimension: 111,
      error: 210,
      faint: 246,
      positive: 114,
      note: 177
    )
  )
  static let light = Scheme(
    colours: Colours(
      name: 22,
      transform: 90,
      number: 24,
      dimension: 20,
      error: 124,
      faint: 241,
      positive: 22,
      note: 90
    )
  )
  static let terminal = Scheme(colours: nil)

  /// The scheme that a setting names; `auto` looks at `COLORFGBG`, which some terminals set to the
  /// numbers of their colours of text and background.
  init(_ name: String, environment: (String) -> String?) {
    switch name {
    case "neutral": self = .neutral
    case "dark": self = .dark
    case "light": self = .light
    case "terminal": self = .terminal
    default:
      switch environment("COLORFGBG")?.split(separator: ";").last.flatMap({ Int($0) }) ?? -1 {
      case 0...6, 8: self = .dark
      case 7, 15: self = .light
      default: self = .neutral
      }
    }
  }

  private init(colours: Colours?) { self.colours = colours }

  private func foreground(_ colour: KeyPath<Colours, Int>, or basic: Style) -> Style {
    colours.map { Style("38;5;\($0[keyPath: colour])") } ?? basic
  }

  // MARK: The prompt

  /// The look of a part of the line; what is wrong is underlined too, for eyes and terminals without
  /// colour.
  func style(of role: Role) -> Style {
    switch role {
    case .measure: .bold
    case .place, .product, .string: foreground(\.name, or: "32")
    case .transform, .function: foreground(\.transform, or: "35")
    case .period, .number, .variable: foreground(\.number, or: "36")
    case .dimension: foreground(\.dimension, or: "34")
    case .statement: Style.bold.adding(foreground(\.transform, or: "35"))
    case .comment: faint
    case .keyword, .symbol: .plain
    case .unknown: foreground(\.error, or: "31")
    case .error: Style.underlined.adding(foreground(\.error, or: "31"))
    }
  }

  /// What stands back: the ghost, descriptions, the type of the line.
  var faint: Style { foreground(\.faint, or: .dim) }

  /// The looks of what the editor adds to the line.
  var palette: Palette {
    var palette = Palette()
    (palette.ghost, palette.description, palette.status) = (faint, faint, faint)
    palette.warning = foreground(\.error, or: "31")
    return palette
  }

  // MARK: Answers

  /// The parameters for the roles of an answer's text.
  func parameters(of role: Reports.StyledText.Role, depth: ColourDepth) -> String? {
    guard let colours else { return nil }
    let style: Style? =
      switch role {
      case .label, .dim, .missing: faint
      case .positive, .fix: Style("38;5;\(colours.positive)")
      case .negative: Style("38;5;\(colours.error)")
      case .note: Style("38;5;\(colours.note)")
      case .error, .caret: Style("1;38;5;\(colours.error)")
      default: nil
      }
    return style.map { depth.reduce($0.parameters) }
  }

  /// Every colour of the scheme, for the tests of how well they can be read.
  var all: [Int] {
    colours.map {
      [$0.name, $0.transform, $0.number, $0.dimension, $0.error, $0.faint, $0.positive, $0.note]
    } ?? []
  }
}
