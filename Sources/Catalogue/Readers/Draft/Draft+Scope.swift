extension Draft {
  /// Flows that queries know as measures of the file, not of the language.
  static let returningFlows: Set<String> = ["reexports", "reimports"]

  /// Says what a query on the data will mean where the file leaves it open.
  mutating func describeScope() {
    nameReturningFlows()
    let flows = values.indices.filter { indicators[series[$0]] == nil }
    guard !flows.isEmpty else { return }
    describeReporters(Set(flows.map { reporters[$0] }))
    describePartners(Set(flows.map { partners[$0] }))
    describeStrangers()
  }

  private mutating func nameReturningFlows() {
    for word in series.words where Draft.returningFlows.contains(word) {
      indicators[word] = Indicator(
        code: word,
        name: word == "reexports" ? "re-exports" : "re-imports",
        aliases: [word],
        summary: "Goods that leave or come back as they came, all partners together",
        aggregation: .sum,
        coverage: "all partners"
      )
    }
  }

  private mutating func describeReporters(_ codes: Set<String>) {
    guard codes.count > 1 else { return }
    find(
      ImportFinding(
        "many-reporters",
        "\(codes.count) reporters: a query adds them up unless it names one, as `China exports` does",
        isWarning: false
      )
    )
    let groups = codes.filter { placesByCode[$0]?.kind != .country }.sorted()
    guard !groups.isEmpty else { return }
    let names = groups.prefix(3).compactMap { placesByCode[$0]?.name }.joined(separator: ", ")
    find(
      ImportFinding(
        "reporters-overlap",
        "\(groups.count) reporters are sums of others (\(names)): name one reporter in a query"
      )
    )
  }

  private mutating func describePartners(_ codes: Set<String>) {
    let isWorld = { (code: String) in placesByCode[code]?.kind == .world }
    guard !codes.contains(where: isWorld) else { return }
    let name = codes.first.flatMap { placesByCode[$0]?.name } ?? ""
    let text =
      codes.count == 1
      ? "the file holds trade with \(name) only: without a partner a query means that"
      : "the file has no world total: without a partner a query adds \(codes.count) partners up"
    find(ImportFinding("no-world", text, isWarning: false))
  }

  private mutating func describeStrangers() {
    let strangers = places.strangers.values.filter { $0.kind == .country }.map(\.name).sorted()
    guard !strangers.isEmpty else { return }
    let list = strangers.prefix(5).joined(separator: ", ")
    let more = strangers.count > 5 ? " and \(strangers.count - 5) more" : ""
    find(
      ImportFinding(
        "unknown-places",
        strangers.count == 1
          ? "\(list) is no place I know and stands for itself"
          : "\(strangers.count) names are no places I know and stand for themselves: \(list)\(more)",
        isWarning: false
      )
    )
  }
}
