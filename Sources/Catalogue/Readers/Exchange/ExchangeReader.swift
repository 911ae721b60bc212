import Columns
import Guidance
import Periods

/// Reads a data set that was written out whole, with its vintages and sources.
struct ExchangeReader {
  private var data: DataSet
  private var draft = ExchangeColumns()
  private(set) var rowsRead = 0
  private(set) var refused = RefusedRows()

  static let kind = FileKind(name: "tradewind", title: "a data set of this program")

  /// Nil where the file is of another kind.
  static func read(
    _ file: SourceFile,
    as name: String,
    _ options: ImportOptions
  ) throws(Diagnostic) -> FileReport? {
    guard options.mapping.isEmpty, let source = try Rows(file) else { return nil }
    var reader = ExchangeReader(name)
    try reader.take(source, options)
    guard reader.draft.values.isEmpty == false else {
      throw Diagnostic("no-figures", "'\(file.name)' holds no figure that can be read")
    }
    reader.finish(source.metadata, file)
    var report = FileReport(data: reader.data, kind: kind, encoding: file.text.encoding)
    report.separator = file.isJSON ? nil : file.separator.name
    report.rowsRead = reader.rowsRead
    report.refused = reader.refused
    let units = reader.data.units.filter { if case .money = $0 { true } else { false } }
    report.measurements = units.map { Measurement($0) }
    return report
  }

  private init(_ name: String) {
    data = DataSet(
      name: name,
      title: ExchangeReader.kind.title,
      facts: FactTable(keys: [], values: []),
      series: [],
      places: [],
      products: [],
      units: [],
      periods: [],
      publications: [nil],
      origins: [],
      sources: [],
      indicators: [],
      events: [],
      releases: [:]
    )
  }

  /// The rows of a file, each with a cell for every column.
  private struct Rows {
    var metadata = JSON.null
    var records: [Record] = []

    init?(_ file: SourceFile) throws(Diagnostic) {
      if file.isJSON {
        let head = String(decoding: file.text.bytes.prefix(64), as: UTF8.self)
        guard head.contains("\"tradewind\"") else { return nil }
        let json = try JSONReader.value(of: file.text, file: file.name)
        let names = (json["columns"]?.members ?? []).map(\.text)
        let columns = ExchangeColumn.allCases.map { names.firstIndex(of: $0.name) }
        guard columns.contains(where: { $0 != nil }) else { return nil }
        metadata = json["tradewind"] ?? .null
        for (line, row) in (json["rows"]?.members ?? []).enumerated() {
          let cells = row.members
          let fields = columns.map { column in
            column.map { $0 < cells.count ? cells[$0].text : "" } ?? ""
          }
          records.append(Record(line: line + 1, fields: fields))
        }
        return
      }
      guard let first = file.head.first, let columns = Rows.columns(first, file.head) else {
        return nil
      }
      var scanner = file.records
      _ = scanner.next()
      while let record = scanner.next() {
        records.append(Record(line: record.line, fields: columns.map { record[$0] }))
      }
    }

    private static func columns(_ header: Record, _ head: [Record]) -> [Int?]? {
      let plain = ExchangeColumn.allCases.map { header.fields.firstIndex(of: $0.name) }
      if plain.allSatisfy({ $0 != nil }) { return plain }
      let standard = ExchangeColumn.allCases.map { header.fields.firstIndex(of: $0.component) }
      guard standard.allSatisfy({ $0 != nil }), head.count > 1,
        head[1].fields.contains(ExchangeColumn.structure)
      else { return nil }
      return standard
    }
  }

  // MARK: Rows

  private mutating func take(_ rows: Rows, _ options: ImportOptions) throws(Diagnostic) {
    for record in rows.records {
      rowsRead += 1
      guard let reason = take(record) else { continue }
      guard !options.isStrict else {
        throw Diagnostic("bad-row", "line \(record.line): \(reason)")
      }
      refused.append(record.line, reason)
    }
  }

