import Periods

extension Qualifiers {
  var beforeTransforms: [String] {
    var words: [String] = []
    if !products.isEmpty { words.append("of \(list(products))") }
    if let partners { words.append("\(partners.direction.rawValue) \(list(partners.groups))") }
    if !excluding.isEmpty {
      words.append("excluding \(excluding.map { written($0.text) }.joined(separator: ", "))")
    }
    switch mirror {
    case .reporter(let place): words.append("reported by \(written(place.text))")
    case .partner: words.append("mirror")
    case nil: break
    }
    if let ratio { words.append("as share of \(ratio.whole)") }
    if let conversion { words.append("in \(conversion.text)") }
    return words
  }

  var afterTransforms: [String] {
    var words: [String] = []
    if published != nil { words.append("published") }
    if let grouping { words.append(grouping.description) }
    if let window { words.append(window.description) }
    if let vintage { words.append(vintage.description) }
    if let condition { words.append("where \(condition)") }
    if hole != nil { words.append("?") }
    return words
  }

  private func list(_ groups: [[Name]]) -> String {
    groups.map { group in group.map { written($0.text) }.joined(separator: " + ") }
      .joined(separator: ", ")
  }
}

extension Qualifiers.Grouping: CustomStringConvertible {
  package var description: String {
    var words = keys.isEmpty ? [] : ["by \(keys.map(\.description).joined(separator: ", "))"]
    if let each { words.append("in each \(each.rawValue)") }
    return words.joined(separator: " ")
  }
}

extension Qualifiers.Key: CustomStringConvertible {
  package var description: String {
    switch self {
    case .dimension(let name): name.text
    case .grain(let grain): grain.rawValue
    case .season(let grain): "\(grain.rawValue) of year"
    }
  }
}

extension Qualifiers.Vintage: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .asOf(let day): "as of \(day)"
    case .latest: "as of latest"
    case .firstPublished: "as first published"
    }
  }
}

extension Window: CustomStringConvertible {
  package var description: String {
    switch kind {
    case .at(let period): written(period)
    case .latest: "latest"
    case .within(let period): "in \(written(period))"
    case .between(let first, let last): "in \(written(first))..\(written(last))"
    case .since(let anchor): "since \(anchor)"
    case .until(let anchor): "until \(anchor)"
    case .before(let anchor): "before \(anchor)"
    case .after(let anchor): "after \(anchor)"
    case .during(let event): "during \(written(event.text))"
    case .spanning(let first, let last): "between \(first) and \(last)"
    case .last(let count, let grain): "last \(count) \(grain.rawValue)\(count == 1 ? "" : "s")"
    case .this(let grain): "in this \(grain.rawValue)"
    case .previous(let grain): "in last \(grain.rawValue)"
    }
  }
}

extension Window.Anchor: CustomStringConvertible {
  package var description: String {
    switch self {
    case .period(let period): written(period)
    case .event(let name): written(name.text)
    }
  }
}

extension Condition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .compare(let key, let relation, let value):
      "\(key.name.text) \(relation.rawValue) \(value)"
    case .member(let key, let values):
      "\(key.name.text) in (\(values.map(\.description).joined(separator: ", ")))"
    case .both(let left, let right): "\(left.operand) and \(right.operand)"
    case .either(let left, let right): "\(left) or \(right.isEither ? "(\(right))" : "\(right)")"
    case .not(let inner): "not \(inner.isSimple ? "\(inner)" : "(\(inner))")"
    }
  }

  private var isEither: Bool {
    if case .either = self { true } else { false }
  }

  private var isSimple: Bool {
    switch self {
    case .compare, .member: true
    default: false
    }
  }

  private var operand: String {
    switch self {
    case .either, .both: "(\(self))"
    default: description
    }
  }
}

extension Condition.Value: CustomStringConvertible {
  package var description: String {
    switch self {
    case .quantity(let quantity, _): quantity.description
    case .name(let name): written(name.text)
    }
  }
}

extension Span: CustomStringConvertible {
  package var description: String { "\(count)\(grain.rawValue.prefix(1))" }
}

extension Quantity: CustomStringConvertible {
  package var description: String {
    var words = [plain(mantissa)]
    if let scale { words.append(scale.rawValue) }
    switch unit {
    case .percent: words[words.count - 1] += "%"
    case .points: words.append("pp")
    case .currency(let code): words.append(code)
    case .physical(let unit): words.append(unit)
    // A bare 2024 would read as the year.
    case nil:
      if scale == nil, let whole = wholeNumber, (1900...2099).contains(whole) {
        return "\(whole / 1000),\(String("\(whole % 1000 + 1000)".dropFirst()))"
      }
    }
    return words.joined(separator: " ")
  }
}

/// A number without exponent, with as many decimals as it needs.
func plain(_ number: Double) -> String {
  if let whole = Int64(exactly: number) { return "\(whole)" }
  let text = "\(number)"
  guard text.contains("e") else { return text }
  // Numbers below 0.0001 or above 2^53 print with an exponent, which the language does not read.
  return decimalExpansion(of: text)
}

private func decimalExpansion(of text: String) -> String {
  let parts = text.split(separator: "e")
  guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
  let isNegative = parts[0].hasPrefix("-")
  let mantissa = parts[0].drop { $0 == "-" }.split(separator: ".")
  let whole = String(mantissa[0])
  let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
  let digits = whole + fraction
  let point = whole.count + exponent
  let expanded =
    if point <= 0 {
      "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.count {
      digits + String(repeating: "0", count: point - digits.count)
    } else {
      String(digits.prefix(point)) + "." + String(digits.dropFirst(point))
    }
  return (isNegative ? "-" : "") + expanded
}

/// A name as canonical text writes it: bare where it lexes as one word, else in quotes.
func written(_ name: String) -> String {
  let isBare =
    name.first?.isWordCharacter == true
    && name.allSatisfy { $0.isWordCharacter || " -'./&".contains($0) }
  return isBare ? name : "\"\(name)\""
}

/// A period as canonical text writes it; several months together take the short form, which the
/// lexer reads as one period.
package func written(_ period: Period) -> String {
  guard period.grain == nil else { return period.description }
  guard period.start.year == period.end.year else {
    return "\(period.start)-01/P\(period.length)M"
  }
  let last = "\(period.end)".suffix(2)
  return "\(period.start)..\(last)"
}
