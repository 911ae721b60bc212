/// What a scan makes of the codes of one key column.
///
/// A digit counts only the codes that pass, so a query for two partners has two places for them.
struct Digits: Sendable {
  /// The codes that pass.
  let codes: CodeList
  let isGrouped: Bool
  private let cardinality: Int
  private let classes: Classes?

  /// Classes in the place of codes.
  private struct Classes: Sendable {
    /// Those that some code is of, ascending.
    var labels: [Int] = []
    /// For each code the position of its class; -1 where the code does not pass.
    var places: [Int32]
  }

  init(_ column: Int, of scan: FactTable.Scan, cardinality: Int) {
    isGrouped = scan.groups.contains(column)
    self.cardinality = cardinality
    let filters = scan.filters.filter { $0.column == column }
    let passing = filters.dropFirst().reduce(
      filters.first?.codes(below: cardinality) ?? .range(0..<cardinality)
    ) { codes, filter in
      CodeList(codes.all.filter(filter.passes), cardinality: cardinality)
    }
    guard isGrouped, let classes = scan.classes[column] else {
      codes = passing
      self.classes = nil
      return
    }
    let counted = passing.all.filter { $0 < classes.count && classes[$0] >= 0 }
    codes =
      counted.count == passing.count ? passing : CodeList(counted, cardinality: cardinality)
    self.classes = Digits.places(of: counted, classes, cardinality: cardinality)
  }

  private static func places(of codes: [Int], _ classes: [Int], cardinality: Int) -> Classes {
    var result = Classes(places: [Int32](repeating: -1, count: cardinality))
    // Classes mostly ascend with their codes.
    for code in codes {
      guard let last = result.labels.last else {
        result.labels.append(classes[code])
        result.places[code] = 0
        continue
      }
      guard classes[code] >= last else {
        let labels = Set(codes.map { classes[$0] }).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(labels, labels.indices))
        for code in codes { result.places[code] = Int32(places[classes[code]] ?? 0) }
        result.labels = labels
        return result
      }
      if classes[code] > last { result.labels.append(classes[code]) }
      result.places[code] = Int32(result.labels.count - 1)
    }
    return result
  }

  /// Whether several codes may share a place.
  var isClassed: Bool { classes != nil }

  /// What each place of the column stands for: a code or, where the scan has classes, a class.
  var labels: [Int] { classes?.labels ?? codes.all }

  /// How many places the column takes in the result.
  var placeCount: Int { isGrouped ? max(classes?.labels.count ?? codes.count, 1) : 1 }

  @inline(__always)
  func passes(_ code: Int) -> Bool { codes.contains(code) }

  /// The place of a code in the result; -1 where it does not pass.
  @inline(__always)
  func place(of code: Int) -> Int {
    guard isGrouped else { return codes.contains(code) ? 0 : -1 }
    guard let classes else { return codes.position(of: code) }
    return classes.places.indices.contains(code) ? Int(classes.places[code]) : -1
  }

  /// What the place of a code that passes stands for.
  func label(of code: Int) -> Int { classes.map { $0.labels[Int($0.places[code])] } ?? code }

  /// Whether all codes of a range pass.
  func passesAll(in bounds: Range<Int>) -> Bool { codes.range(in: bounds) == bounds }

  /// Whether the scan has to look at the codes of a range at all.
  func matters(in bounds: Range<Int>) -> Bool { isGrouped || !passesAll(in: bounds) }

  /// Codes that follow each other, and whose places follow each other or are one and the same.
  struct Run {
    var codes: Range<Int>
    /// The place of the first, and how far it is to the next: 1, or 0.
    var place: Int
    var step: Int

    static let none = Run(codes: 0..<0, place: 0, step: 0)
  }

  /// The codes of a range that pass, if they are a run.
  func run(in bounds: Range<Int>) -> Run? {
    guard let codes = codes.range(in: bounds) else { return nil }
    guard isGrouped, let first = codes.first else { return Run(codes: codes, place: 0, step: 0) }
    let place = place(of: first)
    guard isClassed, codes.count > 1 else {
      return Run(codes: codes, place: place, step: min(codes.count - 1, 1))
    }
    let step = self.place(of: first + 1) - place
    let isEven = codes.allSatisfy { self.place(of: $0) == place + ($0 - first) * step }
    return isEven && (0...1).contains(step) ? Run(codes: codes, place: place, step: step) : nil
  }

  /// For each code its place times a stride, or another number where it does not pass.
  func offsets(stride: Int, refused: Int32) -> Block<Int32> {
    let block = MutableBlock<Int32>(count: cardinality)
    for code in 0..<cardinality {
      let place = place(of: code)
      block.start[code] = place < 0 ? refused : Int32(place * stride)
    }
    return block.finished()
  }
}
