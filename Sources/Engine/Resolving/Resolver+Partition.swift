import Catalogue
import Guidance
import Language
import Periods

extension Resolver {
  /// The codes of partners that do not overlap, ordered by code.
  ///
  /// A group for which the data has figures stands for its members, because the members loaded
  /// rarely make up the whole of it; groups that are defined by their figures alone, or overlap one
  /// that is taken, are left out.
  func partition(
    _ members: Dimension.Members,
    _ scan: FactScan,
    _ qualifiers: Qualifiers
  ) throws(Diagnostic) -> [String]? {
    let excluded = try excludedCodes(qualifiers)
    if bench.data.partnersMakeWhole, qualifiers.partners == nil, excluded.isEmpty { return nil }
    let places = partners(in: scan).filter { !excluded.contains($0.code) }
    let countries = places.filter { $0.kind == .country }.map(\.code)
    if let wanted = qualifiers.partners?.groups.joined(), !wanted.isEmpty {
      var codes: Set<String> = []
      for name in wanted {
        guard let place = bench.place(named: name.text) else { continue }
        codes.formUnion(place.memberCodes.isEmpty ? [place.code] : place.memberCodes)
      }
      return countries.filter(codes.contains).sorted()
    }
    guard case .partners = members else { return countries.sorted() }
    var taken: [String] = []
    var covered: Set<String> = []
    let groups = places.filter { !$0.memberCodes.isEmpty }
      .sorted { ($1.memberCodes.count, $0.code) < ($0.memberCodes.count, $1.code) }
    for group in groups where covered.isDisjoint(with: group.memberCodes) {
      taken.append(group.code)
      covered.formUnion(group.memberCodes)
    }
    return (taken + countries.filter { !covered.contains($0) }).sorted()
  }

  /// The partners that a query leaves out, the members of groups one by one.
  private func excludedCodes(_ qualifiers: Qualifiers) throws(Diagnostic) -> Set<String> {
    var codes: Set<String> = []
    for name in qualifiers.excluding {
      let code = try code(ofPlace: name)
      codes.formUnion([code] + (bench.place(code: code)?.memberCodes ?? []))
    }
    return codes
  }

  /// The partners that a scan has figures of; in a store all that its dictionary knows.
  private func partners(in scan: FactScan) -> [Place] {
    guard !bench.data.isPlain else { return bench.data.places }
    let position = scan.requests[0].request.axes.firstIndex(of: .partner) ?? 0
    let loaded = Set(
      scan.requests.flatMap { bench.facts.timelines($0.request).keys }
        .map { FactRequest.codes(ofKey: $0)[position] }
    )
    return bench.data.places.filter { loaded.contains($0.code) }
  }

  /// Refuses levels of the Harmonized System where products are classes of a list of its own: what is
  /// loaded of a chapter would pass for all of it.
  func checkLevel(_ level: ProductLevel, at span: Name) throws(Diagnostic) {
    guard level != .loaded, !bench.data.isPlain else { return }
    let goods = bench.data.products.filter { $0.code != Product.total }
    guard goods.contains(where: { level.member(of: $0.code) == nil }) else { return }
    throw Diagnostic(
      "not-loaded",
      "the products here are a list of their own, and make up no \(span.text)s",
      at: span.span,
      fix: Fix("ask `by product`", replacing: span.span, with: "product")
    )
  }

  /// Turns a view to the figures of the partner, where the query asks for them.
  func mirror(_ view: inout View, _ qualifiers: Qualifiers) throws(Diagnostic) {
    guard let mirror = qualifiers.mirror, let own = view.reporter else { return }
    let named = qualifiers.partners?.groups.joined().first
    switch mirror {
    case .reporter(let reporter):
      let code = try code(ofPlace: reporter)
      if let named, try self.code(ofPlace: named) != code {
        throw try mismatch(of: reporter, with: named, view)
      }
      view.reporter = code
      view.mirrored = .member(own)
      try checkReports(view, at: reporter)
    case .partner(let location):
      guard let named, qualifiers.partners?.groups.count == 1 else {
        throw Diagnostic(
          "mirror-needs-partner",
          "whose figures? `mirror` needs one partner, as in `exports to US mirror`",
          at: location.span
        )
      }
      view.reporter = try code(ofPlace: named)
    }
    view.mirrored = .member(own)
  }

  /// Why a reporter does not report a trade with another partner.
  private func mismatch(
    of reporter: Name,
    with named: Name,
    _ view: View
  ) throws(Diagnostic) -> Diagnostic {
    let diagnostic = Diagnostic(
      "mirror-mismatch",
      "\(reporter.text) does not report this trade with \(named.text)",
      at: reporter.span
    )
    guard try code(ofPlace: named) == view.reporter, let direction = view.measure.direction else {
      return diagnostic.with(
        fix: Fix("write `reported by \(named.text)`", replacing: reporter.span, with: named.text)
      )
    }
    let own = "\(reporter.text) \(view.measure.entry.name) \(direction.rawValue) \(named.text)"
    return diagnostic.with(fix: Fix("its own trade goes by its own name: `\(own)`"))
  }

  /// Refuses a reporter of whom there are no figures, naming those of whom there are.
  private func checkReports(_ view: View, at reporter: Name) throws(Diagnostic) {
    func reports(_ code: String?) -> Bool {
      var view = view
      view.reporter = code
      return view.measure.terms.contains { term in
        let partner = view.mirrored ?? .total
        let series = view.series(term.series)
        return bench.facts.hasFigures(
          view.request(series, unit: bench.moneyUnit, partner: partner, product: .total)
        )
      }
    }
    guard !reports(view.reporter) else { return }
    let known = (bench.data.reporterPlaces ?? bench.data.places).filter { reports($0.code) }
    throw Diagnostic(
      "not-loaded",
      "no figures of \(view.measure.entry.name) reported by \(reporter.text) are loaded",
      at: reporter.span,
      notes: known.isEmpty
        ? [] : ["reporters with figures: \(known.map(\.name).joined(separator: ", "))"]
    )
  }
}
