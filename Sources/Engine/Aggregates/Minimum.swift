import Guidance

/// The smallest value.
struct Minimum: Aggregate {
  static let entry = Entry(
    "min",
    aliases: ["minimum", "最低"],
    category: .ranking,
    summary: "The smallest value in the window, and its period.",
    usage: "min [of] QUERY",
    searchTerms: ["lowest", "smallest", "record"],
    examples: ["min surplus in 2025"]
  )
  static let picksOne = true

  static func value(of numbers: [Double]) -> Double { numbers.min() ?? .nan }
}
