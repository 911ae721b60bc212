import Catalogue
import Guidance
import Language
import Periods

// Members of dimensions kept apart.
extension Resolver {
  /// What of the other partners and products is added up for each member; taken away where the
  /// sign is negative.
  private struct Addends {
    var partners: [(sign: Double, selection: FactRequest.Selection)]
    var products: [FactRequest.Selection]
  }

  /// The dimensions with what is known of them; no two may be of one axis.
  func known(
    _ names: [Name]
  ) throws(Diagnostic) -> [(name: Name, dimension: Dimension)] {
    var known: [(name: Name, dimension: Dimension)] = []
    for name in names {
      guard let dimension = dimensions.first(where: { $0.entry.name == name.text }) else {
        throw Diagnostic(
          "unknown-dimension",
          "I do not know the dimension '\(name.text)'",
          at: name.span
        )
      }
      if let rival = known.first(where: { $0.dimension.axis == dimension.axis }) {
        throw Diagnostic(
          "one-dimension",
          "`\(rival.name.text)` and `\(name.text)` divide the same thing: one of them is enough",
          at: name.span
        )
      }
      known.append((name, dimension))
    }
    return known
  }

  /// Members kept apart; a column for each of several partners and products beside each other.
  func each(
    _ dimensions: [(name: Name, dimension: Dimension)],
    _ view: View,
    _ qualifiers: Qualifiers,
    keepsRest: Bool
  ) throws(Diagnostic) -> Plan {
    let axes = Set(dimensions.map(\.dimension.axis))
    let products = axes.contains(.product) ? [("", [.each])] : try productGroups(qualifiers)
    let named = qualifiers.partners?.groups.map { group in
      (name: group.map(\.text).joined(separator: " + "), group: group)
    }
    let partners = axes.contains(.partner) ? nil : named
    return try columns(products, of: "product") { product throws(Diagnostic) in
      try columns(partners ?? [("", [])], of: "partner") { group throws(Diagnostic) in
        let addends = Addends(
          partners: axes.contains(.partner)
            ? [(1, .each)] : try self.partners(group, view, qualifiers),
          products: product
        )
        return try each(dimensions, view, qualifiers, addends, keepsRest: keepsRest)
      }
    }
  }

  private func each(
    _ dimensions: [(name: Name, dimension: Dimension)],
    _ view: View,
    _ qualifiers: Qualifiers,
    _ addends: Addends,
    keepsRest: Bool
  ) throws(Diagnostic) -> Plan {
    let asked = view
    var view = view
    let name = dimensions[0].name
    let axes = Set(dimensions.map(\.dimension.axis))
    view.keepsReporters = axes.contains(.reporter)
    if view.keepsReporters { try clearReporter(of: &view, at: name) }
    for case (_, let dimension) in dimensions {
      guard case .products(let level) = dimension.members else { continue }
      try checkLevel(level, at: name)
      view.level = level
      view.within = qualifiers.products.joined().map(productCode)
    }
    var plan = try leaves(view, qualifiers, addends, at: name)
    guard case .facts(var scan) = plan.step else { return plan }
    var each = FactScan.Each(dimensions: dimensions.map { ($0.name.text, $0.dimension.axis) })
    for case (_, let dimension) in dimensions where dimension.axis == .partner {
      each.members = try partition(dimension.members, scan, qualifiers)
    }
    if keepsRest, !view.isVolume, axes.count == 1, axes != [.partner] || qualifiers.partners == nil
    {
      var wholeView = view
      wholeView.keepsReporters = false
      wholeView.level = .loaded
      wholeView.within = []
      each.keepsRest = !makeWhole(view, axes)
      var sums = addends
      if axes == [.partner] { sums.partners = [(1, .total)] }
      if axes == [.product] { sums.products = [try productGroups(qualifiers)[0].group[0]] }
      let whole = try leaves(wholeView, qualifiers, sums, at: name)
      let hasWhole = axes != [.product] || bench.data.recordsAll || isLoaded(whole)
      if hasWhole, case .facts(let wholeScan) = whole.step {
        each.whole = wholeScan.requests
      } else {
        // In a file of a few goods without their total there is nothing that they leave.
        each.keepsRest = false
      }
    }
    guard isLoaded(plan) else {
      let words = dimensions.map(\.name.text).joined(separator: ", ")
      let span = dimensions.map(\.name.span).reduce(name.span) { $0.joined($1) }
      // One by one, figures may be there.
      let single =
        dimensions.count == 1
        ? nil
        : dimensions.first { dimension in
          (try? self.each([dimension], asked, qualifiers, keepsRest: false)) != nil
        }
      throw Diagnostic(
        "not-loaded",
        "no figures of \(view.subject(qualifiers)) by \(words) are loaded",
        at: span,
        fix: single.map {
          Fix("ask one at a time: `by \($0.name.text)`", replacing: span, with: $0.name.text)
        }
      )
    }
    scan.each = each
    plan.step = .facts(scan)
    plan.kind.dimensions = dimensions.map(\.name.text)
    return plan
  }

