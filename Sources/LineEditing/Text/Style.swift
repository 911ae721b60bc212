/// How text looks, as the parameters of a terminal's SGR sequence, such as `1;34`.
///
/// The program decides what is blue; the editor only carries the style to the screen.
package struct Style: Hashable, Sendable, ExpressibleByStringLiteral {
  package var parameters: String

  package init(_ parameters: String) {
    self.parameters = parameters
  }

  package init(stringLiteral parameters: String) {
    self.parameters = parameters
  }

  package static let plain: Style = ""
  package static let bold: Style = "1"
  package static let dim: Style = "2"
  package static let underlined: Style = "4"
  package static let reversed: Style = "7"

  /// This style with another one on top of it.
  package func adding(_ other: Style) -> Style {
    guard !parameters.isEmpty else { return other }
    guard !other.parameters.isEmpty else { return self }
    return Style(parameters + ";" + other.parameters)
  }

  /// The bytes that switch a terminal from any style to this one.
  func sequence(for depth: ColourDepth) -> String {
    let reduced = depth.reduce(parameters)
    return reduced.isEmpty ? "\u{1B}[0m" : "\u{1B}[0;\(reduced)m"
  }
}
