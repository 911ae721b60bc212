/// A number as somebody typed it: its digits, its scale and its unit, each as far as it was given.
///
/// How many digits were typed says how exactly it is meant.
package struct TypedNumber: Equatable, Sendable {
  package var text: String

  /// The number before its scale, with its sign.
  package var mantissa: Double
  package var decimals: Int
  package var significantDigits: Int
  package var hasSign: Bool

  /// The factor of the scale word; nil where none was typed.
  package var scale: Double?
  package var unit: TypedUnit?

  package enum TypedUnit: Equatable, Sendable {
    case percent, points
    case currency(String)
    case tonnes
    /// `times`, `x`: a ratio.
    case times
  }

  /// Reads `1.19 trn`, `1,189 USD bn`, `$1.19trn`, `−12.3%`, `12.3 pp`; nil where the text is
  /// anything else.
  package init?(_ text: String) {
    self.text = text
    var reader = NumberReader(text)
    reader.skipRemarks()
    hasSign = reader.takeSign()
    unit = reader.takeCurrency().map(TypedUnit.currency)
    // The sign may stand behind the currency: `$-5`.
    if unit != nil, !hasSign { hasSign = reader.takeSign() }
    let isNegative = reader.isNegative
    guard let digits = reader.takeDigits() else { return nil }
    mantissa = isNegative ? -digits.value : digits.value
    decimals = digits.decimals
    significantDigits = digits.significant
    for word in reader.words {
      if scale == nil, let factor = NumberReader.scales[word] {
        scale = factor
      } else if let named = NumberReader.units[word] {
        guard unit == nil || unit == named else { return nil }
        unit = named
      } else {
        return nil
      }
    }
  }
}

/// Takes a typed number apart from left to right.
private struct NumberReader {
  private var rest: Substring
  private(set) var isNegative = false

  init(_ text: String) {
    let signs = text.map { character -> Character in
      switch character {
      case "−", "–", "‐", "‑": "-"
      case "\u{A0}", "\u{202F}", "\u{2009}": " "
      default: character
      }
    }
    rest = String(signs).lowercased()[...]
    while rest.last?.isWhitespace == true || rest.last == "." { rest.removeLast() }
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  private mutating func take(_ prefix: String) -> Bool {
    guard rest.hasPrefix(prefix) else { return false }
    rest = rest.dropFirst(prefix.count)
    skipSpace()
    return true
  }

  /// Words that make no difference: `about 5.4 %`, `= 5.4 %`.
  mutating func skipRemarks() {
    skipSpace()
    while ["about ", "around ", "roughly ", "approximately ", "~", "≈", "="].contains(where: {
      take($0)
    }) {}
  }

  /// True where a sign was typed.
  mutating func takeSign() -> Bool {
    if takeMinus() {
      isNegative = true
      return true
    }
    return take("+") || take("plus ")
  }

  mutating func takeMinus() -> Bool { take("-") || take("minus ") }

  mutating func takeCurrency() -> String? {
    for (spelling, code) in [
      ("us$", "USD"), ("usd", "USD"), ("$", "USD"), ("cny", "CNY"), ("rmb", "CNY"), ("¥", "CNY"),
      ("€", "EUR"), ("eur", "EUR"),
    ] where take(spelling) { return code }
    return nil
  }

  /// Digits in groups of three by commas, spaces or apostrophes, with a decimal point; a single
  /// comma before one, two or more than three digits is a decimal comma.
  mutating func takeDigits() -> (value: Double, decimals: Int, significant: Int)? {
    let length = rest.prefix { $0.isASCII && ($0.isNumber || ",.' ".contains($0)) }.count
    var typed = rest.prefix(length)
    while let last = typed.last, !last.isNumber { typed = typed.dropLast() }
    guard let first = typed.first, first.isNumber || first == "." || first == "," else {
      return nil
    }
    rest = rest.dropFirst(typed.count)
    skipSpace()
    guard let plain = NumberReader.plainDigits(String(typed)), let value = Double(plain),
      value.isFinite
    else { return nil }
    let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].count : 0
    let significant = plain.filter(\.isNumber).drop { $0 == "0" }.count
    return (value, decimals, significant)
  }

  private static func plainDigits(_ typed: String) -> String? {
    let points = typed.count { $0 == "." }
    let commas = typed.count { $0 == "," }
    guard points <= 1 else { return nil }
    var text = typed.filter { !" '".contains($0) }
    if commas == 1, points == 0, let comma = text.firstIndex(of: ",") {
      let behind = text.distance(from: comma, to: text.endIndex) - 1
      if behind != 3 { text = text.replacing(",", with: ".") }
    }
    text = text.filter { $0 != "," }
    if text.first == "." { text = "0" + text }
    return text
  }

  /// What follows the digits, word by word.
  var words: [String] {
    var text = String(rest)
    for (long, short) in [
      ("percentage points", "pp"), ("percentage point", "pp"), ("percent points", "pp"),
      ("per cent", "%"), ("p.p.", "pp"), ("us dollars", "usd"), ("us$", "usd"),
      ("%-points", "pp"), ("%", " % "), ("$", " usd "),
    ] { text = text.replacing(long, with: short) }
    var words: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      // `1189bnusd` and `bn/usd` are rare; `bn.` and `bn,` are not.
      words.append(word.filter { $0 != "," && $0 != "." })
    }
    return words.filter { !["of", "in", ""].contains($0) }
  }

  static let scales: [String: Double] = [
    "k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "million": 1e6,
    "millions": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "billion": 1e9, "billions": 1e9,
    "tn": 1e12, "trn": 1e12, "trln": 1e12, "trillion": 1e12, "trillions": 1e12,
    "万": 1e4, "亿": 1e8, "万亿": 1e12,
  ]

  static let units: [String: TypedNumber.TypedUnit] = [
    "%": .percent, "percent": .percent, "pct": .percent, "pp": .points, "ppt": .points,
    "points": .points, "pts": .points, "usd": .currency("USD"), "dollar": .currency("USD"),
    "dollars": .currency("USD"), "cny": .currency("CNY"), "rmb": .currency("CNY"),
    "yuan": .currency("CNY"), "renminbi": .currency("CNY"), "eur": .currency("EUR"),
    "euro": .currency("EUR"), "euros": .currency("EUR"), "t": .tonnes, "tonnes": .tonnes,
    "tons": .tonnes, "times": .times, "x": .times,
  ]
}
