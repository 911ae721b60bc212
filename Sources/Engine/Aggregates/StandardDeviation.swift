import Guidance

/// The sample standard deviation.
struct StandardDeviation: Aggregate {
  static let entry = Entry(
    "stdev",
    aliases: ["standard deviation", "sd"],
    category: .ranking,
    summary: "The sample standard deviation over the periods of the window.",
    usage: "stdev [of] QUERY",
    formula: "√(Σ(x − mean)² ÷ (n − 1))",
    searchTerms: ["volatility", "spread", "deviation"],
    examples: ["stdev exports yoy since 2020"]
  )

  static func value(of numbers: [Double]) -> Double {
    guard numbers.count > 1 else { return .nan }
    let mean = Mean.value(of: numbers)
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return squareRoot(squares / Double(numbers.count - 1))
  }
}
