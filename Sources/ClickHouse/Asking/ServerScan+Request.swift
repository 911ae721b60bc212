import Catalogue
import Engine

extension TableContents {
  /// A request in the terms of the table; nil where the table has nothing of it.
  func scan(_ request: FactRequest, _ data: DataSet, _ layout: TableLayout) -> ServerScan? {
    guard data.units.contains(request.unit) else { return nil }
    var scan = ServerScan()
    scan.members[.flow] = only(.flow, request.series)
    if let reporter = request.reporter { scan.members[.reporter] = only(.reporter, reporter) }
    scan.members[.partner] = partners(request.partner, data)
    scan.members[.product] = products(request.product, data, layout)
    if request.partner == .each { scan.apart.insert(.partner) }
    if request.product == .each { scan.apart.insert(.product) }
    guard !scan.members.values.contains(.none) else { return nil }
    scan.members = scan.members.filter { $0.value != .all }
    return scan
  }

  private func only(_ role: Role, _ code: String) -> Members {
    let texts = texts(role, of: code)
    return texts.isEmpty ? .none : .only(texts)
  }

  private func except(_ role: Role, _ isLeftOut: (String) -> Bool) -> Members {
    let texts = texts(role, where: isLeftOut)
    return texts.isEmpty ? .all : .except(texts)
  }

  // A row of the world is the total where there is one; groups beside countries count them twice.
  private func partners(_ selection: FactRequest.Selection, _ data: DataSet) -> Members {
    let worlds = Set(data.places.filter { $0.kind == .world }.map(\.code))
    switch selection {
    case .member(let code): return only(.partner, code)
    case .each: return except(.partner, worlds.contains)
    case .total:
      if let world = worlds.min() { return only(.partner, world) }
      let others = Set(data.places.filter { $0.kind != .country }.map(\.code))
      return except(.partner, others.contains)
    }
  }

  private func products(
    _ selection: FactRequest.Selection,
    _ data: DataSet,
    _ layout: TableLayout
  ) -> Members {
    let hasTotal = !texts(.product, of: Product.total).isEmpty
    switch selection {
    case .total: return hasTotal ? only(.product, Product.total) : .all
    case .each: return except(.product) { $0 == Product.total }
    case .member(let code):
      if !texts(.product, of: code).isEmpty { return only(.product, code) }
      // A heading stands for the codes below it.
      guard !code.isEmpty, code.allSatisfy(\.isASCIIDigit) else { return .none }
      let below = texts(.product) { $0.hasPrefix(code) }
      if below.isEmpty { return .none }
      return layout.roles[.product]?.type == .text ? .prefix(code) : .only(below)
    }
  }
}
