/// Writes for a terminal with the attributes and the eight basic colours that all of them know.
///
/// Only colours that can be read on dark and on light backgrounds are used: red, green, magenta.
/// Series of drawings have four middle tones of the 256 colours (blue, vermilion, green, purple after
/// Okabe and Ito) that stay apart for colour-blind readers.
package struct ANSIPainter: Painter {
  /// False where the user wants no colour; bold and dim remain.
  package var usesColour: Bool

  /// The parameters of roles that are to look otherwise than by default, where there is colour.
  package var palette: [StyledText.Role: String] = [:]

  package init(usesColour: Bool = true, palette: [StyledText.Role: String] = [:]) {
    self.usesColour = usesColour
    self.palette = palette
  }

  package func paint(_ line: StyledText.Line) -> String {
    var result = ""
    for span in line.spans {
      let codes = codes(for: span.role)
      result += codes.isEmpty ? span.text : "\u{1B}[\(codes)m\(span.text)\u{1B}[0m"
    }
    return result
  }

  private func codes(for role: StyledText.Role) -> String {
    if usesColour, let codes = palette[role] { return codes }
    return switch role {
    case .plain, .reading: ""
    case .heading, .number: "1"
    case .label, .dim, .missing: "2"
    case .positive, .fix: usesColour ? "32" : ""
    case .negative: usesColour ? "31" : ""
    case .note: usesColour ? "35" : ""
    case .firstSeries: usesColour ? "38;5;32" : ""
    case .secondSeries: usesColour ? "38;5;166" : ""
    case .thirdSeries: usesColour ? "38;5;29" : ""
    case .fourthSeries: usesColour ? "38;5;132" : ""
    case .error, .caret: usesColour ? "1;31" : "1"
    }
  }
}
