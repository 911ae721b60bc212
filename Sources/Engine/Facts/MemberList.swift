import Catalogue

/// The members along an axis of the facts: places, products or classes of products.
struct MemberList: Sendable {
  let codes: [String]
  let names: [String]

  /// What the members of a data set are listed by.
  struct Key: Hashable, Sendable {
    var axis: FactRequest.Axis
    var level: ProductLevel
  }

  init(codes: [String], names: [String]) {
    self.codes = codes
    self.names = names
  }

  init(_ places: [Place]) { self.init(codes: places.map(\.code), names: places.map(\.name)) }

  init(classes codes: [String]) {
    self.init(codes: codes, names: codes.map { Product.known($0)?.name ?? "HS \($0)" })
  }
}
