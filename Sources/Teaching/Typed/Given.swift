import Engine
import Guidance
import Language
import Periods

/// An answer as it was given, read for a question of its kind.
package enum Given: Sendable {
  case number(TypedNumber)
  case computed(Computation, Finding)
  case period(Period)
  case names([String])
  case truth(Bool)
  case text(String)
}

/// Reads what somebody types as the answer to a question of a kind.
package struct AnswerReader {
  package var kind: Question.Kind
  package var bench: Workbench

  package init(_ kind: Question.Kind, on bench: Workbench) {
    self.kind = kind
    self.bench = bench
  }

  /// Reads an answer in any spelling; throws what is wrong with it.
  package func read(_ text: String) throws(Diagnostic) -> Given {
    if let given = plain(text) { return given }
    do throws(Diagnostic) {
      let computation = try Computation(text, bench.vocabulary)
      return .computed(computation, try computation.finding(kind, on: bench))
    } catch {
      throw isProse(text) ? unreadable(text) : error
    }
  }

  /// The answer that is no computation: a number, a name, a word; nil where the text is none.
  package func plain(_ text: String) -> Given? {
    switch kind {
    case .number: TypedNumber(text).map(Given.number)
    case .period: period(text).map(Given.period)
    case .partner: name(text).map { .names([$0]) }
    case .ranking: names(text).map(Given.names)
    case .truth: AnswerReader.truths[text.trimmed.lowercased()].map(Given.truth)
    case .text: .text(text.trimmed)
    case .query: nil
    }
  }

  private static let truths = [
    "true": true, "t": true, "yes": true, "y": true, "right": true, "correct": true,
    "false": false, "f": false, "no": false, "n": false, "wrong": false, "incorrect": false,
  ]

  private func period(_ text: String) -> Period? {
    let words = tokens(in: text, bench.vocabulary).filter { $0.kind != .end }
    guard words.count == 1, case .period(.period(let period)) = words[0].kind else { return nil }
    return period
  }

  private func name(_ text: String) -> String? {
    let text = text.trimmed.filter { $0 != "\"" }
    let terms = bench.vocabulary.terms(for: text)
    return terms.first { $0.kind == .place || $0.kind == .product }?.name
  }

  private func names(_ text: String) -> [String]? {
    let parts = text.replacing(" then ", with: ",").split { ",;>\n".contains($0) }
    let names = parts.compactMap { part in
      // `1. ASEAN` as in a list.
      name(String(part.drop { $0.isWhitespace || $0.isNumber || $0 == "." || $0 == ")" }))
    }
    return names.count == parts.count && !names.isEmpty ? names : nil
  }

  /// True for words of a sentence rather than of a query.
  private func isProse(_ text: String) -> Bool {
    let words = tokens(in: text, bench.vocabulary).filter { $0.kind != .end }
    let known = words.contains { token in
      guard case .word(_, let terms) = token.kind else { return false }
      return terms.contains { $0.kind == .measure || $0.kind == .variable }
    }
    return !known
  }

  private func unreadable(_ text: String) -> Diagnostic {
    Diagnostic(
      "not-an-answer",
      "I cannot read '\(text.trimmed.visible)' as an answer",
      notes: [kind.invitation]
    )
  }
}

extension String {
  /// The text without white space at its ends.
  package var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
