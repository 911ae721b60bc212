/// The words of a column's name: `ExportValue`, `exports_month` and `Exports (month)` alike.
struct ColumnWords {
  let words: [String]
  private let set: Set<String>

  init(_ name: String) {
    var spaced = ""
    var previous: Character = " "
    for character in name {
      if character.isUppercase, previous.isLowercase { spaced.append(" ") }
      spaced.append(character)
      previous = character
    }
    words = spaced.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "%" && $0 != "$" }
      .map(String.init)
    set = Set(words)
  }

  func has(_ candidates: Set<String>) -> Bool { !set.isDisjoint(with: candidates) }

  func isOnly(of allowed: Set<String>) -> Bool { set.isSubset(of: allowed) && !set.isEmpty }

  var joined: String { words.joined(separator: " ") }

  /// A running total from January.
  var isToDate: Bool {
    has(["cum", "ytd", "cumulative", "accumulated", "accum"]) || joined.contains("year to date")
      || words.contains { $0.contains("累计") }
  }

  /// A rate of growth against a year earlier.
  var isYearOnYear: Bool {
    has(["yoy", "yoypct", "同比"]) || joined.contains("y y") || words.contains { $0.contains("同比") }
  }

  /// Growth, shares, ratios: nothing that adds up.
  var isRate: Bool {
    isYearOnYear
      || has([
        "mom", "qoq", "change", "growth", "pct", "percent", "%", "share", "ratio", "环比", "rate",
        "tariff", "price", "index",
      ])
  }

  /// The series of a flow that the name speaks of: `exports` of `Exports, FOB`.
  var flow: String? {
    if has(["reexport", "reexports", "re-exports"]) { return "reexports" }
    if has([
      "balance", "surplus", "差额", "贸易差额", "saldo", "handelsbilanz", "solde", "balanza", "貿易収支",
    ]) {
      return "balance"
    }
    let isExport = words.contains(where: ColumnWords.isExport)
    let isImport = words.contains(where: ColumnWords.isImport)
    if isExport && isImport { return "trade" }
    if words.contains(where: { $0.contains("进出口") }) { return "trade" }
    if isExport { return "exports" }
    if isImport { return "imports" }
    if has(["trade", "turnover"]), !has(["partner", "flow", "type"]) { return "trade" }
    return isOnly(of: ["total", "month", "cum", "ytd"]) && has(["total"]) ? "trade" : nil
  }

  /// True for the word for exports in one of the languages of tables.
  static func isExport(_ word: String) -> Bool {
    exports.contains(word) || ["出口", "輸出", "수출"].contains { word.contains($0) }
  }

  static func isImport(_ word: String) -> Bool {
    imports.contains(word) || ["进口", "進口", "輸入", "수입"].contains { word.contains($0) }
  }

  private static let exports: Set<String> = [
    "export", "exports", "ausfuhr", "ausfuhren", "exporte", "exportation", "exportations",
    "exportación", "exportaciones", "exportação", "exportações", "esportazione", "esportazioni",
    "exportacion", "exportacao", "exportacoes",
  ]

  private static let imports: Set<String> = [
    "import", "imports", "einfuhr", "einfuhren", "importe", "importation", "importations",
    "importación", "importaciones", "importação", "importações", "importazione", "importazioni",
    "importacion", "importacao", "importacoes",
  ]

  /// A column whose name says only that it holds amounts.
  var isValue: Bool {
    isOnly(of: [
      "value", "val", "amount", "trade", "total", "obs", "usd", "us", "$", "cny", "eur", "jpy",
      "wert", "valeur", "valor", "valore", "金额", "金額", "primary", "million", "thousand", "billion",
      "ytd", "cum", "mn", "bn",
    ])
      && has([
        "value", "val", "amount", "usd", "$", "cny", "eur", "jpy", "wert", "valeur", "valor",
        "valore", "金额", "金額",
      ])
  }
}
