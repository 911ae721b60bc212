import BuiltInData
import Columns
import Periods

extension DataSet {
  /// China's goods trade as its customs publish it, what partners report, and indicators beside it.
  ///
  /// `Docs/Data.md` says what it holds and which of contradicting figures it takes.
  package static let chinaCustoms = readChinaCustoms()

  private static func readChinaCustoms() -> DataSet {
    let (sources, positions) = readSources(Field(china_customs_sources()))
    var reader = ObservationReader(sourcePositions: positions)
    reader.read(Field(china_customs_observations()))
    var data = DataSet(
      name: "china-customs",
      title: "China's goods trade",
      figures: reader,
      sources: sources,
      indicators: readIndicators(Field(china_customs_indicators())),
      events: readEvents(Field(china_customs_events())),
      releases: readReleases(Field(china_customs_releases())),
      reporter: "CHN"
    )
    data.issuers = Issuer.chinaCustoms
    data.licence = "each source's own; figures are quoted with the place they were found in"
    return data
  }

  /// The sources, and for every number of an identifier (`s136`) the position in that list.
  private static func readSources(_ table: Field) -> (sources: [Source], positions: [Int]) {
    var sources: [Source] = []
    var positions: [Int] = []
    for line in table.lines {
      var fields = line.fields
      guard let id = fields.next(), let number = id.integer(from: 1), let publisher = fields.next()
      else { preconditionFailure("a source has an identifier and a publisher: \(line.text)") }
      while positions.count <= number { positions.append(0) }
      positions[number] = sources.count
      sources.append(Source(id: id.text, publisher: publisher.text, address: fields.rest.text))
    }
    return (sources, positions)
  }

  private static func readIndicators(_ table: Field) -> [Indicator] {
    table.lines.map { line in
      let fields = Array(line.fields)
      precondition(fields.count == 6, "an indicator has six fields: \(line.text)")
      return Indicator(
        code: fields[0].text,
        name: fields[1].text,
        aliases: fields[2].names,
        summary: fields[3].text,
        aggregation: Indicator.Aggregation(rawValue: fields[4].text) ?? .mean,
        coverage: fields[5].text
      )
    }
  }

  private static func readEvents(_ table: Field) -> [Event] {
    table.lines.map { line in
      let fields = Array(line.fields)
      guard fields.count == 5, let start = fields[0].day else {
        preconditionFailure("an event has a day, an end, a name, aliases, a source: \(line.text)")
      }
      return Event(
        name: fields[2].text,
        aliases: fields[3].names,
        start: start,
        end: fields[1].day,
        source: fields[4].text
      )
    }
  }

  private static func readReleases(_ table: Field) -> [Month: Day] {
    var releases: [Month: Day] = [:]
    for line in table.lines {
      var fields = line.fields
      guard let month = fields.next()?.month(at: 0), let day = fields.next()?.day else {
        preconditionFailure("a release has a month and a day: \(line.text)")
      }
      releases[month] = day
    }
    return releases
  }
}
