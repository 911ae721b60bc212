import Catalogue
import Guidance
import Language
import Periods

extension Resolver {
  /// The plan with the transforms of a phrase, in the order in which they stand.
  func transformed(
    _ plan: Plan,
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    if scope.qualifiers.published != nil, phrase.qualifiers.published != nil {
      return try publishedGrowth(phrase, scope)
    }
    guard plan.kind.nature != .truth else {
      throw Diagnostic(
        "needs-measure",
        "a condition cannot be transformed",
        at: phrase.transforms[0].name.span
      )
    }
    var plan = plan
    for (index, call) in phrase.transforms.enumerated() {
      guard !plan.kind.isScalar else { throw alreadyOneNumber(call) }
      guard let type = transforms.first(where: { $0.entry.name == call.name.text }) else {
        throw Diagnostic(
          "unknown-transform",
          "I do not know the transform '\(call.name.text)'",
          at: call.name.span
        )
      }
      do throws(Diagnostic) {
        let transform = try type.init(call, on: plan.kind)
        let application = Application(
          call: call,
          isFirst: index == 0,
          phrase: phrase,
          scope: scope,
          resolver: self
        )
        plan = try transform.applied(to: plan, application)
      } catch {
        throw error.offeringOtherOrder(of: phrase.transforms, at: index)
      }
    }
    return plan
  }

  private func alreadyOneNumber(_ call: TransformCall) -> Diagnostic {
    Diagnostic(
      "needs-series",
      "`\(call.name.text)` needs a series, but this is one number",
      at: call.name.span
    )
  }

  // MARK: The source's own growth

  /// `yoy published`: the rates that the source itself gave, not computed from levels.
  private func publishedGrowth(
    _ phrase: Phrase,
    _ scope: Scope
  ) throws(Diagnostic) -> Plan {
    let words = phrase.transforms.map(\.name.text)
    let span = phrase.qualifiers.published?.span ?? phrase.span
    guard case .measure(let name, _) = phrase.head,
      let measure = bench.lexicon.measures[name.text], case .trade = measure.kind,
      measure.terms.count == 1, words == ["yoy"] || words == ["ytd", "yoy"],
      phrase.transforms.allSatisfy({ $0.argument == .none })
    else {
      throw Diagnostic(
        "not-published",
        "the source publishes growth on a year earlier of exports and imports, nothing else",
        at: span,
        notes: ["as in `exports yoy published` and `exports ytd yoy published`"]
      )
    }
    var view = View(measure: measure, name: name, span: phrase.span)
    view.vintage = vintage(scope.qualifiers)
    view.reporter = bench.reporter
    view.frequency = scope.frequency ?? .monthly
    let isYuan = scope.qualifiers.conversion?.text == Currency.cny.rawValue
    let request = view.request(
      measure.terms[0].series + (isYuan ? ".yoy.cny" : ".yoy"),
      unit: .percent,
      partner: try publishedPartner(scope.qualifiers),
      product: scope.qualifiers.products.first?.first.map { .member(productCode($0)) } ?? .total
    )
    var scan = FactScan([(1, request)], frequency: view.frequency, label: name.text)
    scan.isExact = true
    try checkLoaded(scan, at: span, "growth as published of `\(name.text)`")
    var kind = Kind(.percent, view.frequency, .growth)
    kind.horizon = 12
    let rates = Plan(.facts(scan), kind)
    guard words == ["ytd", "yoy"] else { return rates }
    return Plan(.transformed(PublishedToDate(), rates), kind)
  }

  private func publishedPartner(
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) -> FactRequest.Selection {
    guard let partners = qualifiers.partners else { return .total }
    guard partners.groups.count == 1, partners.groups[0].count == 1 else {
      throw Diagnostic(
        "not-published",
        "growth is published for one partner at a time",
        at: partners.location.span
      )
    }
    return .member(try code(ofPlace: partners.groups[0][0]))
  }
}

/// Takes the published rate of the year to date in the place of that of the month.
private struct PublishedToDate: Transform {
  static let entry = YearToDate.entry
  static let shape = TransformShape.plain

  init() {}

  init(_ call: TransformCall, on input: Kind) throws(Diagnostic) {}

  var label: String { "year to date" }

  var accumulation: Accumulation? { .yearToDate }

  func run(_ series: Series) -> Series { series }
}

extension Diagnostic {
  /// Where a sum over growth or an adjustment of it was refused, offers that first: `ytd yoy` for
  /// `yoy ytd`.
  fileprivate func offeringOtherOrder(of calls: [TransformCall], at index: Int) -> Diagnostic {
    let codes: [Code] = ["flows-only", "adjust-first", "forecast-first"]
    guard codes.contains(code), index > 0 else { return self }
    let (before, after) = (calls[index - 1], calls[index])
    let text = "\(after) \(before)"
    let words = "write it the other way round: `\(text)`"
    // Qualifiers between the two must not get lost.
    let span = before.location.span.joined(after.location.span)
    let isTogether = before.location.span.end + 1 >= after.location.span.start
    return with(fix: isTogether ? Fix(words, replacing: span, with: text) : Fix(words))
  }
}
