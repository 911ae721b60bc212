import Language
import TestKit

/// A phrase of the real vocabulary in pieces: a head, qualifiers that may stand in any order, and
/// transforms that may not.
struct RandomPhrase {
  var head: String
  var qualifiers: [String]
  var transforms: [String]

  init(_ generator: inout SeededGenerator) {
    let flow = generator.one(of: Words.flows)
    head = flow.measure
    let kinds: [(inout SeededGenerator) -> String] = [
      { "\(flow.preposition) \(Words.places(&$0))" },
      { "of \(Words.products(&$0))" },
      { "excluding \(Words.place(&$0))" },
      { $0.one(of: ["reported by \(Words.place(&$0))", "mirror"]) },
      { "in \($0.one(of: ["USD", "CNY", "EUR", "yuan"]))" },
      { Words.window(&$0) },
      { Words.grouping(&$0) },
      { "as \($0.one(of: ["of 2025-12-08", "of latest", "first published", "of 2026-01"]))" },
      { _ in "published" },
      {
        $0.one(of: ["where region = asia", "where share > 5% and yoy < -1.5%", "where rank <= 3"])
      },
    ]
    qualifiers = kinds.filter { _ in generator.oneIn(2) }.map { $0(&generator) }
    transforms = []
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let next = generator.one(of: Words.transforms)
      // Side by side these are one word: another name of `ytd` and of `dlog`.
      let last = transforms.last
      if last == "log" || (last == "cumulative" && next == "ytd") { continue }
      transforms.append(next)
    }
  }

  /// The phrase with its qualifiers in another order, and its transforms anywhere between them.
  func shuffled(_ generator: inout SeededGenerator) -> String {
    var pieces = qualifiers.shuffled(using: &generator)
    var position = 0
    for transform in transforms {
      position = Int.random(in: position...pieces.count, using: &generator)
      pieces.insert(transform, at: position)
      position += 1
    }
    return ([head] + pieces).joined(separator: " ")
  }
}

/// Words of the language and of the data for random phrases.
enum Words {
  static let flows: [(measure: String, preposition: String)] = [
    ("exports", "to"), ("imports", "from"), ("trade", "with"), ("surplus", "with"),
    ("deficit", "with"), ("Vietnam exports", "to"), ("export volume", "to"),
  ]

  static let transforms = [
    "yoy", "mom", "qoq", "yoy %", "yoy pp", "change", "change yoy", "ytd", "qtd", "ttm", "3mma",
    "12msum", "rolling 4q max", "3m/3m", "saar", "cagr 2015..2025", "5y cagr", "index 2019",
    "index 2019Q1=200", "lag", "lag 12", "lead 1y", "log", "dlog", "cumulative", "zscore", "rank",
    "sa", "nsa", "trend", "real", "real using cpi", "nominal", "forecast 6m", "同比",
  ]

  private static let placeNames = spellings { $0 == .place }
  private static let productNames = spellings { $0 == .product }

  private static func spellings(_ matches: (Term.Kind) -> Bool) -> [String] {
    Desk.vocabulary.spellings { matches($0.kind) }.map { "\"\($0)\"" }
      + Desk.vocabulary.names { matches($0.kind) }.filter { name in
        name.allSatisfy { $0.isLetter || $0 == " " }
      }
  }

  static func place(_ generator: inout SeededGenerator) -> String { generator.one(of: placeNames) }

  static func places(_ generator: inout SeededGenerator) -> String {
    list(&generator) { place(&$0) }
  }

  static func products(_ generator: inout SeededGenerator) -> String {
    list(&generator) { $0.oneIn(4) ? "HS 8542" : $0.one(of: productNames) }
  }

  private static func list(
    _ generator: inout SeededGenerator,
    _ member: (inout SeededGenerator) -> String
  ) -> String {
    var list = member(&generator)
    while generator.oneIn(3) { list += (generator.oneIn(2) ? ", " : " + ") + member(&generator) }
    return list
  }

  static func period(_ generator: inout SeededGenerator) -> String {
    generator.one(of: [
      "2025", "2024Q3", "2023H1", "2025-11", "Nov 2025", "2026-01..02", "Jan-Feb 2026", "Q2 2024",
      "2022M7", "2026-01-01/P2M",
    ])
  }

  static func window(_ generator: inout SeededGenerator) -> String {
    let (first, last) = (
      generator.one(of: ["2015", "2018-03"]), generator.one(of: ["2025", "2024Q2"])
    )
    return generator.one(of: [
      period(&generator), "in \(period(&generator))", "\(first)..\(last)", "in \(first)..\(last)",
      "from \(first) to \(last)", "from \(first)", "since \(period(&generator))",
      "until \(last)", "before \(last)", "after \(first)", "since \(first) until \(last)",
      "last 12 months", "last 5y", "in last year", "in this quarter", "latest", "during covid",
      "between trade war and \(last)", "between \(first) and covid",
      "since WTO accession",
    ])
  }

  static func grouping(_ generator: inout SeededGenerator) -> String {
    generator.one(of: [
      "by partner", "by year", "by product, quarter", "by partner, year", "by month of year",
      "in each year", "by partner in each year", "by country",
    ])
  }
}