  /// Takes a row; gives the reason where it cannot be read.
  private mutating func take(_ record: Record) -> String? {
    func cell(_ column: ExchangeColumn) -> String { record[column.rawValue] }
    guard let period = PeriodText(cell(.period))?.period else {
      return "'\(cell(.period).shortened)' is no period"
    }
    guard let value = Double(cell(.value)), value.isFinite else {
      return "'\(cell(.value).shortened)' is no number"
    }
    guard let status = Origin.Status(rawValue: cell(.status)) else {
      return "'\(cell(.status).shortened)' is no status of a figure"
    }
    let day = Day(cell(.published))
    guard day != nil || cell(.published).isEmpty else {
      return "'\(cell(.published).shortened)' is no day"
    }
    if !cell(.home).isEmpty { data.reporter = cell(.home) }
    if !cell(.measure).isEmpty, !data.indicators.contains(where: { $0.code == cell(.series) }) {
      data.indicators.append(
        Indicator(
          code: cell(.series),
          name: cell(.measure),
          summary: "\(cell(.measure)), as the file gives it",
          aggregation: Indicator.Aggregation(rawValue: cell(.aggregation)) ?? .mean,
          coverage: "the file"
        )
      )
    }
    let sources = cell(.sources).split(separator: ";").map { text in
      UInt16(clamping: draft.sources.position(of: Source(exchangeText: text.trimmed)))
    }
    let origin = Origin(
      status: status,
      basis: cell(.basis),
      method: cell(.method),
      sources: SourceSet(sources)
    )
    draft.series.append(cell(.series))
    draft.reporters.append(draft.place(cell(.reporter), cell(.reporterName)))
    draft.partners.append(draft.place(cell(.partner), cell(.partnerName)))
    draft.products.append(draft.product(cell(.product), cell(.productName)))
    draft.units.append(Unit(exchangeText: cell(.unit)))
    draft.periods.append(period)
    draft.days.append(day)
    draft.origins.append(origin)
    draft.values.append(value)
    return nil
  }

  // MARK: The data set

  private mutating func finish(_ metadata: JSON, _ file: SourceFile) {
    data.title = "\(ExchangeReader.kind.title) (\(file.lastName))"
    data.series = draft.series.words
    data.places = draft.places.words
    data.products = draft.products.words
    data.units = draft.units.words
    data.origins = draft.origins.words
    data.sources = draft.sources.words
    let periods = draft.periods.words.sorted()
    let days = draft.days.words.compactMap { $0 }.sorted()
    data.periods = periods
    data.publications = [nil] + days
    let periodRank = Dictionary(uniqueKeysWithValues: zip(periods, 0...))
    let dayRank = Dictionary(uniqueKeysWithValues: zip(days, 1...))
    func column(_ codes: [Int], _ count: Int) -> KeyColumn {
      KeyColumn(codes: codes, cardinality: max(1, count))
    }
    data.facts = FactTable(
      keys: [
        column(draft.series.codes, data.series.count),
        column(draft.reporters, data.places.count), column(draft.partners, data.places.count),
        column(draft.products.codes, data.products.count),
        column(draft.units.codes, data.units.count),
        column(
          draft.periods.codes.map { periodRank[draft.periods.words[$0]] ?? 0 },
          periods.count
        ),
        column(
          draft.days.codes.map { draft.days.words[$0].flatMap { dayRank[$0] } ?? 0 },
          data.publications.count
        ),
        column(draft.origins.codes, data.origins.count),
      ],
      values: draft.values
    )
    if case .object = metadata { data.take(metadata) }
  }
}

/// The columns of a data set while its rows are read.
private struct ExchangeColumns {
  var series = CodedColumn<String>()
  var places = CodedColumn<Place>()
  var reporters: [Int] = []
  var partners: [Int] = []
  var products = CodedColumn<Product>([.allGoods])
  var units = CodedColumn<Unit>()
  var periods = CodedColumn<Period>()
  var days = CodedColumn<Day?>()
  var origins = CodedColumn<Origin>()
  var sources = CodedColumn<Source>()
  var values: [Double] = []

  mutating func place(_ code: String, _ name: String) -> Int {
    places.position(of: Place.known(code) ?? Place(code: code, name: name.isEmpty ? code : name))
  }

  func product(_ code: String, _ name: String) -> Product {
    if code == Product.total { return .allGoods }
    return Product.known(code) ?? Product(code: code, name: name.isEmpty ? code : name)
  }
}
