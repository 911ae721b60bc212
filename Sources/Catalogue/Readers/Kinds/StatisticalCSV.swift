import Guidance
import Periods

/// SDMX-CSV 1.0 and 2.0, with codes, names or both in its cells.
enum StatisticalCSV: FileReader {
  static let kind = FileKind(name: "sdmx-csv", title: "SDMX-CSV")

  static func recognises(_ file: SourceFile) -> Bool { layout(of: file) != nil }

  static func read(_ file: SourceFile, into draft: inout Draft) throws(Diagnostic) {
    guard let record = layout(of: file) else { return }
    let layout = StatisticalLayout(record, samples: file.head.filter { $0.line > record.line })
    guard !layout.values.isEmpty else {
      throw Diagnostic(
        "no-figures",
        "'\(file.name)' holds no observations: it has no column OBS_VALUE",
        notes: ["it may be reference metadata or a list of codes"]
      )
    }
    guard let time = layout.time else {
      throw Diagnostic(
        "unknown-layout",
        "'\(file.name)' has no TIME_PERIOD, and no dimension that holds periods"
      )
    }
    draft.roles = layout.description
    draft.ignoredColumns = layout.attributes
    let style =
      file.separator == .semicolon
      ? NumberStyle.likely(in: file.head.flatMap { row in layout.values.map { row[$0.column] } })
      : NumberStyle()
    var deleted = 0
    var scanner = file.records
    while let row = scanner.next() {
      guard row.line > record.line else { continue }
      draft.rowsRead += 1
      if row[layout.action].uppercased() == "D" {
        deleted += 1
        continue
      }
      let text = row[time].code
      guard let period = draft.period(text)?.period else {
        try draft.refuse(row.line, "'\(text.shortened)' is no period of months")
        continue
      }
      for value in layout.values {
        try read(row, value, period, layout, style, into: &draft)
      }
    }
    if deleted > 0 {
      draft.find(
        ImportFinding(
          "rows-deleted",
          "\(deleted) rows say that a figure is deleted: left out",
          isWarning: false
        )
      )
    }
  }

  private static func layout(of file: SourceFile) -> Record? {
    file.head.prefix(3).first { record in
      let names = Set(
        record.fields.map(\.code).map { $0.split(separator: "[").first.map(String.init) ?? $0 }
      )
      return (names.contains("STRUCTURE") && names.contains("STRUCTURE_ID"))
        || (names.contains("DATAFLOW") && names.contains("OBS_VALUE"))
        || (names.contains("TIME_PERIOD") && names.contains("OBS_VALUE"))
    }
  }

  private static func read(
    _ row: Record,
    _ value: (column: Int, name: String),
    _ period: Period,
    _ layout: StatisticalLayout,
    _ style: NumberStyle,
    into draft: inout Draft
  ) throws(Diagnostic) {
    let measurement = layout.measurement(of: row)
    let number = try draft.number(
      row[value.column],
      style,
      exponent: measurement?.exponent ?? 0,
      line: row.line,
      column: value.name
    )
    guard let number else { return }
    let flow = layout.flow(of: row)
    let unit = measurement?.unit ?? (flow == nil ? .ratio : .money(.usd))
    draft.note(Measurement(unit, exponent: measurement?.exponent ?? 0))
    var series = flow?.series ?? ""
    if flow == nil {
      let name = layout.name(of: row, value, in: layout)
      series = "sdmx." + name.plainWord
      draft.addIndicator(series, name: name)
    }
    var figure = Figure(series, number, in: unit, for: period, line: row.line, column: value.name)
    figure.basis = flow?.basis ?? ""
    if let reporter = layout.reporter {
      figure.reporter = place(row[reporter], &draft)
    }
    if let partner = layout.partner {
      figure.partner = place(row[partner], &draft)
      figure.spelling = row[partner].code
    }
    if let product = layout.product { figure.product = self.product(row[product]) }
    draft.add(figure)
  }

  private static func place(_ cell: String, _ draft: inout Draft) -> Place {
    let code = cell.code
    let number = code.allSatisfy(\.isASCIIDigit) ? code : ""
    return draft.places.place(
      iso: number.isEmpty && code.utf8.count <= 9 ? code : "",
      number: number,
      name: Place.known(spelled: code) == nil ? cell.label : code
    )
  }

  private static func product(_ cell: String) -> Product {
    let code = ProductCode.code(cell.code, classification: "")
    if code == Product.total { return .allGoods }
    return Product.known(code) ?? Product(code: code, name: cell.label)
  }
}

extension String {
  /// The code of a cell that may say `A: Value A`.
  var code: String {
    guard let colon = ranges(of: ": ").first else { return self }
    return String(self[..<colon.lowerBound])
  }

  /// The name of such a cell, else the cell itself.
  var label: String {
    guard let colon = ranges(of: ": ").first else { return self }
    return String(self[colon.upperBound...])
  }
}
