import Guidance

/// The largest value.
struct Maximum: Aggregate {
  static let entry = Entry(
    "max",
    aliases: ["maximum", "最高"],
    category: .ranking,
    summary: "The largest value in the window, and its period.",
    usage: "max [of] QUERY",
    searchTerms: ["highest", "largest", "record", "peak"],
    examples: ["max surplus"]
  )
  static let picksOne = true

  static func value(of numbers: [Double]) -> Double { numbers.max() ?? .nan }
}
