import Catalogue
import Engine
import Guidance
import Language

// Taking entries back, leaving them out, running them again.
extension Workspace {
  /// Forgets the last entries and paragraphs, with what they defined.
  mutating func undo(_ count: Int) throws(Diagnostic) {
    try rebuild(from: Array(transcript.entries.dropLast(count)))
  }

  /// Forgets everything that happened.
  mutating func reset() throws(Diagnostic) {
    try rebuild(from: [])
    transcript.file = nil
  }

  /// Starts anew and runs entries again, in silence and under their numbers.
  ///
  /// Gives the numbers of entries that no longer run; they keep their place and their old output.
  @discardableResult
  mutating func rebuild(from entries: [Transcript.Entry]) throws(Diagnostic) -> [Int] {
    var rebuilt = fresh
    rebuilt.bench.watch = bench.watch.silent
    rebuilt.transcript.file = transcript.file
    rebuilt.bench.vintage = vintageAtStart
    let numbers = Set(entries.map(\.number))
    var failed: [Int] = []
    for (position, var entry) in entries.enumerated() {
      // Half of a session is none.
      try bench.watch.check()
      bench.watch.report(Advance("running again", position, of: entries.count, "entries"))
      if let number = entry.rerunAs, !numbers.contains(number) { entry.rerunAs = nil }
      guard entry.kind == .entry else {
        rebuilt.transcript.append(entry)
        continue
      }
      rebuilt.nextNumber = entry.number
      do throws(Diagnostic) {
        _ = try rebuilt.run(entry.input)
        rebuilt.transcript.renumberLast(entry)
      } catch {
        failed.append(entry.number)
        rebuilt.transcript.append(entry)
      }
    }
    rebuilt.nextNumber = nextNumber
    rebuilt.lesson = lesson
    rebuilt.bench.watch = bench.watch
    self = rebuilt
    return failed
  }

  /// The vintage with which the session began, before any `set as-of`.
  var vintageAtStart: Vintage { transcript.vintageAtStart ?? bench.vintage }

  /// Leaves entries out of the session, with what they defined, unless others cannot do without.
  mutating func drop(_ numbers: Set<Int>) throws(Diagnostic) {
    let kept = transcript.entries.filter { $0.kind != .entry || !numbers.contains($0.number) }
    var rebuilt = self
    let needing = try rebuilt.rebuild(from: kept)
    guard needing.isEmpty else {
      let all = numbers.union(needing).sorted().map(String.init).joined(separator: ", ")
      let list = needing.map(String.init).joined(separator: ", ")
      throw Diagnostic(
        "still-needed",
        "entry \(list) would not run without it",
        notes: ["`drop \(all)` leaves them out together"]
      )
    }
    self = rebuilt
  }

  /// Runs entries again, each as a new one at the end of the session.
  ///
  /// The old ones stay: a session file is read from top to bottom, and there they are right.
  mutating func rerun(_ numbers: [Int]) throws(Diagnostic) -> [Transcript.Entry] {
    var numbersNow: [Int: Int] = [:]
    var results: [Transcript.Entry] = []
    let watch = bench.watch
    bench.watch = watch.silent
    defer { bench.watch = watch }
    for (position, number) in numbers.enumerated() {
      watch.report(Advance("running again", position, of: numbers.count, "entries"))
      guard let entry = transcript.entry(number) else { continue }
      let input = rereferenced(entry, numbersNow)
      let number = nextNumber
      do throws(Diagnostic) {
        _ = try run(input)
      } catch {
        guard error.code != "interrupted" else { throw error }
        throw Diagnostic(
          error.code,
          "entry \(entry.number), `\(entry.input)`, no longer runs: \(error.message)",
          notes: ["nothing was run again"]
        )
      }
      guard nextNumber > number, let result = transcript.entries.last else { continue }
      numbersNow[entry.number] = number
      transcript.mark([entry.number], rerunAs: number)
      results.append(result)
    }
    return results
  }

  /// The input with `_` and `_3` naming the answers that they named, or what these are now.
  private func rereferenced(_ entry: Transcript.Entry, _ numbersNow: [Int: Int]) -> String {
    let latest = bench.answers.keys.max()
    return replacingAnswers(in: entry.input) { reference in
      switch reference {
      case .entry(let number): return numbersNow[number]
      case .last:
        guard let number = bench.answers.keys.filter({ $0 < entry.number }).max() else {
          return nil
        }
        let now = numbersNow[number] ?? number
        return now == latest ? nil : now
      }
    }
  }

  /// The input with other numbers behind `_`; nil leaves a reference as it is.
  func replacingAnswers(in input: String, by number: (AnswerReference) -> Int?) -> String {
    var bytes = Array(input.utf8)
    for token in tokens(in: input, vocabulary).reversed() {
      guard let reference = token.answerReference, let number = number(reference) else {
        continue
      }
      bytes.replaceSubrange(token.span.start..<token.span.end, with: "_\(number)".utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What `_` and `_3` stand for.
enum AnswerReference: Equatable {
  case last
  case entry(Int)
}

extension Token {
  /// The answer that the token takes up; nil for any other word.
  var answerReference: AnswerReference? {
    guard text.first == "_" else { return nil }
    let digits = text.dropFirst()
    return digits.isEmpty ? .last : Int(digits).map(AnswerReference.entry)
  }
}

extension Transcript {
  /// The entry with a number; prose has none.
  func entry(_ number: Int) -> Entry? {
    entries.first { $0.kind == .entry && $0.number == number }
  }
}
