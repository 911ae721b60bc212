/// Reads decimal numbers as whole numbers of a unit, exactly.
struct Decimals: Sendable {
  /// Decimal places of the unit.
  let places: Int

  enum Outcome: Equatable {
    case value(Int64)
    case refused(CSVImportReport.Refusal.Reason)
  }

  /// Reads a plain number: digits, perhaps a sign before and a point among them.
  ///
  /// Nil where the text is anything else; `position` then means nothing. At least eight bytes
  /// follow the text in memory.
  @inline(__always)
  func plain(_ bytes: UnsafePointer<UInt8>, _ position: inout Int) -> Int64? {
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative { position += 1 }
    let start = position
    guard bytes[start] &- UInt8(ascii: "0") < 10 else { return nil }
    var number: UInt64 = 0
    let word = UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self).littleEndian
    if isEightDigits(word) {
      number = eightDigits(word)
      position += 8
    }
    var digit = bytes[position] &- UInt8(ascii: "0")
    while digit < 10 {
      number = number &* 10 &+ UInt64(digit)
      position += 1
      digit = bytes[position] &- UInt8(ascii: "0")
    }
    var missing = places
    if bytes[position] == UInt8(ascii: ".") {
      position += 1
      digit = bytes[position] &- UInt8(ascii: "0")
      while digit < 10 {
        number = number &* 10 &+ UInt64(digit)
        missing -= 1
        position += 1
        digit = bytes[position] &- UInt8(ascii: "0")
      }
    }
    // More than 16 characters might overflow once they are scaled.
    guard missing >= 0, position - start + missing <= 17 else { return nil }
    while missing > 0 {
      number &*= 10
      missing -= 1
    }
    let value = Int64(bitPattern: number)
    return isNegative ? -value : value
  }

  /// Reads any decimal number: with spaces around, a plus, zeros without end, an exponent.
  func any(_ text: some Collection<UInt8>) -> Outcome {
    var bytes = text.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var digits: [UInt8] = []
    var exponent = 0
    var hasPoint = false
    var hasDigits = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if byte &- UInt8(ascii: "0") < 10 {
        hasDigits = true
        digits.append(byte - UInt8(ascii: "0"))
        if hasPoint { exponent -= 1 }
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard hasDigits else { return .refused(.notANumber) }
    if let byte = bytes.first, byte | 0x20 == UInt8(ascii: "e") {
      bytes = bytes.dropFirst()
      let end = bytes.firstIndex(of: UInt8(ascii: " ")) ?? bytes.endIndex
      guard let power = Int(String(decoding: bytes[..<end], as: UTF8.self)), abs(power) < 1000
      else { return .refused(.notANumber) }
      exponent += power
      bytes = bytes[end...]
    }
    guard bytes.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }) else {
      return .refused(.notANumber)
    }
    return scaled(digits, exponent: exponent + places, isNegative: isNegative)
  }

  private func scaled(_ digits: [UInt8], exponent: Int, isNegative: Bool) -> Outcome {
    var digits = digits.drop { $0 == 0 }
    guard !digits.isEmpty else { return .value(0) }
    var exponent = exponent
    while exponent < 0 {
      guard digits.last == 0 else { return .refused(.tooFine) }
      digits = digits.dropLast()
      exponent += 1
    }
    guard digits.count + exponent <= 19 else { return .refused(.tooLarge) }
    var value: Int64 = 0
    for digit in Array(digits) + [UInt8](repeating: 0, count: exponent) {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.addingReportingOverflow(Int64(digit))
      guard !overflow, !isOver else { return .refused(.tooLarge) }
      value = sum
    }
    return .value(isNegative ? -value : value)
  }
}

@inline(__always)
private func isEightDigits(_ word: UInt64) -> Bool {
  let high = word & 0xF0F0_F0F0_F0F0_F0F0
  let carried = (word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0
  return high | carried >> 4 == 0x3333_3333_3333_3333
}

/// The number that eight digits spell, the first in the lowest byte.
@inline(__always)
private func eightDigits(_ word: UInt64) -> UInt64 {
  let pairs = ((word & 0x0F0F_0F0F_0F0F_0F0F) &* 2561) >> 8
  let fours = ((pairs & 0x00FF_00FF_00FF_00FF) &* 6_553_601) >> 16
  return ((fours & 0x0000_FFFF_0000_FFFF) &* 42_949_672_960_001) >> 32
}
