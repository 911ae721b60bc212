import Guidance
import Periods

/// A download of FRED: a date and one or more series by their identifiers.
enum FederalReserve: FileReader {
  static let kind = FileKind(
    name: "fred",
    title: "FRED",
    publisher: "Federal Reserve Bank of St. Louis (FRED)",
    address: "fred.stlouisfed.org",
    licence: "as the source of each series has it"
  )

  static func recognises(_ file: SourceFile) -> Bool {
    guard let header = file.head.first, header.fields.count >= 2,
      ["date", "observationdate"].contains(header.fields[0].plainWord)
    else { return false }
    let ids = header.fields.dropFirst().filter { !$0.isEmpty }
    return !ids.isEmpty && ids.allSatisfy(isSeries) && isDaily(file)
  }

  /// Upper case, as FRED writes identifiers, and no word for a flow.
  private static func isSeries(_ name: String) -> Bool {
    name.utf8.count >= 3 && FlowWord.series(name) == nil && !name.contains(" ")
      && name.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "_" }
      && name.contains { $0.isLetter } && name != "VALUE"
  }

  private static func isDaily(_ file: SourceFile) -> Bool {
    file.head.dropFirst().prefix(5).allSatisfy { $0[0].utf8.count == 10 }
  }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let record = file.head.first else { return }
    let header = Header(record)
    try PlainTable.read(file, header, into: &draft) { rows in
      rows.isUnitKnown = true
      rows.reporter = Place.known("USA")
      for index in rows.roles.values.indices {
        guard let flow = CensusSeries(rows.roles.values[index].name) else {
          rows.roles.values[index].target = .indicator(rows.roles.values[index].name.lowercased())
          continue
        }
        rows.roles.values[index].target = .flow(flow.series)
        rows.roles.values[index].measurement = Measurement(.money(.usd), exponent: 6)
        rows.roles.values[index].partner = flow.partner
        rows.basis[flow.series] = flow.series == "imports" ? "customs value" : "FAS"
      }
    }
  }
}

/// What an identifier such as `IMPCH` or `EXP5520` stands for: US goods trade with one partner.
private struct CensusSeries {
  var series: String
  var partner: Place

  init?(_ id: String) {
    switch id.prefix(3) {
    case "IMP": series = "imports"
    case "EXP": series = "exports"
    default: return nil
    }
    guard let code = CensusSeries.partners[String(id.dropFirst(3))], let place = Place.known(code)
    else { return nil }
    partner = place
  }

  private static let partners: [String: String] = [
    "CH": "CHN", "MX": "MEX", "CA": "CAN", "JP": "JPN", "GE": "DEU", "UK": "GBR", "FR": "FRA",
    "IT": "ITA", "KR": "KOR", "TW": "TWN", "IN": "IND", "0003": "EU", "0015": "WLD",
    "1220": "CAN", "2010": "MEX", "3510": "BRA", "4120": "GBR", "4279": "FRA", "4280": "DEU",
    "4621": "RUS", "5330": "IND", "5520": "VNM", "5570": "MYS", "5590": "SGP", "5490": "THA",
    "5600": "IDN", "5700": "CHN", "5800": "KOR", "5820": "HKG", "5830": "TWN", "5880": "JPN",
    "6021": "AUS",
  ]
}
