/// A word or a number of a line of output.
enum OutputToken: Equatable {
  case word(String)
  case number(Printed)
  /// `[..]`, which stands for any part of a line.
  case anything

  /// A number with the precision in which it is printed.
  struct Printed: Equatable {
    /// The number as it stands in the line.
    var text: String
    var value: Double
    /// Digits behind the decimal point; 0 for an integer.
    var decimals: Int
  }
}

extension OutputToken {
  /// The words and numbers of a line, without padding, box drawing and colour.
  ///
  /// Periods such as `2025-11` and names such as `Q3` are words; `(1,068.2)` is a parenthesis, a
  /// number and a parenthesis.
  static func tokens(in line: String) -> [OutputToken] {
    var scanner = OutputScanner(line)
    return scanner.run()
  }
}

/// Splits a line of output into tokens.
private struct OutputScanner {
  private let characters: [Character]
  private var at = 0
  private var tokens: [OutputToken] = []
  private var word = ""

  init(_ line: String) { characters = Array(withoutDecoration(line)) }

  mutating func run() -> [OutputToken] {
    while at < characters.count {
      if characters[at].isBlank {
        endWord()
        at += 1
      } else if starts(with: "[..]") {
        endWord()
        tokens.append(.anything)
        at += 4
      } else if word.last?.isPartOfName != true, let end = periodEnd() {
        word += String(characters[at..<end])
        at = end
        endWord()
      } else if word.last?.isPartOfName != true, let (end, number) = number() {
        endWord()
        tokens.append(.number(number))
        at = end
      } else {
        word.append(characters[at])
        at += 1
      }
    }
    endWord()
    return tokens
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    tokens.append(.word(word))
    word = ""
  }

  private func starts(with text: String) -> Bool {
    characters[at] == text.first && characters[at...].starts(with: text)
  }

  private func peek(_ position: Int) -> Character? {
    position < characters.count ? characters[position] : nil
  }

  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while peek(end)?.isDigit == true { end += 1 }
    return end
  }

  /// The end of `2025-11`, `2025-12-08`, `2025-Q3` or `2025-H1`.
  private func periodEnd() -> Int? {
    let year = digitsEnd(at)
    guard year == at + 4, peek(year) == "-" else { return nil }
    if let letter = peek(year + 1), letter == "Q" || letter == "H" {
      return peek(year + 2)?.isDigit == true ? year + 3 : nil
    }
    let month = digitsEnd(year + 1)
    guard month == year + 3 else { return nil }
    guard peek(month) == "-", digitsEnd(month + 1) == month + 3 else { return month }
    return month + 3
  }

  /// A number with its sign, its groups of three and its decimals, and where it ends.
  private func number() -> (end: Int, OutputToken.Printed)? {
    var start = at
    var text = ""
    switch characters[at] {
    case "−", "-":
      text = "-"
      start += 1
    case "+": start += 1
    default: break
    }
    var end = digitsEnd(start)
    guard end > start else { return nil }
    text += String(characters[start..<end])
    while peek(end) == ",", digitsEnd(end + 1) == end + 4 {
      text += String(characters[(end + 1)..<(end + 4)])
      end += 4
    }
    var decimals = 0
    if peek(end) == ".", peek(end + 1)?.isDigit == true {
      let fraction = digitsEnd(end + 1)
      text += String(characters[end..<fraction])
      decimals = fraction - end - 1
      end = fraction
    }
    // Digits that run on into letters are a name, as in `3mma`; a mark behind a decimal is not.
    if decimals == 0, peek(end)?.isPartOfName == true { return nil }
    guard let value = Double(text), value.isFinite else { return nil }
    let printed = String(characters[at..<end])
    return (end, OutputToken.Printed(text: printed, value: value, decimals: decimals))
  }
}

extension Character {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isPartOfName: Bool {
    guard let byte = asciiValue else { return isLetter || isNumber }
    return isDigit || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

/// The line with drawing characters as spaces and without escape sequences.
func withoutDecoration(_ line: String) -> String {
  guard !line.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else { return line }
  var result = String.UnicodeScalarView()
  var isInSequence = false
  for scalar in line.unicodeScalars {
    if isInSequence {
      // A sequence ends with a letter or `~`; the bracket that introduces it is neither.
      isInSequence = !(0x40...0x7E).contains(scalar.value) || scalar == "["
      continue
    }
    switch scalar.value {
    case 0x1B: isInSequence = true
    // Box drawing, block elements and braille.
    case 0x2500...0x259F, 0x2800...0x28FF: result.append(" ")
    default: result.append(scalar)
    }
  }
  return String(result)
}
