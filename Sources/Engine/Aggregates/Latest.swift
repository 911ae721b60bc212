import Guidance

/// The last value.
struct Latest: Aggregate {
  static let entry = Entry(
    "latest",
    category: .ranking,
    summary: "The last value in the window, and its period.",
    usage: "latest [of] QUERY",
    searchTerms: ["last", "newest"],
    examples: ["latest pmi"]
  )
  static let picksOne = true

  static func value(of numbers: [Double]) -> Double { numbers.last ?? .nan }
}
