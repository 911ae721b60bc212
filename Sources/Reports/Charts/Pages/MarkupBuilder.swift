/// The text of an SVG or HTML document that grows element by element; all text in it is escaped.
struct MarkupBuilder {
  private(set) var text = ""

  /// Adds an element with attributes in the order given and, where there is any, escaped text.
  mutating func add(
    _ name: String,
    _ attributes: [(String, String)] = [],
    text content: String? = nil
  ) {
    open(name, attributes, isEmpty: content == nil)
    guard let content else { return }
    text += escapedMarkup(content)
    text += "</\(name)>\n"
  }

  /// Begins an element that ``close(_:)`` ends.
  mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
    open(name, attributes, isEmpty: false)
    text += "\n"
  }

  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// Adds what is markup already.
  mutating func addMarkup(_ markup: String) { text += markup }

  private mutating func open(_ name: String, _ attributes: [(String, String)], isEmpty: Bool) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(escapedMarkup(value))\"" }
    text += isEmpty ? "/>\n" : ">"
  }
}

/// The text with everything written out that XML would take for its own; control characters, which
/// XML has no way to write, become visible.
func escapedMarkup(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x26 && byte != 0x27
      && byte != 0x3C && byte != 0x3E
  }
  guard !isPlain else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result += " "
    case _
    where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
      result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// A coordinate with at most one decimal, without a locale.
func coordinate(_ value: Double) -> String {
  guard value.isFinite, value.magnitude < 1e12 else { return "0" }
  let tenths = Int((value * 10).rounded())
  let sign = tenths < 0 ? "-" : ""
  let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
}

/// About how wide a text is in a sans-serif font of a size; fonts differ by a tenth.
func textWidth(_ text: String, size: Double) -> Double { Double(displayWidth(text)) * size * 0.6 }
