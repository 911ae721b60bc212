import Guidance

/// The sum over periods.
struct Total: Aggregate {
  static let entry = Entry(
    "sum",
    aliases: ["total"],
    category: .ranking,
    summary: "The sum of a flow over the periods of the window.",
    usage: "sum [of] QUERY",
    searchTerms: ["total", "add"],
    examples: ["sum exports in 2025"]
  )

  static func value(of numbers: [Double]) -> Double { numbers.reduce(0, +) }
}
