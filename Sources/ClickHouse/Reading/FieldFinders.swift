import Catalogue
import Engine
import Periods

/// Finds the place of a member's text along an axis.
struct PlaceFinder {
  private let axis: FactGrid.Axis
  private let request: FactRequest
  private let contents: TableContents
  private let places: [String: Int]
  private var known: [FieldKey: Int?] = [:]

  init(_ axis: FactGrid.Axis, _ request: FactRequest, _ contents: TableContents) {
    self.axis = axis
    self.request = request
    self.contents = contents
    places = Dictionary(zip(axis.codes, axis.codes.indices)) { first, _ in first }
  }

  /// Nil for a text that is new, -1 for one that takes no part.
  mutating func place(of field: UnsafeRawBufferPointer) -> Int? {
    let key = FieldKey(field)
    if let place = known[key] { return place }
    let place = contents.code(Rows.text(field), along: axis.kind, request).map { places[$0] ?? -1 }
    known[key] = place
    return place
  }
}

/// Finds the place in time of a period's text.
struct TimeFinder {
  private let slots: [Period: Int]
  private let time: ServerScan.Time
  private let first: Int
  private let contents: TableContents
  private var known: [FieldKey: Int?] = [:]

  init(
    _ slots: [Period: Int],
    _ time: ServerScan.Time,
    first: Int,
    _ contents: TableContents
  ) {
    self.slots = slots
    self.time = time
    self.first = first
    self.contents = contents
  }

  /// Nil for a period that is new, -1 for one that takes no part.
  mutating func slot(of field: UnsafeRawBufferPointer) -> Int? {
    let key = FieldKey(field)
    if let slot = known[key] { return slot }
    let slot = find(Rows.text(field))
    known[key] = slot
    return slot
  }

  private func find(_ text: String) -> Int? {
    switch time {
    case .nothing: return 0
    case .periods: return contents.codes.periods[text].map { slots[$0] ?? -1 }
    case .years:
      // A year takes part where its months do.
      guard let year = Int(text) else { return nil }
      return slots[Period(Month(year: year, month: 1))] ?? slots[
        Period(Month(year: year, month: 12))
      ] ?? -1
    }
  }
}

/// A short text as one number, a longer one as its bytes.
private enum FieldKey: Hashable {
  case short(UInt64)
  case long([UInt8])

  init(_ field: UnsafeRawBufferPointer) {
    guard field.count < 8 else {
      self = .long(Array(field))
      return
    }
    self = .short(field.reduce(UInt64(field.count)) { $0 << 8 | UInt64($1) })
  }
}
