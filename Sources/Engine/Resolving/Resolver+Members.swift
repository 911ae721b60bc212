import Catalogue
import Guidance
import Language
import Periods

// Partners and products: groups that are summed, columns side by side, members kept apart.
extension Resolver {
  func members(_ view: View, _ qualifiers: Qualifiers, keepsRest: Bool) throws(Diagnostic) -> Plan {
    var view = view
    try mirror(&view, qualifiers)
    let products = try productGroups(qualifiers)
    let dimensions = qualifiers.grouping?.dimensions ?? []
    guard dimensions.isEmpty else {
      return try each(known(dimensions), view, qualifiers, products, keepsRest: keepsRest)
    }
    let plan = try columns(products, of: "product") { product throws(Diagnostic) in
      try partners(view, qualifiers, product: product)
    }
    return plan
  }

  /// One plan for a single group, else a column for each.
  private func columns<Group>(
    _ groups: [(name: String, group: Group)],
    of dimension: String,
    _ plan: (Group) throws(Diagnostic) -> Plan
  ) throws(Diagnostic) -> Plan {
    guard groups.count > 1 else { return try plan(groups[0].group) }
    var columns: [(member: Member, plan: Plan)] = []
    for group in groups {
      columns.append((Member(dimension, group.name), try plan(group.group)))
    }
    var kind = columns[0].plan.kind
    kind.dimensions = [dimension] + kind.dimensions
    return Plan(.columns(columns), kind)
  }

  private func sum(_ plans: [Plan]) -> Plan {
    plans.count == 1 ? plans[0] : Plan(.sum(plans), plans[0].kind)
  }

  // MARK: Partners

  private func partners(
    _ view: View,
    _ qualifiers: Qualifiers,
    product: [FactRequest.Selection]
  ) throws(Diagnostic) -> Plan {
    guard let partners = qualifiers.partners else {
      let total = try total(view, qualifiers, product)
      return try excluding(qualifiers.excluding, from: total, view, qualifiers, product)
    }
    let groups = partners.groups.map { group in
      (name: group.map(\.text).joined(separator: " + "), group: group)
    }
    return try columns(groups, of: "partner") { group throws(Diagnostic) in
      var plans: [Plan] = []
      for name in group { plans.append(try place(name, view, qualifiers, product)) }
      return try excluding(qualifiers.excluding, from: sum(plans), view, qualifiers, product)
    }
  }

  private func total(
    _ view: View,
    _ qualifiers: Qualifiers,
    _ products: [FactRequest.Selection]
  ) throws(Diagnostic) -> Plan {
    var plans: [Plan] = []
    for product in products {
      plans.append(try leaf(view, qualifiers, partner: view.mirrored ?? .total, product: product))
    }
    return sum(plans)
  }

  /// A partner: its own figures or, for a group without, those of its members.
  private func place(
    _ name: Name,
    _ view: View,
    _ qualifiers: Qualifiers,
    _ products: [FactRequest.Selection]
  ) throws(Diagnostic) -> Plan {
    guard let place = bench.place(named: name.text) else {
      throw Diagnostic(
        "unknown-partner",
        "I do not know a partner called '\(name.text)'",
        at: name.span
      )
    }
    if place.kind == .world { return try total(view, qualifiers, products) }
    var plans: [Plan] = []
    for product in products {
      if let mirrored = view.mirrored {
        plans.append(try leaf(view, qualifiers, partner: mirrored, product: product))
        continue
      }
      if bench.data.isPlain, let members = loadedMembers(of: place, view) {
        plans.append(
          try leaf(view, qualifiers, partner: .members(members), product: product, at: name)
        )
        continue
      }
      let own = try leaf(view, qualifiers, partner: .member(place.code), product: product, at: name)
      if isLoaded(own) {
        plans.append(own)
        continue
      }
      var members: [Plan] = []
      for code in place.memberCodes {
        let member = try leaf(view, qualifiers, partner: .member(code), product: product, at: name)
        if isLoaded(member) { members.append(member) }
      }
      guard !members.isEmpty, members.count == place.memberCodes.count || bench.data.recordsAll
      else {
        throw notLoaded(name, view, qualifiers, loaded: members.count, of: place)
      }
      plans.append(sum(members))
    }
    return sum(plans)
  }

  /// The members of a group without figures of its own that a store knows; nil for other places.
  private func loadedMembers(of place: Place, _ view: View) -> [String]? {
    let members = place.memberCodes
    guard !members.isEmpty, !bench.hasPlace(code: place.code) else { return nil }
    let loaded = members.filter(bench.hasPlace)
    return loaded.isEmpty ? nil : loaded
  }

  private func notLoaded(
    _ name: Name,
    _ view: View,
    _ qualifiers: Qualifiers,
    loaded: Int,
    of place: Place
  ) -> Diagnostic {
    let direction = view.measure.direction?.rawValue ?? "of"
    let what = "\(view.subject(qualifiers)) \(direction) \(name.text)"
    let count = place.memberCodes.count
    let message =
      count == 0
      ? "I know \(name.text), but no figures of \(what) are loaded"
      : "I know \(name.text), but figures of \(loaded) of its \(count) members are loaded"
    return Diagnostic(
      "not-loaded",
      message,
      at: name.span,
      notes: ["`list partners` shows whose figures there are"]
    )
  }

  func isLoaded(_ plan: Plan) -> Bool {
    plan.scans.allSatisfy { scan in
      scan.requests.contains { bench.facts.hasFigures($0.request) }
        || scan.fallback.map { bench.facts.hasFigures($0) } ?? false
    }
  }

