/// How many entries got which verdict, in one file or in many.
package struct ReplayTally: Equatable, Sendable {
  var counts: [Verdict: Int] = [:]
  var skipped = 0
  /// Entries that were not run, by the name of the program that they need.
  var lacking: [String: Int] = [:]
  var quizzes = 0
  /// What is wrong with questions of lessons.
  var brokenQuizzes = 0

  package init() {}

  package mutating func add(_ other: ReplayTally) {
    counts.merge(other.counts, uniquingKeysWith: +)
    skipped += other.skipped
    lacking.merge(other.lacking, uniquingKeysWith: +)
    quizzes += other.quizzes
    brokenQuizzes += other.brokenQuizzes
  }

  /// 1 where something failed, else 0.
  package var exitStatus: Int32 {
    counts[.fail, default: 0] + counts[.error, default: 0] + brokenQuizzes > 0 ? 1 : 0
  }

  /// One line: `12 pass · 2 drift · 0 fail`.
  package var summary: String {
    var parts: [String] = []
    for verdict in Verdict.allCases {
      let count = counts[verdict, default: 0]
      let isAlwaysNamed = verdict == .pass || verdict == .fail
      if count > 0 || isAlwaysNamed { parts.append("\(count) \(verdict.rawValue)") }
    }
    if quizzes > 0 { parts.append("\(quizzes) \(quizzes == 1 ? "quiz" : "quizzes")") }
    if brokenQuizzes > 0 { parts.append("\(brokenQuizzes) broken") }
    if skipped > 0 { parts.append("\(skipped) skipped") }
    for (program, count) in lacking.sorted(by: { $0.key < $1.key }) {
      parts.append("\(count) not run: \(program) is not installed")
    }
    return parts.joined(separator: " · ")
  }
}
