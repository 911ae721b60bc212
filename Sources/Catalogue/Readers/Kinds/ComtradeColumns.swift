import Guidance
import Periods

/// Where a table of UN Comtrade keeps what, whichever of its layouts it has.
struct ComtradeColumns {
  typealias PlaceColumns = (iso: Int?, number: Int?, name: Int?)

  var period: Int?
  var reporter: PlaceColumns
  var partner: PlaceColumns
  var flow: Int?
  var classification: Int?
  var commodity: (code: Int?, name: Int?)
  var value: Int?
  var fob: Int?
  var cif: Int?
  var weight: Int?
  /// Columns that split a figure further, with the codes that stand for the whole.
  var parts: [(column: Int?, whole: [String])]

  func read(_ file: SourceFile, _ header: Header, into draft: inout Draft) throws(Diagnostic) {
    describe(header, in: &draft)
    var scanner = file.records
    var partRows = 0
    var mendedRows = 0
    while let record = scanner.next() {
      guard record.line > header.line else {
        draft.preambleLines += record.line < header.line ? 1 : 0
        continue
      }
      draft.rowsRead += 1
      let row = mended(record, header, file.separator)
      if row.fields.count < record.fields.count { mendedRows += 1 }
      guard isWhole(row) else {
        partRows += 1
        continue
      }
      try read(row, into: &draft)
    }
    note(partRows: partRows, mendedRows: mendedRows, openQuote: scanner.openQuote, in: &draft)
  }

  /// Some downloads leave commodities with commas without quotes: the surplus goes back into them.
  private func mended(_ record: Record, _ header: Header, _ separator: Separator) -> Record {
    guard let name = commodity.name, record.fields.count > header.names.count,
      NumberStyle().read(record[value]) == .unreadable
    else { return record }
    return record.mended(to: header.names.count, joining: name, by: "\(separator.rawValue) ")
  }

  func isWhole(_ row: Record) -> Bool {
    parts.allSatisfy { part in part.column.map { part.whole.contains(row[$0]) } ?? true }
  }

  func read(_ row: Record, into draft: inout Draft) throws(Diagnostic) {
    guard let period = draft.period(row[period])?.period else {
      return try draft.refuse(row.line, "'\(row[self.period].shortened)' is no period")
    }
    guard let series = FlowWord.series(row[flow]) else {
      return try draft.refuse(row.line, "'\(row[flow].shortened)' is no trade flow")
    }
    guard
      let value = try draft.number(row[value], line: row.line, column: "value")
    else { return }
    var figure = Figure(
      series,
      value,
      in: .money(.usd),
      for: period,
      line: row.line,
      column: "value"
    )
    figure.reporter = place(reporter, row, &draft)
    figure.partner = place(partner, row, &draft)
    figure.spelling = row[partner.name] + row[partner.number]
    figure.product = product(row)
    figure.basis = basis(row, series)
    draft.add(figure)
    guard let weight, case .number(let kilograms) = NumberStyle().read(row[weight], exponent: -3),
      kilograms > 0, series == "exports" || series == "imports"
    else { return }
    figure.series = series + ".quantity"
    figure.value = kilograms
    figure.unit = .quantity("t")
    figure.basis = ""
    figure.column = "weight"
    draft.add(figure)
  }

  private func place(_ columns: PlaceColumns, _ row: Record, _ draft: inout Draft) -> Place {
    draft.places.place(
      iso: row[columns.iso],
      number: row[columns.number],
      name: row[columns.name]
    )
  }

  private func product(_ row: Record) -> Product {
    let code = ProductCode.code(row[commodity.code], classification: row[classification])
    if code == Product.total { return .allGoods }
    return Product.known(code) ?? Product(code: code, name: row[commodity.name])
  }

  /// Which of the two valuations the value equals; else what the flow is counted by.
  private func basis(_ row: Record, _ series: String) -> String {
    let value = row[value]
    if let cif, row[cif] == value { return "CIF" }
    if let fob, row[fob] == value { return "FOB" }
    return series == "imports" || series == "reimports" ? "CIF" : "FOB"
  }

  // MARK: Report

  func describe(_ header: Header, in draft: inout Draft) {
    let used: [(Int?, String)] = [
      (period, "period"), (reporter.iso ?? reporter.name, "reporter"),
      (partner.iso ?? partner.name, "partner"), (flow, "flow"), (commodity.code, "product"),
      (value, "value, USD"), (weight, "weight, kg"),
    ]
    draft.roles = used.compactMap { column, role in
      column.flatMap { $0 < header.names.count ? (header.names[$0], role) : nil }
    }
    draft.note(.dollars)
  }

  private func note(partRows: Int, mendedRows: Int, openQuote: Int?, in draft: inout Draft) {
    if partRows > 0 {
      draft.find(
        ImportFinding(
          "parts-skipped",
          "\(partRows) rows split others by procedure, transport or second partner: left out",
          isWarning: false
        )
      )
    }
    if mendedRows > 0 {
      draft.find(
        ImportFinding(
          "fields-shifted",
          "\(mendedRows) rows have commas in a commodity without quotes: put back together",
          isWarning: false
        )
      )
    }
    if let openQuote {
      draft.find(ImportFinding("open-quote", "a quote never closes", line: openQuote))
    }
  }
}
