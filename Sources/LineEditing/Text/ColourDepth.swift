/// How many colours may be used.
package enum ColourDepth: Comparable, Sendable {
  /// Bold, dim, underlined and reversed text only.
  case none
  /// The eight colours of every terminal, and their bright forms.
  case basic
  /// The palette of 256.
  case palette
  /// Red, green and blue of one byte each.
  case full

  /// What the environment promises: `NO_COLOR`, `COLORTERM` and `TERM`.
  package init(environment: (String) -> String?) {
    let terminal = environment("TERM") ?? ""
    if environment("NO_COLOR")?.isEmpty == false || terminal.isEmpty || terminal == "dumb" {
      self = .none
      return
    }
    let promise = environment("COLORTERM") ?? ""
    let isFull = promise == "truecolor" || promise == "24bit" || terminal.hasSuffix("-direct")
    self = isFull ? .full : terminal.hasSuffix("-256color") ? .palette : .basic
  }

  /// The same look within this depth: colours become the nearest ones that there are.
  package func reduce(_ parameters: String) -> String {
    guard self < .full, !parameters.isEmpty else { return parameters }
    var kept: [String] = []
    var rest = parameters.split(separator: ";").compactMap { Int($0) }[...]
    while let code = rest.popFirst() {
      switch code {
      case 38, 48: kept += extended(code, &rest)
      case 30...37, 39...47, 49, 90...97, 100...107: if self > .none { kept.append(String(code)) }
      default: kept.append(String(code))
      }
    }
    return kept.joined(separator: ";")
  }

  /// `38;5;N` and `38;2;R;G;B`, and the same with 48.
  private func extended(_ code: Int, _ rest: inout ArraySlice<Int>) -> [String] {
    let kind = rest.popFirst()
    if kind == 5, let index = rest.popFirst() {
      guard self > .none else { return [] }
      if self == .palette { return ["\(code)", "5", "\(index)"] }
      return [String(basicCode(code, PaletteColour(index: index)))]
    }
    guard kind == 2, rest.count >= 3 else { return [] }
    let colour = PaletteColour(
      red: rest.removeFirst(),
      green: rest.removeFirst(),
      blue: rest.removeFirst()
    )
    switch self {
    case .none: return []
    case .basic: return [String(basicCode(code, colour))]
    case .palette, .full: return ["\(code)", "5", "\(colour.index)"]
    }
  }

  private func basicCode(_ code: Int, _ colour: PaletteColour) -> Int {
    let base = code - 8
    return colour.isBright ? base + 60 + colour.basicHue : base + colour.basicHue
  }
}

/// A colour by its three parts, 0 to 255 each.
private struct PaletteColour {
  var red: Int
  var green: Int
  var blue: Int

  init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  init(index: Int) {
    switch index {
    case ..<16:
      let level = index < 8 ? 170 : 255
      red = index & 1 == 0 ? 0 : level
      green = index & 2 == 0 ? 0 : level
      blue = index & 4 == 0 ? 0 : level
    case ..<232:
      let steps = [0, 95, 135, 175, 215, 255]
      red = steps[(index - 16) / 36]
      green = steps[(index - 16) / 6 % 6]
      blue = steps[(index - 16) % 6]
    default:
      let grey = 8 + 10 * (min(index, 255) - 232)
      (red, green, blue) = (grey, grey, grey)
    }
  }

  var index: Int {
    func step(_ part: Int) -> Int { part < 48 ? 0 : part < 115 ? 1 : min(5, (part - 35) / 40) }
    return 16 + 36 * step(red) + 6 * step(green) + step(blue)
  }

  var isBright: Bool { max(red, green, blue) > 200 }

  /// Bit 0 for red, bit 1 for green, bit 2 for blue, as in the eight basic colours.
  var basicHue: Int {
    let strong = max(1, max(red, green, blue) * 3 / 5)
    return (red >= strong ? 1 : 0) + (green >= strong ? 2 : 0) + (blue >= strong ? 4 : 0)
  }
}
