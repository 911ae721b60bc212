import Catalogue
import Engine
import Guidance
import Periods

/// Sums in one array with a place for every combination of members and periods.
struct TableGrid {
  private let request: GridRequest
  private let contents: TableContents
  private let divisor: Double
  private let axes: [FactGrid.Axis]
  private let first: Int
  private let step: Int
  private let count: Int
  /// The place in time of each period; periods that take no part are missing.
  private let slots: [Period: Int]

  /// Combinations beyond these are refused: no table of them could be read.
  private static let mostCells = 1 << 25

  /// Nil where sums are not whole numbers of a small unit, so that timelines have to do.
  init?(_ request: GridRequest, _ contents: TableContents, exponent: Int) throws(Diagnostic) {
    let data = contents.data
    guard data.isPlain, let scale = contents.layout.scale, (0...15).contains(scale - exponent),
      let span = data.span, let length = data.periods.first?.length
    else { return nil }
    self.request = request
    self.contents = contents
    divisor = (0..<scale - exponent).reduce(1.0) { power, _ in power * 10 }
    let covered = request.months.map { $0.clamped(to: span) } ?? span
    var slots: [Period: Int] = [:]
    if request.isTogether {
      (first, step, count) = (covered.lowerBound, covered.count, 1)
      for period in data.periods where covered.holds(period) { slots[period] = 0 }
    } else {
      let step = max(request.step ?? length, length)
      let starts = data.periods.compactMap { period -> Int? in
        let start = period.start.index / step * step
        let isWhole = covered.contains(start) && covered.contains(start + step - 1)
        if step == length { return covered.holds(period) ? period.start.index : nil }
        return isWhole ? start : nil
      }
      let first = starts.min() ?? 0
      self.first = first
      self.step = step
      count = starts.isEmpty ? 0 : ((starts.max() ?? first) - first) / step + 1
      for period in data.periods {
        let start = step == length ? period.start.index : period.start.index / step * step
        let isWhole = step == length ? covered.holds(period) : starts.contains(start)
        if isWhole { slots[period] = (start - first) / step }
      }
    }
    self.slots = slots
    var axes: [FactGrid.Axis] = []
    var stride = count
    for kind in request.facts.axes.reversed() {
      let members = TableGrid.members(kind, request, contents)
      axes.insert(
        FactGrid.Axis(kind, codes: members.map(\.code), names: members.map(\.name), stride: stride),
        at: 0
      )
      stride *= members.count
      guard stride <= TableGrid.mostCells else {
        throw Diagnostic(
          "too-many-figures",
          "this would be a table of more than \(TableGrid.mostCells / 1_000_000) million figures",
          notes: ["a year, `by year` or fewer members make it smaller"]
        )
      }
    }
    self.axes = axes
  }

  private static func members(
    _ kind: FactRequest.Axis,
    _ request: GridRequest,
    _ contents: TableContents
  ) -> [(code: String, name: String)] {
    let data = contents.data
    switch kind {
    case .reporter: return (data.reporterPlaces ?? []).map { ($0.code, $0.name) }
    case .partner:
      return data.places.filter { place in
        place.kind != .world && request.partners?.contains(place.code) != false
      }.map { ($0.code, $0.name) }
    case .product:
      let positions =
        contents.products.members(within: request.facts.within) ?? Array(data.products.indices)
      guard request.facts.level != .loaded else {
        return positions.map { (data.products[$0].code, data.products[$0].name) }
      }
      let classes = contents.products.classes(request.facts.level)
      let numbers = Set(positions.map { classes.ofProduct[$0] }).filter { $0 >= 0 }.sorted()
      return numbers.map { number in
        let code = classes.codes[number]
        return (code, Product.known(code)?.name ?? "HS \(code)")
      }
    }
  }

  // MARK: From sums that are there

