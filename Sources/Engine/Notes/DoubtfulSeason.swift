import Catalogue
import Language

/// A season that the program which took it out doubts itself, by its own measures.
struct DoubtfulSeason: Lint {
  static let code = "doubtful-season"

  /// A season left in adjusted figures is told of from this probability down, as X-13 does.
  private static let significance = 0.01

  static func note(on finding: Finding) -> Note? {
    guard let outcomes = finding.plan.programOutcomes, outcomes.count == 1,
      let quality = try? outcomes[0].result.get().quality
    else { return nil }
    var doubts: [String] = []
    let m7 = quality.m7.map { " (M7 \(fixed($0)))" } ?? ""
    if quality.hasIdentifiableSeason == false {
      doubts.append("no season can be told from chance\(m7)")
    } else if let m7 = quality.m7, m7 > 1 {
      doubts.append("M7 is \(fixed(m7)), above 1: there is hardly a season")
    }
    if let test = quality.residualSeason, test.probability < significance {
      doubts.append(
        "a season is left in what was adjusted (QS \(fixed(test.statistic)), p below 0.01)"
      )
    }
    if let q = quality.q, q > 1 {
      let failing = quality.failingMeasures.map { ", \($0) of 11 measures fail" } ?? ""
      doubts.append("Q is \(fixed(q)), above 1\(failing)")
    }
    guard !doubts.isEmpty else { return nil }
    return Note(code, "by the measures of `\(ProgramModel.word)` " + doubts.joined(separator: "; "))
  }

  /// Two decimals.
  private static func fixed(_ value: Double) -> String {
    let hundredths = Int((100 * value).rounded())
    let decimals = "\(hundredths % 100)"
    return "\(hundredths / 100)." + (decimals.count == 1 ? "0" : "") + decimals
  }
}
