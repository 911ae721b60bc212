/// Which column of an SDMX-CSV file is which dimension.
struct StatisticalLayout {
  private(set) var time: Int?
  private(set) var action: Int?
  private(set) var reporter: Int?
  private(set) var partner: Int?
  private(set) var product: Int?
  private(set) var flowColumn: Int?
  private(set) var unit: Int?
  private(set) var multiplier: Int?
  /// For exchange rates, the currency of which one unit is priced.
  private(set) var denominator: Int?
  /// One column of observations, or several in files of several measures.
  private(set) var values: [(column: Int, name: String)] = []
  /// The dimensions that have no part in trade.
  private(set) var others: [Int] = []
  private(set) var attributes: [String] = []
  private let names: [String]

  init(_ header: Record, samples: [Record]) {
    names = header.fields.map { String($0.code.split(separator: "[").first ?? "") }
    let firstValue = names.firstIndex { $0.hasPrefix("OBS_VALUE") } ?? names.count
    for (column, name) in names.enumerated() {
      switch name.hasCapital ? name : name.uppercased() {
      case "TIME_PERIOD": time = column
      case "ACTION": action = column
      case "REPORTER", "REF_AREA", "GEO", "DECLARANT", "REPORTING_COUNTRY": reporter = column
      case "PARTNER", "COUNTERPART_AREA", "PARTNER_COUNTRY", "COUNTERPART", "VIS_AREA":
        partner = column
      case "PRODUCT", "COMMODITY", "COMMODITY_1", "CPA", "HS", "SITC", "SITC06", "PRODUCTS_SITC":
        product = column
      case "FLOW", "TRADE_FLOW", "INDICATOR", "STK_FLOW", "MEASURE", "INDIC_ET": flowColumn = column
      case "UNIT_MEASURE", "UNIT", "CURRENCY", "INDICATORS": unit = unit ?? column
      case "UNIT_MULT": multiplier = column
      case "CURRENCY_DENOM": denominator = column
      case _ where name.hasPrefix("OBS_VALUE"): values.append((column, name))
      case "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "DATAFLOW", "FREQ", "KEY", "SERIES_KEY",
        "OBS_KEY", "LAST UPDATE", "TIME_FORMAT":
        continue
      default:
        if isAttribute(name, column, firstValue) {
          attributes.append(name)
        } else {
          others.append(column)
        }
      }
    }
    findTime(samples)
  }

  /// What stands behind the observation, or by its name describes it; a label's twin is one as well.
  private func isAttribute(_ name: String, _ column: Int, _ firstValue: Int) -> Bool {
    if name.hasPrefix("DIM") { return false }
    return column > firstValue || name.hasPrefix("OBS_") || name.hasPrefix("ATTR")
      || name.hasPrefix("CONF_") || name.contains(" ")
      || (name != name.uppercased() && name != name.lowercased())
  }

  /// Another name for the time dimension: the first dimension whose cells are all periods.
  private mutating func findTime(_ samples: [Record]) {
    guard time == nil, !samples.isEmpty else { return }
    time = others.first { column in samples.allSatisfy { PeriodText($0[column].code) != nil } }
    others.removeAll { $0 == time }
  }

  // MARK: Rows

  /// The flow and its valuation, from `M`, `2`, `IMPORTS` or the IMF's `TXG_FOB_USD`.
  func flow(of row: Record) -> (series: String, basis: String)? {
    guard let flowColumn else { return nil }
    let code = row[flowColumn].code.uppercased()
    let basis = code.contains("FOB") ? "FOB" : code.contains("CIF") ? "CIF" : ""
    if code.hasPrefix("TXG_") { return ("exports", basis) }
    if code.hasPrefix("TMG_") { return ("imports", basis) }
    if code.hasPrefix("TBG_") { return ("balance", "") }
    if let series = FlowWord.series(code) { return (series, basis) }
    return FlowWord.series(row[flowColumn].label).map { ($0, basis) }
  }

  /// The unit and the power of ten; nil where the file names neither.
  func measurement(of row: Record) -> Measurement? {
    let power = multiplier.flatMap { Int(row[$0].code) }
    if let denominator, let unit, flow(of: row) == nil,
      let rate = RateName.unit("\(row[unit].code) per \(row[denominator].code)")
    {
      return Measurement(rate, exponent: power ?? 0)
    }
    var text = unit.map { "\(row[$0].code.replacing("_", with: " ")) \(row[$0].label)" } ?? ""
    if text.isEmpty, let flowColumn {
      text = row[flowColumn].code.replacing("_", with: " ")
    }
    guard var measurement = Measurement(reading: text) else {
      return power.map { Measurement(.ratio, exponent: $0) }
    }
    if let power { measurement.exponent += power }
    return measurement
  }

  /// A name for a series that is no trade flow: its dimensions joined.
  func name(of row: Record, _ value: (column: Int, name: String), in layout: StatisticalLayout)
    -> String
  {
    let rate = denominator == nil ? nil : unit
    let key = ([reporter, flowColumn, rate, denominator].compactMap(\.self) + others).map {
      row[$0].code
    }
    let ending = values.count > 1 ? [value.name] : []
    let words = (key + ending).map { $0.lowercased().replacing("_", with: " ") }
    return words.isEmpty ? "observation" : "series " + words.joined(separator: " ")
  }

  var description: [(name: String, role: String)] {
    let known: [(Int?, String)] = [
      (time, "period"), (reporter, "reporter"), (partner, "partner"), (product, "product"),
      (flowColumn, "flow"), (unit, "unit"), (multiplier, "power of ten"),
    ]
    var result = known.compactMap { column, role in column.map { (name: names[$0], role: role) } }
    result += others.map { (name: names[$0], role: "part of the series' name") }
    result += values.map { (name: $0.name, role: "value") }
    return result
  }
}

extension String {
  fileprivate var hasCapital: Bool { contains { $0.isUppercase } }
}
