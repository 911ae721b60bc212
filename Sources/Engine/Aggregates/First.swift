import Guidance

/// The first value.
struct First: Aggregate {
  static let entry = Entry(
    "first",
    category: .ranking,
    summary: "The first value in the window, and its period.",
    usage: "first [of] QUERY",
    searchTerms: ["oldest"],
    examples: ["first exports in 2025"]
  )
  static let picksOne = true

  static func value(of numbers: [Double]) -> Double { numbers.first ?? .nan }
}
