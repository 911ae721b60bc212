import Engine
import Language

/// What a teacher asks: the computation that is right, what it gives, and what counts as the same.
package struct Question: Sendable {
  package var kind: Kind

  /// The right computation; nil where the answer is a period, a name or a truth as it stands.
  package var computation: Computation?

  package var right: Finding

  /// By how much a number may differ beyond the rounding of what was typed, in the unit of the
  /// answer.
  package var tolerance = 0.0

  /// True where the question asks for a size, so that a fall may be given as 28.6 or as −28.6.
  package var ignoresSign = false

  /// Wrong answers that the teacher foresaw, in the order of the file.
  package var foreseen: [Foreseen] = []

  /// What the right answer is worked out on: the data and the definitions of the lesson alone.
  package var bench: Workbench

  /// The form of answer that a question takes.
  package enum Kind: String, CaseIterable, Sendable {
    /// One number, typed or computed.
    case number
    /// A series or a table, computed.
    case query
    case period, partner, ranking
    case truth
    /// A sentence, which nothing checks; it is shown beside the model answer.
    case text
  }

  /// A wrong answer and what to say to it.
  package struct Foreseen: Sendable {
    package var given: Given
    package var explanation: String

    package init(given: Given, explanation: String) {
      self.given = given
      self.explanation = explanation
    }
  }

  package init(_ kind: Kind, _ computation: Computation?, _ right: Finding, bench: Workbench) {
    self.kind = kind
    self.computation = computation
    self.right = right
    self.bench = bench
  }

  /// The right computation as one query; nil where it is none.
  package var query: Query? { computation?.query }

  /// The number that is right; nil where the answer is something else.
  package var number: Measured? {
    if case .number(let number) = right { number } else { nil }
  }
}

extension Question.Kind {
  /// What the question takes, for the line below it.
  package var invitation: String {
    switch self {
    case .number: "answer with a number and its unit, or with a query"
    case .query: "answer with a query"
    case .period: "answer with a period, or with a query that gives one"
    case .partner: "answer with a name, or with a query that gives one"
    case .ranking: "answer with names in order, separated by commas, or with a query"
    case .truth: "answer with true or false"
    case .text: "answer in words: `answer …`"
    }
  }
}
