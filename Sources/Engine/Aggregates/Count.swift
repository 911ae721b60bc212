import Guidance

/// How many periods have a value.
struct Count: Aggregate {
  static let entry = Entry(
    "count",
    category: .ranking,
    summary: "How many periods of the window have a value.",
    usage: "count [of] QUERY",
    searchTerms: ["number of"],
    examples: ["count exports in 2025"]
  )

  static func value(of numbers: [Double]) -> Double { Double(numbers.count) }
}