  private func excluding(
    _ names: [Name],
    from whole: Plan,
    _ view: View,
    _ qualifiers: Qualifiers,
    _ products: [FactRequest.Selection]
  ) throws(Diagnostic) -> Plan {
    var plan = whole
    for name in names {
      let part = try place(name, view, qualifiers, products)
      plan = Plan(.arithmetic(.minus, plan, part), plan.kind)
    }
    return plan
  }

  // MARK: Products

  private func productGroups(
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) -> [(name: String, group: [FactRequest.Selection])] {
    guard !qualifiers.products.isEmpty else { return [("", [.total])] }
    var groups: [(name: String, group: [FactRequest.Selection])] = []
    for group in qualifiers.products {
      var selections: [FactRequest.Selection] = []
      for name in group { selections.append(.member(productCode(name))) }
      groups.append((group.map(\.text).joined(separator: " + "), selections))
    }
    return groups
  }

  /// The code of a product: of a name, or of `HS 8542` itself.
  func productCode(_ name: Name) -> String {
    if let product = bench.product(named: name.text) { return product.code }
    return name.text.hasPrefix("HS ") ? String(name.text.dropFirst(3)) : name.text
  }

  // MARK: Leaves

  /// A scan of one partner and one product.
  func leaf(
    _ view: View,
    _ qualifiers: Qualifiers,
    partner: FactRequest.Selection,
    product: FactRequest.Selection,
    at name: Name? = nil
  ) throws(Diagnostic) -> Plan {
    let unit = view.isVolume ? bench.volumeUnit : bench.moneyUnit
    func request(_ series: String) -> FactRequest {
      view.request(series, unit: unit, partner: partner, product: product)
    }
    var scan = FactScan(
      view.measure.terms.map { ($0.sign, request(view.series($0.series))) },
      frequency: view.frequency,
      label: view.measure.entry.name
    )
    if view.measure.isSigned, view.mirrored == nil { scan.fallback = request("balance") }
    var kind = Kind(unit, view.frequency, .flow)
    kind.isSigned = view.measure.isSigned
    try convert(&scan, &kind, qualifiers)
    if name == nil { try checkProduct(scan, view, qualifiers) }
    return Plan(.facts(scan), kind)
  }

  private func checkProduct(
    _ scan: FactScan,
    _ view: View,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) {
    if let product = qualifiers.products.first?.first {
      let what = "\(view.measure.entry.name) of \(product.text)"
      try checkLoaded(scan, at: product.span, what)
    } else {
      try checkLoaded(scan, at: view.span, "`\(view.measure.entry.name)`")
    }
  }

  // MARK: Members kept apart

  /// The dimensions with what is known of them; no two may be of one axis.
  private func known(
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

  private func each(
    _ dimensions: [(name: Name, dimension: Dimension)],
    _ view: View,
    _ qualifiers: Qualifiers,
    _ products: [(name: String, group: [FactRequest.Selection])],
    keepsRest: Bool
  ) throws(Diagnostic) -> Plan {
    let asked = view
    var view = view
    let name = dimensions[0].name
    let axes = Set(dimensions.map(\.dimension.axis))
    let product = products[0].group[0]
    view.keepsReporters = axes.contains(.reporter)
    if view.keepsReporters { try clearReporter(of: &view, at: name) }
    for case (_, let dimension) in dimensions {
      guard case .products(let level) = dimension.members else { continue }
      try checkLevel(level, at: name)
      view.level = level
      view.within = qualifiers.products.joined().map(productCode)
    }
    let single = try axes.contains(.partner) ? .total : singlePartner(view, qualifiers)
    var plan = try leaf(
      view,
      qualifiers,
      partner: axes.contains(.partner) ? .each : single,
      product: axes.contains(.product) ? .each : product,
      at: name
    )
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
      let whole = try leaf(wholeView, qualifiers, partner: single, product: product)
      if case .facts(let wholeScan) = whole.step { each.whole = wholeScan.requests }
    }
    guard isLoaded(plan) else {
      let words = dimensions.map(\.name.text).joined(separator: ", ")
      let span = dimensions.map(\.name.span).reduce(name.span) { $0.joined($1) }
      // One by one, figures may be there.
      let single =
        dimensions.count == 1
        ? nil
        : dimensions.first { dimension in
          (try? self.each([dimension], asked, qualifiers, products, keepsRest: false)) != nil
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

  private func singlePartner(
    _ view: View,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) -> FactRequest.Selection {
    guard let name = qualifiers.partners?.groups.first?.first else { return .total }
    return .member(try code(ofPlace: name))
  }

  func code(ofPlace name: Name) throws(Diagnostic) -> String {
    guard let place = bench.place(named: name.text) else {
      throw Diagnostic(
        "unknown-partner",
        "I do not know a partner called '\(name.text)'",
        at: name.span
      )
    }
    return place.code
  }
}

extension View {
  /// The measure with its products, in words.
  func subject(_ qualifiers: Qualifiers) -> String {
    let products = qualifiers.products.joined().map(\.text).joined(separator: ", ")
    let reporter = reporterName.map { "\($0) " } ?? ""
    return reporter + measure.entry.name + (products.isEmpty ? "" : " of \(products)")
  }

  var isVolume: Bool {
    if case .volume = measure.kind { true } else { false }
  }

  /// The series to look into: the other direction where the partner's figures are taken.
  func series(_ series: String) -> String {
    guard mirrored != nil else { return series }
    switch series {
    case "exports": return "imports"
    case "imports": return "exports"
    default: return series
    }
  }
}

extension Place {
  /// The codes of the members of today; none for countries.
  var memberCodes: [String] {
    guard case .group(let memberships) = kind else { return [] }
    return memberships.filter { $0.left == nil }.map(\.member)
  }
}
