import Guidance
import Language

/// The words behind `using`: a method, and a number of lags.
struct MethodWords: Sendable {
  var method: String?
  var count: Int?

  /// Reads `hac 6` or `4 lags`; refuses words that are none of the methods.
  init(_ words: [Name], for command: String, methods: [String]) throws(Diagnostic) {
    for word in words where !["lags", "lag", "errors", "effects"].contains(word.text) {
      if let number = Int(word.text), number >= 0, count == nil {
        count = number
      } else if methods.contains(word.text), method == nil {
        method = word.text
      } else {
        let known = methods.map { "`\($0)`" }.joined(separator: ", ")
        throw Diagnostic(
          "unknown-method",
          "I do not know the method '\(word.text)' of `\(command)`",
          at: word.span,
          notes: [methods.isEmpty ? "it takes a number of lags" : "the methods are \(known)"]
        ).suggesting(word.text, from: methods)
      }
    }
  }
}
