/// What a field says where a number is expected.
enum NumberText: Equatable, Sendable {
  case number(Double)
  /// Empty, or one of the signs for no figure.
  case missing
  /// `inf`: someone divided by zero.
  case infinite
  case unreadable
}

/// How a file writes its numbers.
struct NumberStyle: Equatable, Sendable {
  /// The sign between whole and fraction.
  var decimal: Character = "."

  /// Reads a field as a number times ten to the power of `exponent`.
  ///
  /// The power goes into the text that is parsed, so that 293.1 million is exactly 293100000.
  func read(_ field: String, exponent: Int = 0) -> NumberText {
    let bytes = Array(field.utf8)
    if bytes.isEmpty || NumberStyle.missingSigns.contains(field.lowercased()) { return .missing }
    if NumberStyle.infinities.contains(field.lowercased()) { return .infinite }
    guard let plain = plain(bytes) else { return .unreadable }
    guard let value = Double(exponent == 0 ? plain : NumberStyle.scaled(plain, by: exponent))
    else { return .unreadable }
    return value.isFinite ? .number(value) : .infinite
  }

  private static let missingSigns: Set<String> = [
    "-", "–", "—", ".", "..", "...", "…", "*", ":", "x", "n.a.", "n.a", "na", "n/a", "nan", "null",
    "none", "nil", "missing", "#n/a", "#value!", "#div/0!", "(d)", "(s)", "(x)", "(z)", "?",
  ]

  private static let infinities: Set<String> = [
    "inf", "-inf", "+inf", "infinity", "-infinity", "∞", "-∞",
  ]

  /// Digits, one point, a sign and a power: separators of thousands, currency and flags removed.
  private func plain(_ bytes: [UInt8]) -> String? {
    var result = ""
    var isNegative = false
    var digits = 0
    var hasPoint = false
    var text = String(decoding: bytes, as: UTF8.self)
    if text.hasPrefix("("), text.hasSuffix(")") {
      isNegative = true
      text = String(text.dropFirst().dropLast())
    }
    let point = decimal
    let comma: Character = decimal == "." ? "," : "."
    var rest = Substring(text)
    while let first = rest.first {
      switch first {
      case "-" where digits == 0 && !hasPoint && !isNegative: isNegative = true
      case "−" where digits == 0 && !hasPoint && !isNegative: isNegative = true
      case "+" where digits == 0: break
      case _ where digits == 0 && "$€£¥".contains(first): break
      case comma, "'", "’", " ", "\u{A0}", "\u{202F}", "\u{2009}":
        if digits == 0 {
          guard first.isWhitespace else { return nil }
          break
        }
        if first == comma, hasPoint { return nil }
      case point:
        guard !hasPoint else { return nil }
        hasPoint = true
        result.append(".")
      case "e", "E":
        guard digits > 0, let power = Int(rest.dropFirst()), abs(power) < 400 else { return nil }
        return (isNegative ? "-" : "") + result + "e\(power)"
      case "%" where rest.count == 1 && digits > 0: break
      case _ where first.isASCIIDigit:
        digits += 1
        result.append(first)
      default: return nil
      }
      rest.removeFirst()
    }
    guard digits > 0 else { return nil }
    return (isNegative ? "-" : "") + result
  }

  private static func scaled(_ text: String, by exponent: Int) -> String {
    guard let power = text.firstIndex(of: "e") else { return "\(text)e\(exponent)" }
    let own = Int(text[text.index(after: power)...]) ?? 0
    return "\(text[..<power])e\(own + exponent)"
  }
}

extension NumberStyle {
  /// The style that sample fields speak for: `1,5` and `1.187,5` have a decimal comma.
  static func likely(in fields: some Sequence<String>) -> NumberStyle {
    var votes = (point: 0, comma: 0)
    for field in fields {
      guard field.contains(","), field.allSatisfy({ $0.isASCIIDigit || ".,-+ ".contains($0) })
      else {
        votes.point += field.isPlainDecimal ? 1 : 0
        continue
      }
      let lastComma = field.lastIndex(of: ",")
      let lastPoint = field.lastIndex(of: ".")
      switch (lastComma, lastPoint) {
      case (let comma?, let point?): if comma > point { votes.comma += 1 } else { votes.point += 1 }
      case (let comma?, nil):
        let fraction = field[field.index(after: comma)...].count
        let isSingle = field.count { $0 == "," } == 1
        if isSingle, fraction != 3 { votes.comma += 1 } else { votes.point += isSingle ? 0 : 1 }
      default: break
      }
    }
    return NumberStyle(decimal: votes.comma > votes.point ? "," : ".")
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  /// A number with a point that cannot part thousands: `1.5`.
  fileprivate var isPlainDecimal: Bool {
    let parts = split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count != 3 && !parts[1].isEmpty
      && parts.allSatisfy { $0.allSatisfy { $0.isASCIIDigit || $0 == "-" } }
  }
}
