import Catalogue

/// Classes of products that hold others of the list are left out where products stand side by side.
struct ProductsOverlap: Lint {
  static let code = "products-overlap"

  static func note(on finding: Finding) -> Note? {
    let scans = finding.plan.scans.filter { scan in
      scan.each?.dimensions.contains { $0.axis == .product } == true
    }
    guard let request = scans.first?.requests.first?.request, request.level == .loaded,
      request.within.isEmpty
    else { return nil }
    let bench = finding.answerer.bench
    guard !bench.data.recordsAll else { return nil }
    let left = bench.data.products.filter(\.holdsOthers).filter { product in
      var own = request
      own.product = .member(product.code)
      return bench.facts.hasFigures(own)
    }
    guard let first = left.first else { return nil }
    let names = left.map(\.name).joined(separator: ", ")
    return Note(
      code,
      left.count == 1
        ? "\(names) holds others of the list and is left out; `exports of \"\(first.name)\"` has it"
        : "\(names) hold others of the list and are left out; ask for them by name"
    )
  }
}
