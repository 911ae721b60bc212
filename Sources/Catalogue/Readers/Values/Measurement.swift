import Periods

/// A unit with the power of ten in which figures are written: million US dollars.
package struct Measurement: Equatable, Sendable {
  package var unit: Unit
  package var exponent: Int

  package init(_ unit: Unit, exponent: Int = 0) {
    self.unit = unit
    self.exponent = exponent
  }

  static let dollars = Measurement(.money(.usd))

  /// The words for a card: `million USD`.
  package var label: String {
    let name =
      switch unit {
      case .money(let currency): currency.rawValue
      case .quantity(let name): name
      case .percent: "%"
      case .percentagePoints: "pp"
      default: "plain numbers"
      }
    return exponent == 0 ? name : "\(Measurement.scale(exponent)) \(name)"
  }

  private static func scale(_ exponent: Int) -> String {
    switch exponent {
    case 3: "thousand"
    case 4: "10 thousand"
    case 6: "million"
    case 8: "100 million"
    case 9: "billion"
    case 12: "trillion"
    default: "10^\(exponent)"
    }
  }
}

extension Measurement {
  /// Reads `US$ million`, `1,000 USD`, `Millions of Dollars`, `亿元`, `万美元`, `kg`, `%`; nil where no
  /// unit is named.
  package init?(reading text: String) {
    let text = text.lowercased()
    let words = Set(text.split { !$0.isLetter && !$0.isNumber && $0 != "$" && $0 != "%" })
    let exponent = Measurement.exponent(text, words)
    if let currency = Measurement.currency(text, words) {
      self.init(.money(currency), exponent: exponent)
    } else if words.contains("kg") || words.contains("kilograms") || text.contains("千克") {
      self.init(.quantity("t"), exponent: exponent - 3)
    } else if !words.isDisjoint(with: ["t", "tonnes", "tonne", "tons"]) || text.contains("吨") {
      self.init(.quantity("t"), exponent: exponent)
    } else if !words.isDisjoint(with: ["%", "percent", "pct", "yoy", "growth"])
      || text.contains("%")
    {
      self.init(.percent)
    } else {
      return nil
    }
  }

  private static func currency(_ text: String, _ words: Set<Substring>) -> Currency? {
    let spellings: [(code: String, words: Set<Substring>, parts: [String])] = [
      (
        "USD", ["usd", "dollar", "dollars", "us$", "$", "usdollars", "dólares", "dolares"],
        ["us$", "(us$)", "美元"]
      ),
      ("CNY", ["cny", "rmb", "yuan", "renminbi"], ["元", "人民币"]),
      ("EUR", ["eur", "euro", "euros"], ["€"]),
      ("JPY", ["jpy", "yen"], ["日元"]),
      ("GBP", ["gbp", "sterling"], ["£"]),
      ("KRW", ["krw", "won"], ["₩"]),
      ("INR", ["inr", "rupees"], ["₹"]),
    ]
    return spellings.first { spelling in
      !spelling.words.isDisjoint(with: words) || spelling.parts.contains { text.contains($0) }
    }.map { Currency(rawValue: $0.code) }
  }

  private static func exponent(_ text: String, _ words: Set<Substring>) -> Int {
    if text.contains("万亿") { return 12 }
    if text.contains("亿") { return 8 }
    if text.contains("万") { return 4 }
    if text.contains("千") && !text.contains("千克") { return 3 }
    if text.contains("100 million") || text.contains("hundred million") { return 8 }
    if text.contains("10,000") || text.contains("10 000") || words.contains("10000") { return 4 }
    let names: [(exponent: Int, words: Set<Substring>)] = [
      (12, ["trillion", "trillions", "trn", "billionen"]),
      (9, ["billion", "billions", "bn", "bln", "mrd", "milliarden", "milliards", "miliardi"]),
      (
        6,
        [
          "million", "millions", "mn", "mln", "mio", "millionen", "millones", "milhões", "milioni",
        ]
      ),
      (
        3,
        [
          "thousand", "thousands", "thous", "000s", "1000", "k", "tsd", "tausend", "milliers",
          "miles", "mil", "migliaia",
        ]
      ),
    ]
    if text.contains("mil millones") || text.contains("mil milhões") { return 9 }
    if text.contains("1,000") || text.contains("'000") { return 3 }
    return names.first { !$0.words.isDisjoint(with: words) }?.exponent ?? 0
  }
}
