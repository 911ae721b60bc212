import Periods

// What is known about a data set beside its figures, as JSON.
extension DataSet {
  var metadata: JSON {
    .object([
      ("version", .number("1")), ("title", .text(title)), ("licence", .text(licence)),
      ("indicators", .list(indicators.map(\.json))), ("events", .list(events.map(\.json))),
      (
        "releases",
        .list(
          releases.sorted { $0.key < $1.key }.map { month, day in
            .list([.text("\(month)"), .text("\(day)")])
          }
        )
      ),
      ("issuers", .list(issuers.map(\.json))), ("groups", .list(ownGroups.map { .text($0) })),
    ])
  }

  /// The codes of groups that no list knows, and that a name alone would make countries.
  private var ownGroups: [String] {
    (places + (reporterPlaces ?? [])).filter { $0.kind != .country && Place.known($0.code) == nil }
      .map(\.code)
  }

  /// Takes back what ``metadata`` tells.
  mutating func take(_ metadata: JSON) {
    title = metadata["title"]?.text ?? title
    licence = metadata["licence"]?.text ?? ""
    for member in metadata["indicators"]?.members ?? [] {
      guard let indicator = Indicator(member) else { continue }
      indicators.removeAll { $0.code == indicator.code }
      indicators.append(indicator)
    }
    let order = (metadata["indicators"]?.members ?? []).compactMap { $0["code"]?.text }
    indicators.sort { left, right in
      (order.firstIndex(of: left.code) ?? .max) < (order.firstIndex(of: right.code) ?? .max)
    }
    events = (metadata["events"]?.members ?? []).compactMap(Event.init)
    issuers = (metadata["issuers"]?.members ?? []).compactMap(Issuer.init)
    for pair in metadata["releases"]?.members ?? [] {
      guard let month = pair.members.first.flatMap({ Period(reading: $0.text) }),
        let day = pair.members.last.flatMap({ Day($0.text) })
      else { continue }
      releases[month.start] = day
    }
    let groups = Set((metadata["groups"]?.members ?? []).map(\.text))
    for index in places.indices where groups.contains(places[index].code) {
      places[index].kind = .group([])
    }
  }
}

extension JSON {
  /// The values of a list; none of anything else.
  var members: [JSON] { if case .list(let members) = self { members } else { [] } }

  /// The value as JSON text on one line.
  var written: String {
    switch self {
    case .null: "null"
    case .truth(let value): "\(value)"
    case .number(let text): text
    case .text(let text): text.jsonString
    case .list(let values): "[" + values.map(\.written).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.key.jsonString): \($0.value.written)" }.joined(separator: ", ")
        + "}"
    }
  }
}

extension String {
  fileprivate var jsonString: String {
    var result = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 32:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension Indicator {
  fileprivate var json: JSON {
    .object([
      ("code", .text(code)), ("name", .text(name)), ("aliases", .list(aliases.map { .text($0) })),
      ("summary", .text(summary)), ("aggregation", .text(aggregation.rawValue)),
      ("coverage", .text(coverage)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let code = json["code"]?.text, let name = json["name"]?.text,
      let aggregation = Aggregation(rawValue: json["aggregation"]?.text ?? "")
    else { return nil }
    self.init(
      code: code,
      name: name,
      aliases: (json["aliases"]?.members ?? []).map(\.text),
      summary: json["summary"]?.text ?? "",
      aggregation: aggregation,
      coverage: json["coverage"]?.text ?? ""
    )
  }
}

extension Event {
  fileprivate var json: JSON {
    .object([
      ("name", .text(name)), ("aliases", .list(aliases.map { .text($0) })),
      ("start", .text("\(start)")), ("end", end.map { .text("\($0)") } ?? .null),
      ("source", .text(source)),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.text, let start = Day(json["start"]?.text ?? "") else {
      return nil
    }
    self.init(
      name: name,
      aliases: (json["aliases"]?.members ?? []).map(\.text),
      start: start,
      end: Day(json["end"]?.text ?? ""),
      source: json["source"]?.text ?? ""
    )
  }
}

extension Issuer {
  fileprivate var json: JSON {
    .object([
      ("name", .text(name)), ("series", .list(series.map { .text($0) })),
      ("reporter", reporter.map { .text($0) } ?? .null),
    ])
  }

  fileprivate init?(_ json: JSON) {
    guard let name = json["name"]?.text else { return nil }
    let reporter = json["reporter"]?.text ?? ""
    self.init(
      name,
      series: (json["series"]?.members ?? []).map(\.text),
      reporter: reporter.isEmpty ? nil : reporter
    )
  }
}
