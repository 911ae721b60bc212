/// What a scan makes of the codes of one key column.
///
/// A digit counts only the codes that pass, so a query for two partners has two places for them.
struct Digits: Sendable {
  /// The codes that pass, ascending.
  let codes: [Int]
  /// What each place of the column stands for: a code or, where the scan has classes, a class.
  let labels: [Int]
  let isGrouped: Bool
  /// For each code its digit; -1 where it does not pass.
  let ofCode: [Int32]
  /// The least code that does not pass, or the cardinality.
  let firstRefused: Int
  /// Whether several codes may share a place.
  let isClassed: Bool

  init(_ column: Int, of scan: FactTable.Scan, cardinality: Int) {
    isGrouped = scan.groups.contains(column)
    let classes = isGrouped ? scan.classes[column] : nil
    isClassed = classes != nil
    var passes = [UInt8](repeating: 0, count: cardinality)
    var filterCount: UInt8 = 0
    for filter in scan.filters where filter.column == column {
      precondition(filterCount < UInt8.max, "a column has few filters")
      filter.count(into: &passes)
      filterCount += 1
    }
    var codes: [Int] = []
    var digits = [Int32](repeating: -1, count: cardinality)
    codes.reserveCapacity(cardinality)
    var firstRefused = cardinality
    for code in 0..<cardinality {
      let isCounted = classes.map { code < $0.count && $0[code] >= 0 } ?? true
      if passes[code] == filterCount, isCounted {
        digits[code] = Int32(codes.count)
        codes.append(code)
      } else if firstRefused == cardinality {
        firstRefused = code
      }
    }
    self.codes = codes
    self.firstRefused = firstRefused
    guard let classes else {
      labels = codes
      ofCode = digits
      return
    }
    let labels = Set(codes.map { classes[$0] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
    for code in codes { digits[code] = Int32(places[classes[code]] ?? 0) }
    self.labels = labels
    ofCode = digits
  }

  /// How many places the column takes in the result.
  var placeCount: Int { isGrouped ? max(labels.count, 1) : 1 }

  /// Whether all codes below a cardinality pass.
  func passesAll(below cardinality: Int) -> Bool { firstRefused >= cardinality }

  /// Whether the scan has to look at the codes at all.
  func matters(below cardinality: Int) -> Bool { isGrouped || !passesAll(below: cardinality) }

  /// Whether the codes that pass follow each other.
  var isRange: Bool {
    guard let first = codes.first, let last = codes.last else { return false }
    return last - first == codes.count - 1
  }

  /// For each code its digit times a stride; -1 where it does not pass.
  func offsets(stride: Int) -> [Int32] {
    let step = isGrouped ? Int32(stride) : 0
    return ofCode.map { $0 < 0 ? -1 : $0 * step }
  }
}
