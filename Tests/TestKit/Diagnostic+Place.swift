import Guidance

extension Diagnostic {
  /// The part of an entry that the diagnostic blames; nil where it blames none, or one outside.
  package func words(in entry: String) -> String? {
    guard let span, isInside(entry) else { return nil }
    return String(decoding: Array(entry.utf8)[span.start..<span.end], as: UTF8.self)
  }

  /// False where the diagnostic or its fix points outside of the entry.
  package func isInside(_ entry: String) -> Bool {
    let count = entry.utf8.count
    for span in [span, fix?.edit?.span].compactMap({ $0 }) {
      guard span.start >= 0, span.end <= count else { return false }
    }
    return true
  }
}
