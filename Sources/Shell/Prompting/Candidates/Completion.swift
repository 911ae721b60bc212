/// What may stand in a part of the text.
package struct Completion: Equatable, Sendable {
  /// The part that a candidate replaces.
  package var range: Range<Int>

  /// Best first.
  package var candidates: [Candidate]

  package init(replacing range: Range<Int>, _ candidates: [Candidate] = []) {
    self.range = range
    self.candidates = candidates
  }

  package struct Candidate: Hashable, Sendable {
    package var text: String
    /// One sentence, for the menu beside the text.
    package var description: String

    package init(_ text: String, _ description: String) {
      self.text = text
      self.description = description
    }

    /// What follows the candidate at the end of a line: nothing where it goes on itself, as a
    /// function or a folder does.
    package var ending: String {
      let goesOn = text.hasSuffix("(") || text.hasSuffix("/")
      return goesOn ? "" : " "
    }
  }
}
