import Guidance

/// The arithmetic mean.
struct Mean: Aggregate {
  static let entry = Entry(
    "average",
    aliases: ["mean", "avg", "平均"],
    category: .ranking,
    summary: "The arithmetic mean over the periods of the window.",
    usage: "average [of] QUERY",
    searchTerms: ["mean"],
    examples: ["average exports yoy since 2020"]
  )

  static func value(of numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }
}
