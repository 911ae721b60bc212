/// A number in decimal: the shortest digits that read back as the same number.
///
/// Rounding and scaling work on these digits, so that 0.15 rounds to 0.2 as a reader expects, and
/// billions lose nothing on their way from units.
struct DecimalDigits: Equatable {
  var isNegative: Bool

  /// Each from 0 to 9, without zeros at either end; empty for zero.
  var digits: [UInt8]

  /// Where the decimal point stands: 0.d₁d₂d₃… × 10 to the power of this.
  var point: Int

  /// The digits of a finite number.
  init(_ value: Double) {
    isNegative = value < 0
    digits = []
    point = 0
    var exponent = 0
    var hasPoint = false
    var text = Array(value.magnitude.description.utf8)[...]
    if let e = text.firstIndex(of: UInt8(ascii: "e")) {
      exponent = Int(String(decoding: text[(e + 1)...], as: UTF8.self)) ?? 0
      text = text[..<e]
    }
    for byte in text {
      guard byte != UInt8(ascii: ".") else {
        hasPoint = true
        continue
      }
      let digit = byte - UInt8(ascii: "0")
      if digits.isEmpty, digit == 0 {
        if hasPoint { point -= 1 }
        continue
      }
      digits.append(digit)
      if !hasPoint { point += 1 }
    }
    point += exponent
    trim()
  }

  /// Divides by a power of ten.
  func scaled(down exponent: Int) -> DecimalDigits {
    var copy = self
    if !digits.isEmpty { copy.point -= exponent }
    return copy
  }

  /// Rounds to a number of decimal places, half away from zero.
  func rounded(places: Int) -> DecimalDigits {
    let kept = point + places
    guard kept < digits.count else { return self }
    var copy = self
    guard kept >= 0 else {
      copy.digits = []
      copy.trim()
      return copy
    }
    copy.digits = Array(digits[..<kept])
    if digits[kept] >= 5 { copy.increment() }
    copy.trim()
    return copy
  }

  /// Keeps the fifteen leading digits, all that a number of binary arithmetic can be trusted with.
  var trusted: DecimalDigits { rounded(places: 15 - point) }

  /// Adds one to the last digit.
  private mutating func increment() {
    for i in digits.indices.reversed() {
      guard digits[i] == 9 else {
        digits[i] += 1
        return
      }
      digits[i] = 0
    }
    digits.insert(1, at: 0)
    point += 1
  }

  /// Drops zeros at the end; zero itself has no sign.
  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    guard digits.isEmpty else { return }
    point = 0
    isNegative = false
  }
}

extension DecimalDigits {
  /// The digits before the decimal point, at least one.
  var whole: String {
    point > 0 ? text(0..<point) : "0"
  }

  /// The digits behind the decimal point, filled with zeros to `places`.
  func fraction(places: Int) -> String {
    text(point..<(point + places))
  }

  /// Digits by position, zero where there is none.
  private func text(_ positions: Range<Int>) -> String {
    String(
      decoding: positions.map { i in
        UInt8(ascii: "0") + (digits.indices.contains(i) ? digits[i] : 0)
      },
      as: UTF8.self
    )
  }

  /// The number as JSON and CSV write it: plain digits and a minus sign, an exponent where the
  /// number is very large or very small.
  var machineText: String {
    let sign = isNegative ? "-" : ""
    guard (-6...21).contains(point) else {
      let scaled = scaled(down: point - 1)
      return sign + scaled.magnitudeText + "e\(point - 1)"
    }
    return sign + magnitudeText
  }

  private var magnitudeText: String {
    let places = max(0, digits.count - point)
    return places == 0 ? whole : whole + "." + fraction(places: places)
  }
}
