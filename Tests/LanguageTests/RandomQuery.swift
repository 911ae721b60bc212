import TestKit

/// A query of the whole grammar, as deep as chance has it; not every one makes sense.
func randomQuery(_ generator: inout SeededGenerator, depth: Int = 3) -> String {
  let presentation = generator.oneIn(6) ? generator.one(of: RandomParts.presentations) : ""
  return RandomParts.expression(&generator, depth) + presentation
}

private enum RandomParts {
  static let presentations = [
    " as bars", " as table sorted by value desc limit 5", " limit 3 with total",
    " with share as csv",
  ]

  static func expression(_ generator: inout SeededGenerator, _ depth: Int) -> String {
    guard depth > 0 else { return phrase(&generator, 0) }
    let left = { (generator: inout SeededGenerator) in expression(&generator, depth - 1) }
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: return "\(left(&generator)) and \(left(&generator))"
    case 1: return "\(left(&generator)) or not \(left(&generator))"
    case 2: return "\(left(&generator)) \(relation(&generator)) \(left(&generator))"
    case 3: return "\(left(&generator)) vs \(left(&generator))"
    case 4: return "\(left(&generator)) vs \(fragment(&generator))"
    case 5, 6:
      return
        "\(left(&generator)) \(generator.one(of: ["+", "-", "*", "/", "^"])) \(left(&generator))"
    case 7: return "-\(left(&generator))"
    case 8: return "(\(left(&generator)))\(suffixes(&generator))"
    default: return phrase(&generator, depth)
    }
  }

  static func phrase(_ generator: inout SeededGenerator, _ depth: Int) -> String {
    switch Int.random(in: 0..<16, using: &generator) {
    case 0: return quantity(&generator)
    case 1: return "average \(phrase(&generator, depth))"
    case 2: return "share of \(plain(&generator))\(suffixes(&generator))"
    case 3: return "share of \(Words.places(&generator)) in \(plain(&generator)) 2025"
    case 4: return "top 5 partners by \(plain(&generator)) yoy 2025"
    case 5: return "contributions to \(plain(&generator)) yoy by partner"
    case 6: return "contribution of \(Words.place(&generator)) to \(plain(&generator)) yoy"
    case 7: return "corr(\(expression(&generator, depth - 1)), \(plain(&generator)))"
    case 8: return "\(plain(&generator)) as share of \(plain(&generator)) by year"
    case 10: return "log(\(expression(&generator, depth - 1)))"
    case 11: return "ytd(\(plain(&generator))) \(Words.period(&generator))"
    case 9: return "max \(expression(&generator, 0))"
    default: return RandomPhrase(&generator).shuffled(&generator)
    }
  }

  static func plain(_ generator: inout SeededGenerator) -> String {
    let flow = generator.one(of: Words.flows)
    let partner = generator.oneIn(2) ? " \(flow.preposition) \(Words.place(&generator))" : ""
    return flow.measure + partner
  }

  static func suffixes(_ generator: inout SeededGenerator) -> String {
    let phrase = RandomPhrase(&generator).shuffled(&generator)
    return generator.oneIn(2) ? "" : String(phrase.drop { $0 != " " })
  }

  static func fragment(_ generator: inout SeededGenerator) -> String {
    generator.one(of: [
      Words.period(&generator), "reported by US", "as of latest", "mom", "during covid", "to EU",
    ])
  }

  static func relation(_ generator: inout SeededGenerator) -> String {
    generator.one(of: ["=", "!=", "<", "<=", ">", ">=", "≈"])
  }

  static func quantity(_ generator: inout SeededGenerator) -> String {
    generator.one(of: [
      "1 trillion", "500bn", "$3.5bn", "1,234.5 mn CNY", "5%", "0.1 pp", "2,025", "1e9", "0.00001",
      "12345678901234567890", "7 t", "5亿", "3", "0", "1.10",
    ])
  }
}
