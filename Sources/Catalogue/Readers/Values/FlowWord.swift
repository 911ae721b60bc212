/// The series that a word for a trade flow stands for.
enum FlowWord {
  /// Reads `Export`, `X`, `2`, `Re-Import`, `imports`, `出口`; nil for anything else.
  static func series(_ word: String) -> String? {
    let plain = word.plainWord
    if let series = words[plain] { return series }
    // A shortfall counts the other way round: it is no balance.
    return ColumnWords.isExport(plain) ? "exports" : ColumnWords.isImport(plain) ? "imports" : nil
  }

  private static let words: [String: String] = {
    let spellings: [String: [String]] = [
      "exports": [
        "export", "exports", "x", "2", "exp", "exportsfob", "exportfob", "exportvalue", "出口",
        "domesticexports", "totalexports", "goodsexports", "e", "dispatches",
      ],
      "imports": [
        "import", "imports", "m", "1", "imp", "importscif", "importcif", "importvalue", "进口",
        "totalimports", "goodsimports", "generalimports", "i", "arrivals",
      ],
      "reexports": ["reexport", "reexports", "rx", "3", "再出口"],
      "reimports": ["reimport", "reimports", "rm", "4"],
      "balance": [
        "balance", "surplus", "tradebalance", "netexports", "差额", "贸易差额", "b",
      ],
      "trade": ["trade", "total", "tradetotal", "totaltrade", "进出口", "turnover"],
    ]
    var words: [String: String] = [:]
    for (series, list) in spellings { for word in list { words[word] = series } }
    return words
  }()
}
