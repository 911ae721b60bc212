/// The columns that a text takes in a terminal: two for East Asian wide characters and emoji, none
/// for combining marks.
package func displayWidth(_ text: some StringProtocol) -> Int {
  var width = 0
  for character in text { width += displayWidth(character) }
  return width
}

/// The columns of one character as the user sees it, whatever it is composed of.
package func displayWidth(_ character: Character) -> Int {
  if character.isASCII { return 1 }
  var width = 0
  for scalar in character.unicodeScalars {
    // U+FE0F asks for the coloured, wide picture of a sign that is otherwise narrow.
    width = scalar.value == 0xFE0F ? 2 : max(width, displayWidth(scalar))
  }
  return width
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  // Medial vowels and final consonants of Hangul join the syllable before them.
  if (0x1160...0x11FF).contains(scalar.value) { return 0 }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// The blocks of the classes W and F of Unicode Standard Annex 11.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
  0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF,
  0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
]

/// The text cut to a number of columns, the last of them an ellipsis where something was cut.
package func truncated(_ text: String, to width: Int) -> String {
  guard displayWidth(text) > width else { return text }
  var result = ""
  var used = 0
  for character in text {
    let next = displayWidth(character)
    guard used + next < width else { break }
    result.append(character)
    used += next
  }
  return result + "…"
}

/// The text in lines of at most `width` columns, broken between words and within longer ones; a sign
/// of percent stays with its number.
package func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var used = 0
  let words = text.split(separator: " ")
  for (i, word) in words.enumerated() {
    var next = displayWidth(word)
    if i + 1 < words.count, words[i + 1].first == "%", word.last?.isNumber == true {
      next += 1 + displayWidth(words[i + 1])
    }
    if used > 0, used + 1 + next > width {
      lines.append(line)
      (line, used) = ("", 0)
    }
    if used > 0 {
      line += " "
      used += 1
    }
    for character in word {
      let next = displayWidth(character)
      if used > 0, used + next > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line.append(character)
      used += next
    }
  }
  return lines + [line]
}
