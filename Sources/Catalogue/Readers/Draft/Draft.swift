import Guidance
import Periods

/// What has been read of a file so far: figures in columns, and what was noticed on the way.
struct Draft: Sendable {
  let options: ImportOptions
  var places = PlaceReader()

  // Columns: one entry a figure.
  private(set) var values: [Double] = []
  private(set) var lines: [Int32] = []
  private(set) var series = CodedColumn<String>()
  private(set) var reporters = CodedColumn<String>()
  private(set) var partners = CodedColumn<String>()
  private(set) var products = CodedColumn<String>([Product.total])
  private(set) var units = CodedColumn<Unit>()
  private(set) var periods = CodedColumn<Period>()
  private(set) var bases = CodedColumn<String>()
  private(set) var columns = CodedColumn<String>()
  private(set) var spellings = CodedColumn<String>()
  private(set) var days: [UInt8] = []
  /// From this row on figures were summed up by the reader.
  var firstDerived: Int?

  /// The places and goods behind the codes.
  private(set) var placesByCode: [String: Place] = [:]
  private(set) var productsByCode: [String: Product] = [Product.total: .allGoods]
  /// The measures beside trade flows, by the code of their series.
  var indicators: [String: Indicator] = [:]

  // What goes into the report.
  var rowsRead = 0
  var preambleLines = 0
  var footnoteLines = 0
  var refused = RefusedRows()
  var skippedFigures = 0
  var missingCells = 0
  var infiniteCells = 0
  var roles: [(name: String, role: String)] = []
  var ignoredColumns: [String] = []
  var measurements: [Measurement] = []
  var findings: [ImportFinding] = []

  private var knownPeriods: [String: PeriodText?] = [:]

  init(_ options: ImportOptions) { self.options = options }

  var count: Int { values.count }

  mutating func add(_ figure: Figure) {
    guard !isSkipped(figure) else {
      skippedFigures += 1
      return
    }
    values.append(figure.value)
    lines.append(Int32(clamping: figure.line))
    series.append(figure.series)
    reporters.append(figure.reporter.code)
    partners.append(figure.partner.code)
    products.append(figure.product.code)
    units.append(figure.unit)
    periods.append(figure.period)
    bases.append(figure.basis)
    columns.append(figure.column)
    spellings.append(figure.spelling)
    days.append(UInt8(clamping: figure.day))
    placesByCode[figure.reporter.code] = figure.reporter
    placesByCode[figure.partner.code] = figure.partner
    productsByCode[figure.product.code] = figure.product
  }

  /// Counts a row that cannot be read; where the user asked to be strict it stops the file.
  mutating func refuse(_ line: Int, _ reason: String) throws(Diagnostic) {
    guard !options.isStrict else {
      throw Diagnostic("bad-row", "line \(line): \(reason)")
    }
    refused.append(line, reason)
  }

  mutating func find(_ finding: ImportFinding) { findings.append(finding) }

  /// The period that a field writes; the same text is read once.
  mutating func period(_ text: String, monthFirst: Bool = true) -> PeriodText? {
    if let known = knownPeriods[text] { return known }
    let period = PeriodText(text, monthFirst: monthFirst)
    knownPeriods[text] = period
    return period
  }

  /// The number in a field; what is no figure is counted or, where it is no number, refused.
  mutating func number(
    _ field: String,
    _ style: NumberStyle = NumberStyle(),
    exponent: Int = 0,
    line: Int,
    column: String
  ) throws(Diagnostic) -> Double? {
    switch style.read(field, exponent: exponent) {
    case .number(let value): return value
    case .missing: missingCells += 1
    case .infinite: infiniteCells += 1
    case .unreadable:
      try refuse(line, "'\(field.shortened)' in column \(column) is no number")
    }
    return nil
  }

  mutating func note(_ measurement: Measurement) {
    if !measurements.contains(measurement) { measurements.append(measurement) }
  }

  mutating func replaceValue(at row: Int, by value: Double) { values[row] = value }

  mutating func replacePeriod(at row: Int, by period: Period) { periods.replace(row, by: period) }

  /// Keeps only some of the figures.
  mutating func keep(where isKept: (Int) -> Bool) {
    let rows = values.indices.filter(isKept)
    guard rows.count < count else { return }
    values = rows.map { values[$0] }
    lines = rows.map { lines[$0] }
    series.keep(rows)
    reporters.keep(rows)
    partners.keep(rows)
    products.keep(rows)
    units.keep(rows)
    periods.keep(rows)
    bases.keep(rows)
    columns.keep(rows)
    spellings.keep(rows)
    days = rows.map { days[$0] }
  }
}

/// Values by their position in a dictionary, which keeps the order of first appearance.
struct CodedColumn<Value: Hashable & Sendable>: Sendable {
  private(set) var words: [Value]
  private(set) var codes: [Int] = []
  private var positions: [Value: Int]

  init(_ words: [Value] = []) {
    self.words = words
    positions = Dictionary(uniqueKeysWithValues: zip(words, words.indices))
  }

  mutating func append(_ value: Value) { codes.append(code(of: value)) }

  /// Where a value stands in the dictionary, in which it is put if it is new.
  mutating func position(of value: Value) -> Int { code(of: value) }

  subscript(row: Int) -> Value { words[codes[row]] }

  mutating func replace(_ row: Int, by value: Value) { codes[row] = code(of: value) }

  mutating func keep(_ rows: [Int]) { codes = rows.map { codes[$0] } }

  private mutating func code(of value: Value) -> Int {
    // Neighbouring rows mostly agree.
    if let last = codes.last, words[last] == value { return last }
    if let known = positions[value] { return known }
    positions[value] = words.count
    words.append(value)
    return words.count - 1
  }
}

extension String {
  /// At most thirty characters, for messages.
  var shortened: String { count > 30 ? prefix(29) + "…" : self }
}
