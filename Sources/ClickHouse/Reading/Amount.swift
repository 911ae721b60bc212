/// A sum as the server gives it: exact where its type is.
struct Amount: Equatable, Sendable {
  /// In units of the last decimal place.
  private(set) var whole: Int128 = 0
  private(set) var inexact = 0.0

  /// Reads `-1234.5` with so many decimal places, or, with nil, floating point; nil for anything else.
  init?(_ field: UnsafeRawBufferPointer, scale: Int?) {
    guard let scale else {
      guard let value = Double(String(decoding: field, as: UTF8.self)), value.isFinite else {
        return nil
      }
      inexact = value
      return
    }
    var rest = Slice(base: field, bounds: field.indices)
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    guard !rest.isEmpty, rest.count <= 40 else { return nil }
    var places: Int?
    var magnitude: Int128 = 0
    for byte in rest {
      if byte == UInt8(ascii: "."), places == nil {
        places = 0
        continue
      }
      guard (48...57).contains(byte), add(Int128(byte - 48), to: &magnitude) else { return nil }
      places = places.map { $0 + 1 }
    }
    guard places ?? 0 <= scale else { return nil }
    for _ in (places ?? 0)..<scale {
      guard add(0, to: &magnitude) else { return nil }
    }
    whole = isNegative ? -magnitude : magnitude
  }

  private func add(_ digit: Int128, to magnitude: inout Int128) -> Bool {
    let (product, isTooLarge) = magnitude.multipliedReportingOverflow(by: 10)
    let (sum, overflows) = product.addingReportingOverflow(digit)
    magnitude = sum
    return !isTooLarge && !overflows
  }

  /// False where the sum cannot be held.
  mutating func add(_ other: Amount) -> Bool {
    let (sum, overflows) = whole.addingReportingOverflow(other.whole)
    whole = sum
    inexact += other.inexact
    return !overflows
  }

  /// The value, in units of `10^exponent`, of a sum with so many decimal places.
  func value(scale: Int?, exponent: Int) -> Double {
    guard let scale else { return Amount.scaled(inexact, exponent) }
    let number = Int64(exactly: whole).map(Double.init) ?? Double(whole)
    return Amount.scaled(number, exponent - scale)
  }

  private static func scaled(_ number: Double, _ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? number / power : number * power
  }
}
