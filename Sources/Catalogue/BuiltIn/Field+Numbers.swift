extension Field {
  /// Reads a decimal number of at most 15 digits, times ten to the power of `scale`.
  ///
  /// Digits and power are exact in binary, so one multiplication or division rounds correctly:
  /// 330.35 at scale 9 is exactly 330,350,000,000.
  func number(scale: Int) -> Double? {
    var digits = 0
    var places = 0
    var isFraction = false
    let isNegative = bytes.first == UInt8(ascii: "-")
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
        continue
      }
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10, digits < 100_000_000_000_000 else { return nil }
      digits = digits * 10 + Int(digit)
      places += isFraction ? 1 : 0
    }
    let exponent = scale - places
    let value = exponent < 0 ? Double(digits) / power(-exponent) : Double(digits) * power(exponent)
    return isNegative ? -value : value
  }
}

private func power(_ exponent: Int) -> Double {
  var result = 1.0
  for _ in 0..<exponent { result *= 10 }
  return result
}
