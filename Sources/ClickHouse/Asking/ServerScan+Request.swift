import Catalogue
import Engine

extension TableContents {
  /// A request in the terms of the table; nil where the table has nothing of it.
  func scan(_ request: FactRequest) -> ServerScan? {
    guard data.units.contains(request.unit), request.vintage == .latest || data.isPlain else {
      return nil
    }
    var scan = ServerScan()
    scan.members[.flow] = members(.flow, of: [request.series])
    if let reporter = request.reporter {
      scan.members[.reporter] = members(.reporter, of: [reporter])
    }
    scan.members[.partner] = partners(request)
    scan.members[.product] = products(request)
    for axis in request.axes { scan.apart.insert(axis.role) }
    scan.digits = digits(request)
    guard !scan.members.values.contains(.none) else { return nil }
    scan.members = scan.members.filter { $0.value != .all }
    return scan
  }

  private func members(_ role: Role, of codes: [String]) -> Members {
    // Told apart from each other even where they are all there are, so that passes can be shared.
    let texts = codes.flatMap { self.texts(role, of: $0) }.sorted()
    return texts.isEmpty ? .none : .only(texts)
  }

  private func partners(_ request: FactRequest) -> Members {
    switch request.partner {
    case .member(let code): return members(.partner, of: [code])
    case .members(let codes): return members(.partner, of: codes)
    case .each:
      return except(.partner, data.places.filter { $0.kind == .world })
    case .total:
      // A row of the world is the total; groups beside countries would count them twice.
      if let world = data.places.first(where: { $0.kind == .world }) {
        return members(.partner, of: [world.code])
      }
      return except(.partner, data.places.filter { $0.kind != .country })
    }
  }

  private func except(_ role: Role, _ places: [Place]) -> Members {
    let texts = places.flatMap { self.texts(role, of: $0.code) }.sorted()
    return texts.isEmpty ? .all : .except(texts)
  }

  private func products(_ request: FactRequest) -> Members {
    switch request.product {
    case .total: return products.whole.map(members) ?? .all
    case .each:
      guard request.level != .loaded else {
        return products.members(within: request.within).map(members) ?? .all
      }
      let counted = products.classes(request.level).ofProduct
      let within = products.members(within: request.within) ?? Array(data.products.indices)
      return members(within.filter { counted[$0] >= 0 })
    case .member(let code): return members(below: [code])
    case .members(let codes): return members(below: codes)
    }
  }

  private func members(_ positions: [Int]) -> Members {
    let texts = Set(positions.flatMap { self.texts(.product, of: data.products[$0].code) })
    return Members(texts.sorted(), of: allTexts(.product))
  }

  /// Products by their codes; a heading stands for the codes below it.
  private func members(below codes: [String]) -> Members {
    let texts = Set(
      codes.flatMap(products.positions).flatMap { self.texts(.product, of: data.products[$0].code) }
    )
    guard !texts.isEmpty else { return .none }
    let isHeading = codes.count == 1 && texts != [codes[0]] && codes[0].allSatisfy(\.isASCIIDigit)
    if isHeading, layout.roles[.product]?.type == .text,
      allTexts(.product).count(where: { $0.hasPrefix(codes[0]) }) == texts.count
    {
      return .prefix(codes[0])
    }
    return .only(texts.sorted())
  }

  /// Chapters and headings are the first digits of texts, where texts are codes.
  private func digits(_ request: FactRequest) -> Int? {
    guard request.product == .each, isProductCoded else { return nil }
    switch request.level {
    case .loaded: return nil
    case .heading: return 4
    case .chapter, .section: return 2
    }
  }

  /// The code of the member along an axis that a text stands for; nil for a text that is new.
  func code(_ text: String, along axis: FactRequest.Axis, _ request: FactRequest) -> String? {
    guard axis == .product, request.level != .loaded else { return code(text, axis.role) }
    if digits(request) != nil { return request.level.member(of: text) }
    return code(text, .product).flatMap { request.level.member(of: $0) }
  }
}

extension FactRequest.Axis {
  /// The role of the column whose members lie along the axis.
  var role: Role {
    switch self {
    case .reporter: .reporter
    case .partner: .partner
    case .product: .product
    }
  }
}
