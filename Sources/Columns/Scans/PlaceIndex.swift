/// Numbers places in the order in which they first appear: a hash table with open addressing.
struct PlaceIndex {
  private var slots: [UInt32]
  private var places: [UInt64] = []

  private static let empty = UInt32.max

  init() { slots = [UInt32](repeating: PlaceIndex.empty, count: 1 << 10) }

  /// The number of a place, a new one where the place is new.
  mutating func number(of place: UInt64) -> Int {
    if 2 * places.count >= slots.count { grow() }
    var slot = start(of: place)
    while slots[slot] != PlaceIndex.empty {
      let number = Int(slots[slot])
      if places[number] == place { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(places.count)
    places.append(place)
    return places.count - 1
  }

  private mutating func grow() {
    slots = [UInt32](repeating: PlaceIndex.empty, count: slots.count * 2)
    for (number, place) in places.enumerated() {
      var slot = start(of: place)
      while slots[slot] != PlaceIndex.empty { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }

  // Multiplying by the golden ratio spreads neighbours; the upper bits are the well-mixed ones.
  private func start(of place: UInt64) -> Int {
    Int((place &* 0x9E37_79B9_7F4A_7C15) >> 32) & (slots.count - 1)
  }
}
