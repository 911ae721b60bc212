import Catalogue
import Language

/// What a program that was asked warns of, in its own words.
struct ProgramWarnings: Lint {
  static let code = "program-warnings"

  static func note(on finding: Finding) -> Note? {
    guard let outcomes = finding.plan.programOutcomes else { return nil }
    let all = outcomes.compactMap { outcome in
      (try? outcome.result.get()).map { (name: outcome.name, warnings: $0.warnings) }
    }.filter { !$0.warnings.isEmpty }
    guard let first = all.first else { return nil }
    guard outcomes.count > 1 else {
      return Note(code, "`\(ProgramModel.word)` warns: " + first.warnings.joined(separator: " "))
    }
    return Note(
      code,
      "`\(ProgramModel.word)` warns of \(all.count) of \(outcomes.count) series; "
        + "\(first.name): \(first.warnings[0])"
    )
  }
}
