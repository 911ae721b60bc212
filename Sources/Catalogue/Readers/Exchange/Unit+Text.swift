extension Unit {
  /// The unit as a word of a file: `USD`, `t`, `percent`, `CNY per USD`.
  var exchangeText: String {
    switch self {
    case .money(let currency): currency.rawValue
    case .quantity(let name): name
    case .price(let currency, let name): "\(currency.rawValue) per \(name)"
    case .percent: "percent"
    case .percentagePoints: "percentage points"
    case .index(let base): base.isEmpty ? "index" : "index \(base)"
    case .ratio: "ratio"
    case .count: "count"
    case .rate(let name): name
    case .truth: "truth"
    }
  }

  /// Reads what ``exchangeText`` writes.
  init(exchangeText text: String) {
    switch text {
    case "percent": self = .percent
    case "percentage points": self = .percentagePoints
    case "index": self = .index("")
    case "ratio": self = .ratio
    case "count": self = .count
    case "truth": self = .truth
    case _ where text.hasPrefix("index "): self = .index(String(text.dropFirst(6)))
    case _ where text.contains(" per "): self = .rate(text)
    case _ where text.utf8.count == 3 && text.allSatisfy(\.isUppercase):
      self = .money(Currency(rawValue: text))
    default: self = .quantity(text)
    }
  }
}
