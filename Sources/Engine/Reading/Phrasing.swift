import Catalogue

/// Numbers inside of sentences; what stands in tables and headlines is the writers' business.
enum Phrasing {
  /// `1,068.2 bn`, `+5.8 %`, `−0.4 pp`, `50.2`.
  static func amount(_ value: Double, _ unit: Unit, signed: Bool = false) -> String {
    switch unit {
    case .money: return money(value, signed: signed)
    case .percent: return "\(decimals(value, 1, signed: signed)) %"
    case .percentagePoints: return "\(decimals(value, 1, signed: signed)) pp"
    case .quantity(let name): return "\(decimals(value, 0, signed: signed)) \(name)"
    case .price(let currency, let name):
      return "\(decimals(value, 2, signed: signed)) \(currency.rawValue) per \(name)"
    case .index: return decimals(value, 1, signed: signed)
    case .ratio: return decimals(value, 3, signed: signed)
    case .rate: return decimals(value, 4, signed: signed)
    case .count, .truth: return decimals(value, 0, signed: signed)
    }
  }

  private static func money(_ value: Double, signed: Bool) -> String {
    switch abs(value) {
    case 1e8...: "\(decimals(value / 1e9, 1, signed: signed)) bn"
    case 1e5...: "\(decimals(value / 1e6, 1, signed: signed)) mn"
    case 0: "0"
    default: decimals(value, 0, signed: signed)
    }
  }

  /// Fixed decimals, commas between thousands, a true minus sign, never minus zero.
  static func decimals(_ value: Double, _ count: Int, signed: Bool = false) -> String {
    let factor = power(10, Double(count))
    let scaled = (abs(value) * factor).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = String(Int64(scaled))
    let padded = String(repeating: "0", count: max(0, count + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(count)))
    let text = count == 0 ? whole : "\(whole).\(padded.suffix(count))"
    if scaled == 0 { return text }
    return value < 0 ? "−\(text)" : signed ? "+\(text)" : text
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
