import Synchronization

/// Where figures come from: a publisher and an address.
package struct Source: Hashable, Sendable {
  package var id: String
  package var publisher: String
  package var address: String

  package init(id: String, publisher: String, address: String) {
    self.id = id
    self.publisher = publisher
    self.address = address
  }
}

/// The sources of one figure, as positions in the data set's list; usually one or two.
///
/// Every set is kept once and known by its number, because figures are copied by the million and a
/// number costs nothing to copy.
package struct SourceSet: Hashable, Sendable {
  private let number: UInt32

  private init(number: UInt32) { self.number = number }

  package static let none = SourceSet(number: 0)

  package init(_ members: [UInt16]) {
    let members = members.count < 2 ? members : Set(members).sorted()
    number = SourceSet.known.withLock { $0.number(of: members) }
  }

  /// The positions, ascending.
  package var members: [UInt16] { SourceSet.known.withLock { $0.sets[Int(number)] } }

  package func union(_ other: SourceSet) -> SourceSet {
    if number == other.number || other.number == 0 { return self }
    if number == 0 { return other }
    return SourceSet(number: SourceSet.known.withLock { $0.union(number, other.number) })
  }

  private static let known = Mutex(KnownSets())
}

/// The sets of sources there are, each at the place of its number; the empty one comes first.
private struct KnownSets {
  private(set) var sets: [[UInt16]] = [[]]
  private var numbers: [[UInt16]: UInt32] = [[]: 0]
  private var unions: [SIMD2<UInt32>: UInt32] = [:]

  mutating func number(of members: [UInt16]) -> UInt32 {
    if let number = numbers[members] { return number }
    let number = UInt32(sets.count)
    sets.append(members)
    numbers[members] = number
    return number
  }

  mutating func union(_ first: UInt32, _ second: UInt32) -> UInt32 {
    let pair = SIMD2(min(first, second), max(first, second))
    if let number = unions[pair] { return number }
    let members = Set(sets[Int(first)]).union(sets[Int(second)])
    let number = number(of: members.sorted())
    unions[pair] = number
    return number
  }
}
