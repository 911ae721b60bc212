/// What the name of a column of index numbers tells: `Export prices (index 2015 = 100)`.
struct PriceIndexName {
  /// The name without the base and the word for an index: `export prices`.
  var name: String

  /// `2015 = 100`; what deflates money has one.
  var base: String

  /// Nil where the name states no base: an index without one could be of anything.
  init?(_ text: String) {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "=" }
    let parts = words.flatMap { word -> [Substring] in
      // `2015=100` as one word.
      guard let sign = word.firstIndex(of: "="), word.count > 1 else { return [word] }
      return [word[..<sign], "=", word[word.index(after: sign)...]].filter { !$0.isEmpty }
    }
    guard let sign = parts.firstIndex(of: "="), sign > 0, sign + 1 < parts.count,
      parts[sign + 1] == "100", let year = Int(parts[sign - 1]), (1800...2100).contains(year)
    else { return nil }
    base = "\(year) = 100"
    let named = parts[..<(sign - 1)].filter { !["index", "indices", "idx"].contains($0) }
    name = named.isEmpty ? "price index" : named.joined(separator: " ")
  }
}
