import Engine
import Language

/// A way of getting something else than what was asked for, known from lectures and newspapers.
///
/// To add one, write a file with a conforming type and name the type in ``misconceptions``.
package protocol Misconception: Sendable {
  static var page: MisconceptionPage { get }

  /// True where it stands for many neighbours, such as every other partner: their numbers are met
  /// by chance more easily.
  static var isWide: Bool { get }

  /// False where its mistakes are numbers alone, so that no query can be compared with them.
  static var hasQueries: Bool { get }

  /// What the misconception would compute in the place of the right answer, likeliest first; empty
  /// where it has no place in the question.
  static func mistakes(on question: Question) -> [Mistake]
}

extension Misconception {
  package static var isWide: Bool { false }
  package static var hasQueries: Bool { true }
}

/// What a teacher reads about a misconception.
package struct MisconceptionPage: Equatable, Sendable {
  package var name: String
  /// What is mixed up, in one sentence.
  package var summary: String
  /// A right answer, and what the misconception makes of it.
  package var right: String
  package var wrong: String
}

/// One wrong computation, and what to say about it.
package struct Mistake: Sendable {
  /// The misconception in one sentence, addressed to the learner.
  package var sentence: String
  package var yours: Yours
  /// What was asked for, in words that do not give it away.
  package var asked: String

  /// True where the number is right and only its unit is not.
  var isOfUnit = false

  /// Narrows the answers that the mistake may explain.
  var fits: @Sendable (Given) -> Bool = { _ in true }

  package enum Yours: Sendable {
    case computed(Computation)
    /// A value that no query gives, with the computation in words.
    case value(Finding, String)
  }

  package init(_ sentence: String, _ query: Query, asked: String) {
    self.sentence = sentence
    yours = .computed(Computation(query))
    self.asked = asked
  }

  package init(_ sentence: String, _ finding: Finding, _ words: String, asked: String) {
    self.sentence = sentence
    yours = .value(finding, words)
    self.asked = asked
  }

  var query: Query? {
    if case .computed(let computation) = yours { computation.query } else { nil }
  }

  var yoursText: String {
    switch yours {
    case .computed(let computation): computation.text
    case .value(_, let words): words
    }
  }
}
