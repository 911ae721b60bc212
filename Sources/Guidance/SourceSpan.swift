/// A half-open range of UTF-8 offsets into one entry of input.
package struct SourceSpan: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span runs forwards")
    self.start = start
    self.end = end
  }

  /// The smallest span that covers both.
  package func joined(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }

  package var isEmpty: Bool { start == end }
}