  /// The array of sums that were fetched over the full history; nil where one is too large.
  func grid(of sums: MemberSums) -> FactGrid? {
    var numbers = emptyNumbers
    let places = axes.map { axis in
      Dictionary(zip(axis.codes, axis.codes.indices)) { first, _ in first }
    }
    var isEmpty = true
    for (key, values) in sums {
      let codes = axes.isEmpty ? [] : FactRequest.codes(ofKey: key)
      var base = 0
      var isWanted = true
      for (axis, code) in codes.enumerated() {
        guard let place = places[axis][code] else {
          isWanted = false
          break
        }
        base += place * axes[axis].stride
      }
      guard isWanted else { continue }
      for (period, amount) in values {
        guard let slot = slots[period] else { continue }
        guard add(amount, to: &numbers[base + slot]) else { return nil }
        isEmpty = false
      }
    }
    return grid(numbers, isEmpty: isEmpty)
  }

  // MARK: From a statement of its own

  /// The scan that fetches just this array.
  var scan: ServerScan? {
    guard var scan = contents.scan(request.facts) else { return nil }
    if let partners = request.partners, request.facts.axes.contains(.partner) {
      let texts = partners.flatMap { contents.texts(.partner, of: $0) }.sorted()
      if texts.isEmpty { return nil }
      scan.members[.partner] = .only(texts)
    }
    if let months = request.months {
      let periods = Members(contents.periodTexts(within: months), of: contents.allTexts(.period))
      if periods == .none { return nil }
      if periods != .all { scan.members[.period] = periods }
    }
    if request.isTogether {
      scan.time = .nothing
    } else if step == 12, contents.hasMonthNumbers {
      scan.time = .years
    }
    return scan
  }

  /// Reads the rows that the scan gave.
  func grid(
    of rows: Rows,
    _ scan: ServerScan,
    _ reply: Reply,
    settings: [String: String]
  ) throws(Diagnostic) -> FactGrid? {
    var numbers = emptyNumbers
    var isEmpty = true
    var fits = true
    var problem: Diagnostic?
    var finders = axes.map { PlaceFinder($0, request.facts, contents) }
    var times = TimeFinder(slots, scan.time, first: first, contents)
    let columns = axes.map { 1 + (Role.keys.firstIndex(of: $0.kind.role) ?? 0) }
    rows.each { fields in
      guard problem == nil else { return }
      guard fields.count == 8 else {
        problem = Reply.malformed
        return
      }
      guard fields[0].count == 1 else {
        problem = Reply.problem(ofSetting: fields, settings)
        return
      }
      guard !fields[6].isEmpty else { return }
      guard let amount = reply.amount(fields) else {
        problem = Reply.tooLarge
        return
      }
      var base = 0
      for (axis, column) in columns.enumerated() {
        guard let place = finders[axis].place(of: fields[column]) else {
          problem = Reply.changed
          return
        }
        guard place >= 0 else { return }
        base += place * axes[axis].stride
      }
      guard let slot = times.slot(of: fields[5]) else {
        problem = Reply.changed
        return
      }
      guard slot >= 0 else { return }
      if !add(amount, to: &numbers[base + slot]) { fits = false }
      isEmpty = false
    }
    if let problem { throw problem }
    return fits ? grid(numbers, isEmpty: isEmpty) : nil
  }

  // MARK: Arrays

  private var emptyNumbers: [Int64] {
    [Int64](repeating: 0, count: axes.reduce(count) { $0 * $1.codes.count })
  }

  private func add(_ amount: Amount, to number: inout Int64) -> Bool {
    guard let whole = Int64(exactly: amount.whole) else { return false }
    let (sum, overflows) = number.addingReportingOverflow(whole)
    number = sum
    return !overflows
  }

  private func grid(_ numbers: [Int64], isEmpty: Bool) -> FactGrid {
    FactGrid(
      axes: axes,
      first: first,
      step: step,
      count: count,
      divisor: divisor,
      numbers: .gathered(numbers),
      isEmpty: axes.isEmpty && isEmpty
    )
  }
}

extension ClosedRange<Int> {
  fileprivate func holds(_ period: Period) -> Bool {
    contains(period.start.index) && contains(period.end.index)
  }
}
