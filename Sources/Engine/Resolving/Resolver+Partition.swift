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
    if bench.data.partnersMakeWhole, qualifiers.partners == nil { return nil }
    let places = partners(in: scan)
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

  /// Turns a view to the figures of the partner, where the query asks for them.
  func mirror(_ view: inout View, _ qualifiers: Qualifiers) throws(Diagnostic) {
    guard let mirror = qualifiers.mirror, let own = view.reporter else { return }
    let named = qualifiers.partners?.groups.joined().first
    switch mirror {
    case .reporter(let reporter):
      let code = try code(ofPlace: reporter)
      if let named, try self.code(ofPlace: named) != code {
        throw Diagnostic(
          "mirror-mismatch",
          "\(reporter.text) does not report this trade with \(named.text)",
          at: reporter.span,
          fix: Fix("write `reported by \(named.text)`", replacing: reporter.span, with: named.text)
        )
      }
      view.reporter = code
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
}
