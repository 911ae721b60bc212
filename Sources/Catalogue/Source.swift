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
package struct SourceSet: Hashable, Sendable {
  package private(set) var members: [UInt16]

  package static let none = SourceSet([])

  package init(_ members: [UInt16]) {
    self.members = members.count < 2 ? members : Set(members).sorted()
  }

  package func union(_ other: SourceSet) -> SourceSet {
    if members == other.members || other.members.isEmpty { return self }
    if members.isEmpty { return other }
    return SourceSet(members + other.members)
  }
}
