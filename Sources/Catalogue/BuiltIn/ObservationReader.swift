import Columns
import Periods

/// Reads the figures of a built-in data set into the columns of a fact table.
///
/// A line that begins with `=` names what the figures below it have in common: series, reporter,
/// partner, product, unit, the power of ten they are written in, and the basis where there is one.
/// Every other line is a figure: period, value, day of publication or `-`, status, sources, method.
struct ObservationReader {
  private(set) var values: [Double] = []
  private(set) var series = Dictionary()
  private(set) var places = Dictionary()
  private(set) var products = Dictionary()
  private(set) var units = Dictionary()
  private(set) var origins: [Origin] = []
  private(set) var periods: [Period] = []
  private(set) var publications: [Day?] = []
  private(set) var groups: [Group] = []
  private(set) var originCodes: [Int] = []

  private var originOf: [OriginKey: Int] = [:]
  private let sourcePositions: [Int]

  /// The codes that a run of rows shares, and where the run begins.
  struct Group {
    var firstRow: Int
    var series: Int
    var reporter: Int
    var partner: Int
    var product: Int
    var unit: Int
    var scale: Int
    var basis: Field
  }

  private struct OriginKey: Hashable {
    var basis: Field
    var rest: Field
  }

  init(sourcePositions: [Int]) { self.sourcePositions = sourcePositions }

  mutating func read(_ table: Field) {
    for line in table.lines {
      if line.bytes.first == UInt8(ascii: "=") {
        begin(line)
      } else {
        append(line)
      }
    }
  }

  // group ::= '=' series reporter partner product unit scale basis?
  private mutating func begin(_ line: Field) {
    var fields = line.fields
    _ = fields.next()
    guard let series = fields.next(), let reporter = fields.next(), let partner = fields.next(),
      let product = fields.next(), let unit = fields.next(), let scale = fields.next()?.integer()
    else { preconditionFailure("a group of figures names all it has in common: \(line.text)") }
    groups.append(
      Group(
        firstRow: values.count,
        series: self.series.code(of: series),
        reporter: places.code(of: reporter),
        partner: places.code(of: partner),
        product: products.code(of: product),
        unit: units.code(of: unit),
        scale: scale,
        basis: fields.rest
      )
    )
  }

  // figure ::= period value (day | '-') status sources method?
  private mutating func append(_ line: Field) {
    var fields = line.fields
    guard let group = groups.last, let period = fields.next()?.period,
      let value = fields.next()?.number(scale: group.scale), let published = fields.next()
    else { preconditionFailure("a figure has a period, a value and a day: \(line.text)") }
    values.append(value)
    periods.append(period)
    publications.append(published.day)
    originCodes.append(originCode(basis: group.basis, rest: fields.rest))
  }

  private mutating func originCode(basis: Field, rest: Field) -> Int {
    let key = OriginKey(basis: basis, rest: rest)
    if let known = originOf[key] { return known }
    var fields = rest.fields
    guard let status = fields.next().flatMap({ Origin.Status(word: $0.text) }),
      let sources = fields.next()
    else { preconditionFailure("a figure has a status and sources: \(rest.text)") }
    let members = sources.words.compactMap { $0.integer(from: 1).map { sourcePositions[$0] } }
    origins.append(
      Origin(
        status: status,
        basis: basis.text,
        method: fields.rest.text,
        sources: SourceSet(members.map(UInt16.init))
      )
    )
    originOf[key] = origins.count - 1
    return origins.count - 1
  }

  /// Codes in the order in which their words first appear.
  struct Dictionary {
    private(set) var words: [String] = []
    private var codes: [Field: Int] = [:]

    mutating func code(of word: Field) -> Int {
      if let known = codes[word] { return known }
      codes[word] = words.count
      words.append(word.text)
      return words.count - 1
    }
  }
}

extension Origin.Status {
  /// The status that a data file writes as `word`.
  init?(word: String) {
    if word == "converted" {
      self = .convertedBySource
    } else {
      self.init(rawValue: word)
    }
  }
}
