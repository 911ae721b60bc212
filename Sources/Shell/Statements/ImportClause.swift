import Catalogue
import Guidance
import Language
import Periods

/// What stands behind the file of an `import`.
///
/// `as NAME`, `(ROLE: COLUMN, …)`, `in cny*10000`, `scale COLUMN [row PERIOD] by FACTOR`,
/// `encoding NAME`, `strict`.
struct ImportClause {
  var name: String?
  var options = ImportOptions()

  private var words: [Name]
  private var position = 0

  init(_ words: [Name]) throws(Diagnostic) {
    self.words = words
    while let word = next() {
      switch word.text.lowercased() {
      case "as": name = try needed("a name", after: word).text
      case "in": options.measurement = try unit(after: word)
      case "encoding": options.encoding = try encoding(after: word)
      case "strict": options.isStrict = true
      case "scale": options.scalings.append(try scaling(after: word))
      case _ where word.text.hasPrefix("("): try mapping(from: word)
      default:
        throw Diagnostic("unknown-clause", "`import` knows no '\(word.text)'", at: word.span)
          .suggesting(word.text, from: ["as", "in", "encoding", "strict", "scale"])
      }
    }
  }

  private mutating func next() -> Name? {
    guard position < words.count else { return nil }
    defer { position += 1 }
    return words[position]
  }

  private mutating func needed(_ what: String, after word: Name) throws(Diagnostic) -> Name {
    guard let found = next() else {
      throw Diagnostic("needs-name", "\(what) belongs behind `\(word.text)`", at: word.span)
    }
    return found
  }

  // unit ::= word ('*' factor)? | currency scale | scale currency
  private mutating func unit(after word: Name) throws(Diagnostic) -> Measurement {
    var text = try needed("a unit", after: word)
    let isScale = { (text: String) in Measurement(reading: "\(text) usd")?.exponent != 0 }
    let isSplit = Measurement(reading: text.text) == nil
    if position < words.count, isSplit || isScale(words[position].text), let more = next() {
      text = Name("\(text.text) \(more.text)", at: text.location.joined(more.location))
    }
    let parts = text.text.split(separator: "*").map(String.init)
    guard var measurement = Measurement(reading: parts[0]) else {
      throw Diagnostic("unknown-unit", "I do not know the unit '\(text.text)'", at: text.span)
    }
    if parts.count == 2 {
      let factor = Double(parts[1].replacing(",", with: ""))
      guard let exponent = (0...15).first(where: { Double("1e\($0)") == factor }) else {
        throw Diagnostic("unknown-unit", "'\(parts[1])' is no power of ten", at: text.span)
      }
      measurement.exponent += exponent
    }
    return measurement
  }

  private mutating func encoding(after word: Name) throws(Diagnostic) -> TextEncoding {
    let name = try needed("the name of an encoding", after: word)
    guard let encoding = TextEncoding(named: name.text) else {
      throw Diagnostic("unknown-encoding", "I do not read '\(name.text)'", at: name.span)
        .suggesting(name.text, from: TextEncoding.allCases.map(\.rawValue))
    }
    return encoding
  }

  // scaling ::= column ('row' period)? 'by' factor
  private mutating func scaling(after word: Name) throws(Diagnostic) -> ImportOptions.Scaling {
    let column = try needed("a column", after: word)
    var period: Period?
    var last = try needed("`by` and a number", after: column)
    if last.text == "row" {
      let text = try needed("a period", after: last)
      period = Period(reading: text.text)
      if period == nil {
        throw Diagnostic("no-such-period", "'\(text.text)' is no period", at: text.span)
      }
      last = try needed("`by` and a number", after: text)
    }
    guard last.text == "by", let number = next(), let factor = Double(number.text), factor != 0
    else {
      throw Diagnostic("needs-number", "`by` and a number belong behind a column", at: last.span)
    }
    return ImportOptions.Scaling(column: column.text, period: period, factor: factor)
  }

  // mapping ::= '(' role ':' column (',' role ':' column)* ')'
  private mutating func mapping(from word: Name) throws(Diagnostic) {
    var text = word.text
    var span = word.location
    while !text.hasSuffix(")") {
      guard let more = next() else {
        throw Diagnostic("unclosed-parenthesis", "`)` belongs here", at: span.span)
      }
      text += " " + more.text
      span = span.joined(more.location)
    }
    for pair in text.dropFirst().dropLast().split(separator: ",") {
      let parts = pair.split(separator: ":", maxSplits: 1).map { part in
        part.split(separator: " ").joined(separator: " ").filter { $0 != "\"" }
      }
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
        throw Diagnostic(
          "bad-mapping",
          "a mapping names roles and columns: `(period: date, value: usd*1000)`",
          at: span.span
        )
      }
      options.mapping[parts[0].lowercased()] = parts[1]
    }
  }
}
