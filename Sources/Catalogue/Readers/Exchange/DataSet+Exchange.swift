import Columns
import Periods

/// A format in which a whole data set is written and read back.
package enum ExchangeForm: String, CaseIterable, Sendable {
  case csv, sdmx, json

  /// The form that a file's name asks for: `x.csv`, `x.sdmx.csv`, `x.json`.
  package init?(ofFile name: String) {
    let name = name.lowercased()
    if name.hasSuffix(".sdmx.csv") {
      self = .sdmx
    } else if name.hasSuffix(".csv") {
      self = .csv
    } else if name.hasSuffix(".json") {
      self = .json
    } else {
      return nil
    }
  }
}

extension DataSet {
  /// Every figure with all that is known about it, in a format that `import` reads back.
  package func exchangeText(_ form: ExchangeForm) -> String {
    switch form {
    case .csv: table(of: ExchangeColumn.allCases, names: ExchangeColumn.allCases.map(\.name))
    case .sdmx: sdmx
    case .json: json
    }
  }

  private func table(of columns: [ExchangeColumn], names: [String]) -> String {
    var text = names.joined(separator: ",") + "\n"
    for row in 0..<facts.rowCount {
      let fields = exchangeFields(of: row)
      text += columns.map { fields[$0.rawValue].csvField }.joined(separator: ",") + "\n"
    }
    return text
  }

  private var sdmx: String {
    let columns = ExchangeColumn.components
    var text = "STRUCTURE,STRUCTURE_ID,ACTION," + columns.map(\.component).joined(separator: ",")
    text += ",UNIT_MULT\n"
    for row in 0..<facts.rowCount {
      var fields = exchangeFields(of: row)
      fields[ExchangeColumn.period.rawValue] = period(of: row).standardText
      let cells = columns.map { fields[$0.rawValue].csvField }.joined(separator: ",")
      text += "dataflow,\(ExchangeColumn.structure),I,\(cells),0\n"
    }
    return text
  }

  private var json: String {
    let names = ExchangeColumn.allCases.map { JSON.text($0.name).written }
    var text = "{\"tradewind\": \(metadata.written),\n"
    text += "\"columns\": [\(names.joined(separator: ", "))],\n\"rows\": [\n"
    for row in 0..<facts.rowCount {
      let cells = exchangeFields(of: row).enumerated().map { column, field -> String in
        column == ExchangeColumn.value.rawValue ? field : JSON.text(field).written
      }
      text += "[" + cells.joined(separator: ", ") + (row + 1 < facts.rowCount ? "],\n" : "]\n")
    }
    return text + "]}\n"
  }

  private func exchangeFields(of row: Int) -> [String] {
    func code(_ column: FactColumn) -> Int { facts.keys[column.rawValue][row] }
    let series = series[code(.series)]
    let indicator = indicators.first { $0.code == series }
    let reporter = (reporterPlaces ?? places)[code(.reporter)]
    let partner = places[code(.partner)]
    let product = products[code(.product)]
    let origin = origins[code(.origin)]
    return [
      series, indicator?.name ?? "", indicator?.aggregation.rawValue ?? "", reporter.code,
      reporter.name, partner.code, partner.name, product.code, product.name,
      units[code(.unit)].exchangeText, "\(period(of: row))", facts.values[row].plainText,
      publications[code(.publication)]?.description ?? "", origin.status.rawValue, origin.basis,
      origin.method,
      origin.sources.members.map { sources[Int($0)].exchangeText }.joined(separator: "; "),
      self.reporter ?? "",
    ]
  }

  private func period(of row: Int) -> Period {
    periods[facts.keys[FactColumn.period.rawValue][row]]
  }
}

extension Source {
  /// `publisher <address>`; a semicolon would end it.
  fileprivate var exchangeText: String {
    let name = publisher.replacing(";", with: ",")
    return address.isEmpty ? name : "\(name) <\(address.replacing(";", with: "%3B"))>"
  }

  /// Reads what ``exchangeText`` writes.
  init(exchangeText text: String) {
    let parts = text.split(separator: "<", maxSplits: 1)
    let address = parts.count > 1 ? parts[1].filter { $0 != ">" } : ""
    let publisher = parts.first.map { $0.trimmed } ?? ""
    self.init(id: publisher.plainWord, publisher: publisher, address: address)
  }
}

extension Period {
  /// The period in a form of SDMX: `2024-S1` for a half, `2025-01-01/P11M` for eleven months.
  fileprivate var standardText: String {
    switch grain {
    case .year, .quarter, .month: description
    default:
      start.number % 6 == 1 && length == 6
        ? "\(start.year)-S\(start.number / 6 + 1)" : "\(start)-01/P\(length)M"
    }
  }
}

extension Double {
  /// The shortest decimal that is read back as the same number.
  fileprivate var plainText: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension String {
  /// The text as a field of CSV by RFC 4180.
  fileprivate var csvField: String {
    guard contains(where: { ",\"\r\n".contains($0) }) || first == " " || last == " " else {
      return self
    }
    return "\"" + replacing("\"", with: "\"\"") + "\""
  }
}
