import Catalogue
import TestKit
import Testing

@testable import Reports

@Suite("Numbers in decimal")
struct DecimalTests {
  /// A number, decimal places, the power of ten divided by, and the text that Python 3.11.7 gives:
  /// `Decimal(repr(x))` to fifteen digits, then `quantize(…, ROUND_HALF_UP)` and `format(d, ",f")`.
  static let reference: [(Double, Int, Int, String)] = [
    (0.0, 1, 0, "0.0"),
    (-0.0, 1, 0, "0.0"),
    (0.05, 1, 0, "0.1"),
    (-0.05, 1, 0, "−0.1"),
    (0.15, 1, 0, "0.2"),
    (0.25, 1, 0, "0.3"),
    (-0.04, 1, 0, "0.0"),
    (-0.06, 1, 0, "−0.1"),
    (0.949999, 1, 0, "0.9"),
    (0.95, 1, 0, "1.0"),
    (9.95, 1, 0, "10.0"),
    (99.95, 1, 0, "100.0"),
    (999.95, 1, 0, "1,000.0"),
    (-28.6, 1, 0, "−28.6"),
    (5.882352941176471, 1, 0, "5.9"),
    (1e-07, 1, 0, "0.0"),
    (1e+21, 1, 0, "1,000,000,000,000,000,000,000.0"),
    (1.5e-300, 1, 0, "0.0"),
    (123456789012.5, 1, 0, "123,456,789,012.5"),
    (-62.0, 1, 0, "−62.0"),
    (2237.94999, 1, 0, "2,237.9"),
    (8.049999999999999, 1, 0, "8.1"),
    (0.3333333333333333, 1, 0, "0.3"),
    (0.3333333333333333, 3, 0, "0.333"),
    (-0.6666666666666666, 3, 0, "−0.667"),
    (0.0005, 3, 0, "0.001"),
    (0.00049, 3, 0, "0.000"),
    (12.3455, 3, 0, "12.346"),
    (330350000000.0, 1, 9, "330.4"),
    (1075949999999.9999, 1, 9, "1,076.0"),
    (-49999999.0, 1, 9, "0.0"),
    (50000000.0, 1, 9, "0.1"),
    (1079876543200.0, 1, 9, "1,079.9"),
  ]

  @Test("are rounded and grouped as Python's decimal module does", arguments: reference)
  func fixed(_ value: Double, _ places: Int, _ exponent: Int, _ text: String) {
    var format = NumberFormat(.index(""), largest: 0)
    format.decimals = places
    format.exponent = exponent
    #expect(format.text(value) == text)
  }

  static let machineTexts: [(Double, String)] = [
    (330.35, "330.35"), (0, "0"), (-0.0, "0"), (-28.6, "-28.6"), (1e21, "1e21"),
    (123_456.0, "123456"), (1e-5, "0.00001"), (1.25e-9, "1.25e-9"), (0.1 + 0.2, "0.3"),
    (1 / 3, "0.333333333333333"), (2e300, "2e300"),
  ]

  @Test("are written for programs without noise and without loss", arguments: machineTexts)
  func machineText(_ value: Double, _ text: String) {
    #expect(DecimalDigits(value).trusted.machineText == text)
  }

  @Test("read back as the same number from their shortest digits")
  func roundTrip() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<5_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Double(DecimalDigits(value).machineText) == value)
    }
  }
}
