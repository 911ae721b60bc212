import Catalogue

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

    /// The names and answers that the input takes up.
    var mentions = Mentions()

    /// True where a definition that the entry used is another one now.
    package var isStale = false

    /// The number under which the entry was run again, where it was.
    package var rerunAs: Int?

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

  /// The file that the session was last loaded from or saved to.
  package var file: SavedFile?

  /// The vintage with which the session began; nil as long as it has not changed.
  package var vintageAtStart: Vintage?

  /// A file, and what this session knows it to hold.
  package struct SavedFile: Sendable, Equatable {
    package var path: String
    package var stamp: FileStamp
  }

  package init() {}

  package mutating func append(_ entry: Entry) { entries.append(entry) }

  /// Marks entries as stale, or as fresh again under another number.
  mutating func mark(_ numbers: Set<Int>, rerunAs number: Int? = nil) {
    for i in entries.indices where entries[i].kind == .entry && numbers.contains(entries[i].number)
    {
      entries[i].isStale = number == nil
      entries[i].rerunAs = number ?? entries[i].rerunAs
    }
  }

  /// Gives the last entry the number that it had before.
  mutating func renumberLast(_ entry: Entry) {
    guard let last = entries.indices.last else { return }
    entries[last].number = entry.number
    entries[last].rerunAs = entry.rerunAs
  }
}
