import Catalogue
import Guidance
import Language
import Periods

/// Money at the prices of the base of a price index.
///
/// Every period is deflated as finely as the index allows, then added up: a year of real exports is
/// the sum of its real months.
struct RealTerms: Transform {
  static let entry = Entry(
    "real",
    aliases: ["constant prices", "deflated", "实际"],
    category: .transform,
    summary: "Money at constant prices; needs a price index, which imported data may hold.",
    usage: "real [using INDEX]",
    formula: "100 × x[t] ÷ index[t], month by month",
    reference: "IMF et al., Export and Import Price Index Manual, 2009",
    searchTerms: ["deflate", "inflation", "constant prices", "volume"],
    examples: []
  )
  static let shape = TransformShape.using

  private let isFlow: Bool
  private var frequency: Frequency
  private var base = ""

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {
    guard input.unit?.currency != nil, input.nature != .growth else {
      throw Diagnostic(
        "needs-money",
        "`real` deflates money, not \(input.unit?.noun ?? "a number")",
        at: call.name.span
      )
    }
    isFlow = input.nature == .flow
    frequency = input.frequency
  }

  func kind(after input: Kind) -> Kind { input.with(frequency: frequency) }

  var label: String { "at constant prices, \(base)" }

  // MARK: Finding the index

  func applied(to plan: Plan, _ application: Application) throws(Diagnostic) -> Plan {
    guard application.isFirst else {
      throw Diagnostic(
        "deflate-first",
        "`real` comes before other transforms: prices are taken out of the months themselves",
        at: application.call.name.span
      )
    }
    let (name, base) = try priceIndex(application)
    var copy = self
    copy.base = base
    let phrase = Phrase(.measure(name, reporter: nil), at: name.location)
    let index = try application.resolver.plan(.phrase(phrase), Scope())
    guard frequency.step >= index.kind.frequency.step else {
      throw Diagnostic(
        "frequency-mismatch",
        "`\(name.text)` is \(index.kind.frequency.label), these figures \(frequency.label)",
        at: name.span
      )
    }
    let money = try application.money(index.kind.frequency)
    let whole = Plan(.number(100), Kind(nil, .monthly, .level).asScalar)
    let ratio = Plan(.arithmetic(.divide, index, whole), index.kind)
    let real = Plan(.arithmetic(.divide, money, ratio), money.kind)
    return Plan(.transformed(copy, real), plan.kind)
  }

  /// The measure named, or the only price index of the data.
  private func priceIndex(
    _ application: Application
  ) throws(Diagnostic) -> (name: Name, base: String) {
    let resolver = application.resolver
    let call = application.call
    guard case .name(let name) = call.argument else {
      let known = resolver.bench.data.indicators.filter { resolver.base(of: $0) != nil }
      guard known.count <= 1 else {
        throw Diagnostic(
          "needs-deflator",
          "which price index? There are several",
          at: call.name.span,
          notes: known.map { "`real using \($0.name)`" }
        )
      }
      guard let only = known.first, let base = resolver.base(of: only) else {
        throw Diagnostic(
          "not-loaded",
          "`real` needs a price index, and none is loaded",
          at: call.name.span,
          notes: ["an index has a base, such as 2015 = 100; `cpi` here is a rate of growth"]
        )
      }
      return (Name(only.name, at: call.name.location), base)
    }
    guard case .indicator(let indicator)? = resolver.bench.lexicon.measures[name.text]?.kind,
      let base = resolver.base(of: indicator)
    else {
      throw Diagnostic(
        "not-a-price-index",
        "`\(name.text)` is no price index: an index has a base, such as 2015 = 100",
        at: name.span
      )
    }
    return (name, base)
  }

  // MARK: Adding up

  func run(_ series: Series) -> Series {
    guard series.frequency != frequency, !series.cells.isEmpty else { return series }
    let first = frequency.number(startingAtOrBefore: series.period(series.first).start)
    let last = frequency.number(startingAtOrBefore: series.period(series.end - 1).start)
    let cells = (first...last).map { number -> Cell in
      let parts = series.numbers(within: frequency.period(number)).map { series[$0] }
      return isFlow
        ? Cell.computed(from: parts) { $0.reduce(0, +) } : parts.last ?? .missing(.notLoaded)
    }
    return Series(frequency, first: first, cells: cells)
  }
}

extension Resolver {
  /// The base of a price index; nil for what is none.
  fileprivate func base(of indicator: Indicator) -> String? {
    guard case .index(let base) = unit(of: indicator), !base.isEmpty else { return nil }
    return base
  }
}

extension Application {
  /// What the transform stands behind, at another frequency.
  fileprivate func money(_ frequency: Frequency) throws(Diagnostic) -> Plan {
    var phrase = phrase
    phrase.transforms = []
    phrase.qualifiers.window = nil
    phrase.qualifiers.condition = nil
    phrase.qualifiers.ratio = nil
    phrase.qualifiers.grouping?.each = nil
    if let keys = phrase.qualifiers.grouping?.keys {
      let kept = keys.filter { if case .dimension = $0 { true } else { false } }
      if kept.isEmpty { phrase.qualifiers.grouping = nil }
      phrase.qualifiers.grouping?.keys = kept
    }
    var scope = scope
    scope.frequency = frequency
    return try resolver.plan(.phrase(phrase), scope)
  }
}

extension Kind {
  fileprivate var asScalar: Kind {
    var copy = self
    copy.isScalar = true
    return copy
  }
}
