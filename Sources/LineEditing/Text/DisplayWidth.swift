/// The number of terminal columns that a text takes: 2 for `中`, 1 for `é` however it is spelled.
///
/// Control characters count nothing; whoever prints them has to say what they look like.
package func displayWidth(of text: String) -> Int {
  var isPlain = true
  var bytes = 0
  for byte in text.utf8 {
    guard byte >= 0x20, byte < 0x7F else {
      isPlain = false
      break
    }
    bytes += 1
  }
  return isPlain ? bytes : text.reduce(0) { $0 + $1.displayWidth }
}

extension Character {
  /// The number of terminal columns that this character takes.
  package var displayWidth: Int {
    if let byte = asciiValue { return byte >= 0x20 && byte < 0x7F ? 1 : 0 }
    let sum = unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    return isEmojiSequence ? 2 : sum
  }

  /// Whether terminals disagree about the width: one picture that is made of several scalars.
  var isEmojiSequence: Bool {
    guard let first = unicodeScalars.first, first.value > 0x7F || unicodeScalars.count > 1 else {
      return false
    }
    var isJoined = false
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF: return true
      case 0x200D: isJoined = true
      default: break
      }
    }
    return isJoined && first.properties.isEmoji
  }
}

extension Unicode.Scalar {
  /// The number of terminal columns that this scalar takes when it stands alone.
  var displayWidth: Int {
    switch value {
    case 0x20..<0x7F: 1
    case 0..<0xA0: 0
    case 0xA0..<0x300: 1
    case 0x300..<0x1100: takesNoColumn ? 0 : 1
    default: isWide ? 2 : takesNoColumn ? 0 : 1
    }
  }

  /// Marks that sit on the letter before them, and formats that cannot be seen.
  private var takesNoColumn: Bool {
    switch value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: return false
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    case .control, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }

  /// Ideographs, kana, Hangul, full-width forms and pictures.
  private var isWide: Bool {
    let ranges = Unicode.Scalar.wideRanges
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count, ranges[low].contains(value) { return !takesNoColumn }
    let isFlagLetter = (0x1F1E6...0x1F1FF).contains(value)
    return properties.isEmojiPresentation && !isFlagLetter
  }

  /// The blocks of East Asian wide characters; pictures outside of them are known by property.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x16FE3, 0x16FF0...0x16FF1,
    0x17000...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
