import Guidance
import Periods

/// What the fence of a transcript asks for: `{id=cross tolerance=0.1pp}`.
package struct TradeAttributes: Equatable, Sendable {
  package var id: String?

  /// True where an export leaves the block out.
  package var isHidden = false

  /// The code of the error with which the last entry has to fail.
  package var errorCode: String?

  package var tolerance: Tolerance?

  /// True where the block is not run.
  package var isSkipped = false

  /// The program of the machine without which the block is not run.
  package var program: String?

  /// The day of which the data are seen.
  package var asOf: Day?

  /// By how much numbers may differ beyond the rounding of what is printed.
  package struct Tolerance: Equatable, Sendable {
    package var amount: Double
    /// `pp`, `%`, `bn`; empty where it holds for all numbers.
    package var unit: String
  }

  package init() {}

  init(_ list: AttributeList) throws(Diagnostic) {
    for attribute in list.attributes {
      switch (attribute.name, attribute.value) {
      case ("id", let id?): self.id = id
      case ("hide", nil): isHidden = true
      case ("skip", nil): isSkipped = true
      case ("error", let code?): errorCode = code
      case ("tolerance", let text?):
        tolerance = Tolerance(text)
        if tolerance == nil { throw list.failure(attribute, "such as `tolerance=0.1pp`") }
      case ("needs", "x13as"?): program = "x13as"
      case ("needs", _?): throw list.failure(attribute, "with a program: `needs=x13as`")
      case ("as-of", let text?):
        asOf = Day(text)
        if asOf == nil { throw list.failure(attribute, "such as `as-of=2025-12-08`") }
      case ("id", nil), ("error", nil), ("tolerance", nil), ("as-of", nil),
        ("needs", nil):
        throw list.failure(attribute, "with a value: `\(attribute.name)=…`")
      case ("hide", _?), ("skip", _?):
        throw list.failure(attribute, "alone: `\(attribute.name)`")
      default:
        throw Diagnostic(
          "unknown-attribute",
          "a `trade` block has no attribute '\(attribute.name)'",
          at: list.span
        ).suggesting(attribute.name, from: TradeAttributes.names)
      }
    }
  }

  private static let names = ["id", "hide", "error", "tolerance", "skip", "as-of", "needs"]
}

extension TradeAttributes.Tolerance {
  /// Reads `0.1pp`, `0.05 bn`, `0.5`.
  init?(_ text: String) {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard let amount = Double(digits), amount.isFinite else { return nil }
    self.amount = amount
    unit = String(text.dropFirst(digits.count).drop { $0 == " " })
  }
}