  /// One scan that adds up several partners and products.
  private func leaves(
    _ view: View,
    _ qualifiers: Qualifiers,
    _ addends: Addends,
    at name: Name
  ) throws(Diagnostic) -> Plan {
    var plans: [(sign: Double, plan: Plan)] = []
    for (sign, partner) in addends.partners {
      for product in addends.products {
        let plan = try leaf(view, qualifiers, partner: partner, product: product, at: name)
        plans.append((sign, plan))
      }
    }
    guard plans.count > 1 else { return plans[0].plan }
    // Where all trade is recorded, what is not there is nothing; elsewhere it leaves no sum.
    let present = plans.filter { isLoaded($0.plan) }
    if present.count < plans.count, !bench.data.recordsAll || present.isEmpty {
      return plans.first { !isLoaded($0.plan) }?.plan ?? plans[0].plan
    }
    guard case .facts(var scan) = present[0].plan.step else { return present[0].plan }
    scan.fallback = nil
    scan.requests = present.flatMap { sign, plan in
      plan.scans.flatMap(\.requests).map { (sign * $0.sign, $0.request) }
    }
    return Plan(.facts(scan), present[0].plan.kind)
  }

  /// The partners of a group, all if it is empty, without those that are left out.
  private func partners(
    _ group: [Name],
    _ view: View,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) -> [(sign: Double, selection: FactRequest.Selection)] {
    func selection(_ name: Name) throws(Diagnostic) -> FactRequest.Selection {
      let code = try code(ofPlace: name)
      guard bench.data.isPlain, let place = bench.place(code: code),
        let members = loadedMembers(of: place)
      else { return .member(code) }
      return .members(members)
    }
    var partners: [(sign: Double, selection: FactRequest.Selection)] = []
    if let mirrored = view.mirrored {
      partners = [(1, mirrored)]
    } else {
      for name in group { partners.append((1, try selection(name))) }
    }
    if partners.isEmpty { partners = [(1, .total)] }
    for name in qualifiers.excluding { partners.append((-1, try selection(name))) }
    return partners
  }

  /// Where reporters stay apart, none can be named.
  private func clearReporter(of view: inout View, at name: Name) throws(Diagnostic) {
    if let named = view.reporterName {
      throw Diagnostic(
        "one-dimension",
        "`by reporter` keeps reporters apart, and \(named) is one of them",
        at: name.span
      )
    }
    view.reporter = nil
  }

  /// Whether the members of an axis are known to add up to the whole, so that nothing is left.
  private func makeWhole(_ view: View, _ axes: Set<FactRequest.Axis>) -> Bool {
    guard bench.data.isPlain else { return false }
    switch axes {
    case [.partner]: return bench.data.partnersMakeWhole
    case [.product]: return bench.facts.productsMakeWhole(view.level)
    default: return true
    }
  }
}
