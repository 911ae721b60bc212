import Catalogue
import Guidance
import Language

/// A function of whole series: checked when it is made, unable to fail once it runs.
package protocol Function: Sendable {
  static var entry: Entry { get }

  /// The plans that the function works on: those of its arguments, and what else it needs to fetch.
  static func plans(
    for arguments: [Expression],
    _ invocation: Invocation
  ) throws(Diagnostic) -> [Plan]

  /// Checks the plans by what they will give.
  init(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic)

  var kind: Kind { get }

  func run(_ arguments: [Panel]) -> Panel
}

/// Every function, in the order in which help lists them.
package let functions: [any Function.Type] = [
  Correlation.self, Elasticity.self, HerfindahlHirschman.self, NormalisedHerfindahl.self,
  NumbersEquivalent.self,
  ConcentrationRatio.self, Theil.self, Gini.self, RevealedAdvantage.self, SymmetricAdvantage.self,
  NormalisedAdvantage.self, Lafay.self, TradeIntensity.self, GrubelLloyd.self,
  ExportSimilarity.self, TradeComplementarity.self, ExtensiveMargin.self, IntensiveMargin.self,
  Openness.self, ImportPenetration.self,
  Laspeyres.self, Paasche.self, Fisher.self, VolumeIndex.self, TermsOfTrade.self,
  Record.self, Low.self, CarryOver.self,
]

extension Function {
  /// The function on its arguments, checked.
  static func plan(_ arguments: [Plan], at span: SourceSpan) throws(Diagnostic) -> Plan {
    let function = try Self(arguments, at: span)
    return Plan(.called(function, arguments), function.kind)
  }

  /// Refuses a wrong number of arguments.
  static func count(
    _ arguments: [Plan],
    _ expected: Int,
    at span: SourceSpan
  ) throws(Diagnostic) {
    guard arguments.count != expected else { return }
    throw Diagnostic(
      "wrong-arguments",
      "`\(entry.name)` takes \(expected) argument\(expected == 1 ? "" : "s")"
        + ", not \(arguments.count)",
      at: span,
      notes: ["as in `\(entry.usage)`"]
    )
  }
}
