import Catalogue
import Guidance
import Language
import Periods

/// What stands behind the file of an `import`.
///
/// `as NAME`, `(ROLE: COLUMN, …)`, `in cny*10000 [since PERIOD]`, `scale COLUMN [row PERIOD] by FACTOR`,
/// `skip NAME`, `repeats last`, `combine january`, `sheet NAME`, `encoding NAME`, `strict`.
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
      case "in": try measurement(after: word)
      case "skip": options.skipped.append(try needed("a partner or a good", after: word).text)
      case "repeats": options.repeats = try repeats(after: word)
      case "combine": try combination(after: word)
      case "sheet": options.sheet = try needed("the name of a sheet", after: word).text
      case "encoding": options.encoding = try encoding(after: word)
      case "strict": options.isStrict = true
      case "scale": options.scalings.append(try scaling(after: word))
      case _ where word.text.hasPrefix("("): try mapping(from: word)
      default:
        throw Diagnostic("unknown-clause", "`import` knows no '\(word.text)'", at: word.span)
          .suggesting(word.text, from: ImportClause.words)
      }
    }
  }

  static let words = [
    "as", "in", "scale", "skip", "repeats", "combine", "sheet", "encoding", "strict",
  ]

  private mutating func next() -> Name? {
    guard position < words.count else { return nil }
    defer { position += 1 }
    return words[position]
  }

  private mutating func needed(_ what: String, after word: Name) throws(Diagnostic) -> Name {
    guard var found = next() else {
      throw Diagnostic("needs-name", "\(what) belongs behind `\(word.text)`", at: word.span)
    }
    guard found.text.hasPrefix("\"") else { return found }
    // A name in quotes may have spaces.
    while !found.text.dropFirst().hasSuffix("\""), let more = next() {
      found = Name("\(found.text) \(more.text)", at: found.location.joined(more.location))
    }
    found.text = found.text.filter { $0 != "\"" }
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

  // measurement ::= 'in' unit extent?
  private mutating func measurement(after word: Name) throws(Diagnostic) {
    let measurement = try unit(after: word)
    let extent = try extent()
    if extent == .all {
      options.measurement = measurement
    } else {
      options.datedMeasurements.append(ImportOptions.DatedMeasurement(measurement, extent))
    }
  }

  // extent ::= ('row' | 'since' | 'until') period
  private mutating func extent() throws(Diagnostic) -> ImportOptions.Extent {
    guard position < words.count, ["row", "since", "until"].contains(words[position].text),
      let keyword = next()
    else { return .all }
    let text = try needed("a period", after: keyword)
    guard let period = Period(reading: text.text) else {
      throw Diagnostic("no-such-period", "'\(text.text)' is no period", at: text.span)
    }
    switch keyword.text {
    case "since": return .since(period.start)
    case "until": return .until(period.end)
    default: return .row(period)
    }
  }

  // scaling ::= column extent? 'by' factor
  private mutating func scaling(after word: Name) throws(Diagnostic) -> ImportOptions.Scaling {
    let column = try needed("a column", after: word)
    let extent = try extent()
    let by = try needed("`by` and a number", after: column)
    guard by.text == "by", let number = next(), let factor = Double(number.text), factor != 0 else {
      throw Diagnostic("needs-number", "`by` and a number belong behind a column", at: by.span)
    }
    return ImportOptions.Scaling(column: column.text, extent, factor: factor)
  }

  private mutating func repeats(after word: Name) throws(Diagnostic) -> ImportOptions.Repeats {
    let choice = try needed("`first`, `last` or `add`", after: word)
    guard let repeats = ImportOptions.Repeats(rawValue: choice.text) else {
      throw Diagnostic("unknown-clause", "`repeats` knows no '\(choice.text)'", at: choice.span)
        .suggesting(choice.text, from: ImportOptions.Repeats.allCases.map(\.rawValue))
    }
    return repeats
  }

  // combination ::= 'combine' 'january'
  private mutating func combination(after word: Name) throws(Diagnostic) {
    let month = try needed("`january`", after: word)
    guard month.text.lowercased() == "january" else {
      throw Diagnostic("unknown-clause", "`combine` knows no '\(month.text)'", at: month.span)
        .suggesting(month.text, from: ["january"])
    }
    options.combinesNewYear = true
  }

  // mapping ::= '(' role ':' column (',' role ':' column)* ')'
  private mutating func mapping(from word: Name) throws(Diagnostic) {
    var text = word.text
    var span = word.location
    while !text.hasSuffix(")") || text.count(where: { $0 == "\"" }) % 2 == 1 {
      guard let more = next() else {
        throw Diagnostic("unclosed-parenthesis", "`)` belongs here", at: span.span)
      }
      text += " " + more.text
      span = span.joined(more.location)
    }
    for pair in String(text.dropFirst().dropLast()).split(unquoted: ",") {
      let parts = pair.split(unquoted: ":", atMost: 1).map { part in
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

extension String {
  /// The parts between separators that stand outside of quotes.
  fileprivate func split(unquoted separator: Character, atMost most: Int = .max) -> [String] {
    var parts = [""]
    var isQuoted = false
    for character in self {
      if character == "\"" { isQuoted.toggle() }
      if character == separator, !isQuoted, parts.count <= most {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }
}
