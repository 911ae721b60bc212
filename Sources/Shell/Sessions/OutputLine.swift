/// A line of output, taken apart where it is looked at and only once: a file may have a million.
final class OutputLine {
  let text: String

  private(set) lazy var tokens = OutputToken.tokens(in: text)

  /// The characters, white space as single spaces.
  private(set) lazy var packed = Array(
    withoutDecoration(text).split(whereSeparator: \.isBlank).joined(separator: " ")
  )

  /// The characters with nil for `[..]`.
  private(set) lazy var pattern: [Character?] = {
    let characters = packed
    var pattern: [Character?] = []
    var at = 0
    while at < characters.count {
      let isAny = characters[at] == "[" && characters[at...].starts(with: "[..]")
      pattern.append(isAny ? nil : characters[at])
      at += isAny ? 4 : 1
    }
    return pattern
  }()

  init(_ text: String) { self.text = text }

  /// True for `…` alone, which stands for any lines.
  var isElision: Bool {
    guard firstByte.map({ $0 >= 0x7F || $0 == 0x1B }) == true else { return false }
    return tokens == [.word("…")]
  }

  /// True for the line that says which data a drawing is of: `⟦13 pts, 299.8..411.9⟧`.
  var isDigest: Bool {
    guard firstByte == 0xE2 else { return false }
    let content = text[...].trimmed
    return content.first == "⟦" && content.last == "⟧"
  }

  /// False for empty lines and for timings, which are not compared.
  var counts: Bool {
    switch firstByte {
    case nil, UInt8(ascii: "~"): return false
    case (0x21...0x7E)?: return true
    default:
      if case .word(let word) = tokens.first { return !word.hasPrefix("~") }
      return !tokens.isEmpty
    }
  }

  private var firstByte: UInt8? {
    text.utf8.first { $0 != UInt8(ascii: " ") && !(9...13).contains($0) }
  }
}

extension Character {
  /// White space; asking Unicode takes long, and most characters are ASCII.
  var isBlank: Bool {
    guard let byte = asciiValue else { return isWhitespace }
    return byte == 32 || (9...13).contains(byte)
  }
}
