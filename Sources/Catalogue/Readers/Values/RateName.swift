/// The unit of an exchange rate that a column's name tells: `USD per EUR`, `EURUSD`, `DEXCHUS`.
enum RateName {
  /// Nil where the name is none of an exchange rate.
  ///
  /// A pair without `per` follows the custom of markets: `EUR/USD` is dollars for one euro.
  static func unit(_ name: String) -> Unit? {
    let words = name.uppercased().split { !$0.isLetter }.map(String.init)
    if let per = words.firstIndex(of: "PER"), per > 0, per + 1 < words.count,
      let price = code(words[per - 1]), let base = code(words[per + 1])
    {
      return rate(price, per: base)
    }
    if words.count == 2, let base = code(words[0]), let price = code(words[1]) {
      return rate(price, per: base)
    }
    guard words.count == 1, let word = words.first else { return nil }
    if word.utf8.count == 6, let base = code(String(word.prefix(3))),
      let price = code(String(word.suffix(3)))
    {
      return rate(price, per: base)
    }
    return reserve(word)
  }

  private static func rate(_ price: String, per base: String) -> Unit? {
    price == base ? nil : .rate("\(price) per \(base)")
  }

  /// The currencies of the larger trading nations, by their ISO 4217 codes.
  private static let codes: Set<String> = [
    "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "IDR", "INR",
    "JPY", "KRW", "MXN", "MYR", "NOK", "NZD", "PHP", "PLN", "RUB", "SEK", "SGD", "THB", "TRY",
    "TWD", "USD", "VND", "ZAR",
  ]

  private static func code(_ word: String) -> String? {
    if word == "RMB" || word == "CNH" { return "CNY" }
    return codes.contains(word) ? word : nil
  }

  /// FRED: `EX` with two letters for each side, before them a letter for days or years.
  private static func reserve(_ word: String) -> Unit? {
    guard let start = ["EX", "DEX", "AEX"].first(where: { word.hasPrefix($0) }),
      word.utf8.count == start.utf8.count + 4,
      let price = places[String(word.dropFirst(start.count).prefix(2))],
      let base = places[String(word.suffix(2))]
    else { return nil }
    return rate(price, per: base)
  }

  private static let places: [String: String] = [
    "US": "USD", "EU": "EUR", "CH": "CNY", "JP": "JPY", "UK": "GBP", "KO": "KRW", "CA": "CAD",
    "MX": "MXN", "IN": "INR", "BZ": "BRL", "SZ": "CHF", "TA": "TWD", "SI": "SGD", "TH": "THB",
    "MA": "MYR", "HK": "HKD", "AL": "AUD", "NZ": "NZD", "SD": "SEK", "NO": "NOK", "DN": "DKK",
    "SF": "ZAR",
  ]
}
