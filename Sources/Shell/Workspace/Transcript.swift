/// What was typed in a session and what it printed, in order.
package struct Transcript: Sendable, Equatable {
  package struct Entry: Sendable, Equatable {
    /// The number shown at the prompt; prose has none.
    package var number: Int
    package var input: String
    package var output: [String]
    package var kind = Kind.entry
    /// The code of the diagnostic, where the entry failed.
    package var errorCode: String?

    package enum Kind: Sendable, Equatable { case entry, note, section }

    package init(
      number: Int,
      input: String,
      output: [String],
      kind: Kind = .entry,
      errorCode: String? = nil
    ) {
      self.number = number
      self.input = input
      self.output = output
      self.kind = kind
      self.errorCode = errorCode
    }
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  package mutating func append(_ entry: Entry) { entries.append(entry) }
}
