import Guidance

/// The middle value.
struct Median: Aggregate {
  static let entry = Entry(
    "median",
    category: .ranking,
    summary: "The middle value over the periods of the window.",
    usage: "median [of] QUERY",
    searchTerms: ["middle", "typical"],
    examples: ["median surplus in 2025"]
  )

  static func value(of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
