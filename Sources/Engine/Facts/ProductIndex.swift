import Catalogue
import Synchronization

/// Where products stand in a data set's dictionary, and which of them add up without overlap.
///
/// A data set may hold chapters, headings and items side by side; each of these levels is the whole.
package final class ProductIndex: Sendable {
  private let products: [Product]
  private let positions: [String: Int]
  /// The position of all goods together.
  package let total: Int?
  /// True where all codes are equally long, so that none contains another.
  private let isUniform: Bool
  private let classes = Mutex<[ProductLevel: Classes]>([:])
  private let goods = Once<[Int]?>()
  private let apart = Once<[Int]?>()
  private let ordered = Once<[Int]>()

  /// For each product the member that it counts for; -1 where it counts for none.
  package struct Classes: Sendable {
    package var codes: [String]
    package var ofProduct: [Int]
    /// Whether no product is left out.
    var isComplete: Bool
  }

  package init(_ products: [Product]) {
    self.products = products
    positions = Dictionary(zip(products.map(\.code), products.indices)) { first, _ in first }
    total = positions[Product.total]
    let lengths = Set(products.map { $0.code.utf8.count })
    isUniform = lengths.count <= 1
  }

  /// The products that make up a code: itself or, where it has no figures, those below it.
  package func positions(of code: String) -> [Int] {
    if let own = positions[code] { return [own] }
    guard isNumeric(code) else { return [] }
    return cover(below(code))
  }

  /// The products whose codes begin with another, in ascending order.
  private func below(_ prefix: String) -> [Int] {
    let ordered = ordered.value {
      products.indices.sorted { products[$0].code < products[$1].code }
    }
    let first = ordered.firstPosition { products[$0].code >= prefix }
    return ordered[first...].prefix { products[$0].code.hasPrefix(prefix) }.sorted()
  }

  /// The products that add up to all goods; nil where these are all there are.
  package var whole: [Int]? {
    if let total { return [total] }
    guard !isUniform else { return nil }
    return goods.value {
      let cover = cover(Array(products.indices))
      return cover.count == products.count ? nil : cover
    }
  }

  /// Whether the members of a level add up to all goods.
  package func makeWhole(_ level: ProductLevel) -> Bool {
    guard total == nil else { return false }
    return level == .loaded ? isUniform || whole == nil : classes(level).isComplete
  }

  /// Every product but the total and classes that hold others, or only those below some codes; nil
  /// where these are all.
  package func members(within codes: [String]) -> [Int]? {
    guard codes.isEmpty else {
      return codes.flatMap { code in below(code).filter { $0 != total } }
    }
    return apart.value {
      let members = products.indices.filter { $0 != total && !products[$0].holdsOthers }
      return members.count == products.count ? nil : members
    }
  }

  /// The members of a level.
  package func classes(_ level: ProductLevel) -> Classes {
    classes.withLock { known in
      if let classes = known[level] { return classes }
      let classes = makeClasses(level)
      known[level] = classes
      return classes
    }
  }

  private func makeClasses(_ level: ProductLevel) -> Classes {
    let members = products.map { level.member(of: $0.code) }
    let counted = Set(cover(products.indices.filter { members[$0] != nil && $0 != total }))
    let codes = Set(counted.compactMap { members[$0] }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    let ofProduct = products.indices.map { position in
      counted.contains(position) ? members[position].flatMap { numbers[$0] } ?? -1 : -1
    }
    return Classes(
      codes: codes,
      ofProduct: ofProduct,
      isComplete: counted.count == products.count - (total == nil ? 0 : 1)
    )
  }

  /// Those of some products that lie below no other of them.
  private func cover(_ candidates: [Int]) -> [Int] {
    guard !isUniform else { return candidates }
    let codes = Set(candidates.map { products[$0].code })
    return candidates.filter { position in
      let code = products[position].code
      guard isNumeric(code) else { return true }
      return !stride(from: 2, to: code.utf8.count, by: 1).contains {
        codes.contains(String(code.prefix($0)))
      }
    }
  }

  private func isNumeric(_ code: String) -> Bool {
    !code.isEmpty && code.utf8.allSatisfy { (48...57).contains($0) }
  }
}

extension [Int] {
  /// The first position from which on the condition holds, or the end.
  fileprivate func firstPosition(_ holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
