import Columns
import Periods

/// Reads the figures of a built-in data set into the columns of a fact table.
///
/// A line that begins with `=` names what the figures below it have in common: series, reporter,
/// partner, product, unit, the power of ten they are written in, and the basis where there is one.
/// Every other line is a figure: period, value, day of publication or `-`, status, sources, method.
struct ObservationReader {
  private(set) var values: [Double] = []
  private(set) var series = Numbering<Field>()
  private(set) var places = Numbering<Field>()
  private(set) var products = Numbering<Field>()
  private(set) var units = Numbering<Field>()
  private(set) var groups: [Group] = []

  private(set) var periodCodes: [Int] = []
  private(set) var publicationCodes: [Int] = []
  private(set) var originCodes: [Int] = []

  // Periods, days and origins are numbered by whole numbers that stand for them: these are quicker
  // to tell apart, and every start of the program reads some thousand figures.
  private var periodKeys = Numbering<Int>()
  private var dayKeys = Numbering<Int>()
  private var originKeys = Numbering<Int>(capacity: 2_000)
  private var bases = Numbering<Field>()
  private var statements = Numbering<Field>(capacity: 2_000)
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
    var basis: Int
  }

  init(sourcePositions: [Int]) {
    self.sourcePositions = sourcePositions
    _ = dayKeys.code(of: ObservationReader.unknownDay)
  }

  /// The number of no day, before those of all days.
  private static let unknownDay = Int.min

  /// The periods in ascending order, and the rank of the period that has a code.
  var periods: (words: [Period], ranks: [Int]) {
    let (keys, ranks) = periodKeys.sorted
    return (keys.map { Period(start: Month(index: $0 >> 16), length: $0 & 0xffff) }, ranks)
  }

  /// The days of publication in ascending order, first the unknown one, and ranks as of periods.
  var publications: (words: [Day?], ranks: [Int]) {
    let (keys, ranks) = dayKeys.sorted
    return (keys.map { $0 == ObservationReader.unknownDay ? nil : Day(number: $0) }, ranks)
  }

  /// How the figures came about, by their codes.
  var origins: [Origin] {
    originKeys.words.map { origin(bases.words[$0 & 0xffff], statements.words[$0 >> 16]) }
  }

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
        basis: bases.code(of: fields.rest)
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
    periodCodes.append(periodKeys.code(of: period.start.index << 16 | period.length))
    let day = published.day?.number ?? ObservationReader.unknownDay
    publicationCodes.append(dayKeys.code(of: day))
    let statement = statements.code(of: fields.rest)
    originCodes.append(originKeys.code(of: statement << 16 | group.basis))
  }

  private func origin(_ basis: Field, _ statement: Field) -> Origin {
    var fields = statement.fields
    guard let status = fields.next().flatMap({ Origin.Status(word: $0.text) }),
      let sources = fields.next()
    else { preconditionFailure("a figure has a status and sources: \(statement.text)") }
    let members = sources.words.compactMap { source in
      source.integer(from: 1).map { UInt16(sourcePositions[$0]) }
    }
    return Origin(
      status: status,
      basis: basis.text,
      method: fields.rest.text,
      sources: SourceSet(members)
    )
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
