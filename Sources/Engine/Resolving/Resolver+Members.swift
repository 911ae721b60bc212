import Catalogue
import Guidance
import Language
import Periods

// Partners and products: groups that are summed, columns side by side, members kept apart.
extension Resolver {
  func members(_ view: View, _ qualifiers: Qualifiers, keepsRest: Bool) throws(Diagnostic) -> Plan {
    var view = view
    try mirror(&view, qualifiers)
    let dimensions = qualifiers.grouping?.dimensions ?? []
    guard dimensions.isEmpty else {
      return try each(known(dimensions), view, qualifiers, keepsRest: keepsRest)
    }
    let products = try productGroups(qualifiers)
    let plan = try columns(products, of: "product") { product throws(Diagnostic) in
      try partners(view, qualifiers, product: product)
    }
    return plan
  }

  /// One plan for a single group, else a column for each.
  func columns<Group>(
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

  /// The sum of the plans of some items.
  ///
  /// Where all trade is recorded, an item of which there is none adds nothing, as long as there is
  /// any of another.
  private func sum<Item>(
    _ items: [Item],
    _ plan: (Item) throws(Diagnostic) -> Plan
  ) throws(Diagnostic) -> Plan {
    var plans: [Plan] = []
    var absence: Diagnostic?
    for item in items {
      do throws(Diagnostic) {
        plans.append(try plan(item))
      } catch {
        guard bench.data.recordsAll, error.code == "not-loaded" else { throw error }
        absence = absence ?? error
      }
    }
    if plans.isEmpty, let absence { throw absence }
    return plans.count == 1 ? plans[0] : Plan(.sum(plans), plans[0].kind)
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
      let plan = try sum(group) { name throws(Diagnostic) in
        try place(name, view, qualifiers, product)
      }
      return try excluding(qualifiers.excluding, from: plan, view, qualifiers, product)
    }
  }

  private func total(
    _ view: View,
    _ qualifiers: Qualifiers,
    _ products: [FactRequest.Selection]
  ) throws(Diagnostic) -> Plan {
    try sum(products) { product throws(Diagnostic) in
      try leaf(view, qualifiers, partner: view.mirrored ?? .total, product: product)
    }
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
    return try sum(products) { product throws(Diagnostic) in
      try self.place(place, name, view, qualifiers, product)
    }
  }

  private func place(
    _ place: Place,
    _ name: Name,
    _ view: View,
    _ qualifiers: Qualifiers,
    _ product: FactRequest.Selection
  ) throws(Diagnostic) -> Plan {
    func leaf(_ partner: FactRequest.Selection) throws(Diagnostic) -> Plan {
      try self.leaf(view, qualifiers, partner: partner, product: product, at: name)
    }
    if let mirrored = view.mirrored {
      return try self.leaf(view, qualifiers, partner: mirrored, product: product)
    }
    let own: FactRequest.Selection =
      bench.data.isPlain
      ? loadedMembers(of: place).map { .members($0) } ?? .member(place.code) : .member(place.code)
    let plan = try leaf(own)
    if isLoaded(plan) { return plan }
    var members: [Plan] = []
    for code in place.memberCodes {
      let member = try leaf(.member(code))
      if isLoaded(member) { members.append(member) }
    }
    guard !members.isEmpty, members.count == place.memberCodes.count || bench.data.recordsAll
    else { throw notLoaded(name, view, qualifiers, loaded: members.count, of: place) }
    return try sum(members) { $0 }
  }

  /// The members of a group without figures of its own that a store knows; nil for other places.
  func loadedMembers(of place: Place) -> [String]? {
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
      do throws(Diagnostic) {
        let part = try place(name, view, qualifiers, products)
        plan = Plan(.arithmetic(.minus, plan, part), plan.kind)
      } catch {
        // Of nothing there is nothing to leave out.
        guard bench.data.recordsAll, error.code == "not-loaded" else { throw error }
      }
    }
    return plan
  }

  // MARK: Products

  func productGroups(
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
