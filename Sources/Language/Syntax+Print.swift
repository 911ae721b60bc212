import Periods

// The one printer. Its order is the canonical reading:
// head · of · to/from/with · excluding · reported by · as share of · in CUR · transforms ·
// published · by · window · as of · where · as form.

extension Query: CustomStringConvertible {
  /// The query written the one standard way; parsing it gives the query back.
  package var description: String {
    [expression.description, presentation.description].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension Presentation: CustomStringConvertible {
  package var description: String {
    var words: [String] = []
    if let form { words.append("as \(form.text)") }
    if let sort {
      words.append("sorted by \(sort.column.text)\(sort.descending ? " desc" : " asc")")
    }
    if let limit { words.append("limit \(limit)") }
    words += extras.map { "with \($0.rawValue)" }
    return words.joined(separator: " ")
  }
}

extension Expression: CustomStringConvertible {
  package var description: String { printed(above: .or) }

  /// The precedence levels, loosest first.
  private enum Level: Int, Comparable {
    case or, and, not, comparison, versus, sum, product, unary, power

    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  private var level: Level {
    switch self {
    case .phrase: .power
    case .negative: .unary
    case .arithmetic(.plus, _, _, _), .arithmetic(.minus, _, _, _): .sum
    case .arithmetic(.times, _, _, _), .arithmetic(.divide, _, _, _): .product
    case .arithmetic(.power, _, _, _): .unary
    case .comparison: .comparison
    case .versus: .versus
    case .not: .not
    case .both: .and
    case .either: .or
    }
  }

  private func printed(above minimum: Level) -> String {
    let text =
      switch self {
      case .phrase(let phrase): phrase.description
      case .negative(let inner, _): "-" + inner.printed(above: .unary)
      case .arithmetic(.power, let left, let right, _):
        left.printed(above: .power) + " ^ " + right.printed(above: .unary)
      case .arithmetic(let sign, let left, let right, _):
        "\(left.printed(above: level)) \(sign.rawValue) \(right.printed(above: next(level)))"
      case .comparison(let comparison): comparison.description
      case .versus(let columns):
        columns.map { $0.printed(above: .sum) }.joined(separator: " vs ")
      case .not(let inner, _): "not " + inner.printed(above: .not)
      case .both(let left, let right):
        left.printed(above: .and) + " and " + right.printed(above: .not)
      case .either(let left, let right):
        left.printed(above: .or) + " or " + right.printed(above: .and)
      }
    return level < minimum ? "(\(text))" : text
  }

  private func next(_ level: Level) -> Level { Level(rawValue: level.rawValue + 1) ?? .power }

  /// The text as an operand of a comparison.
  fileprivate var comparand: String { printed(above: .versus) }
}

extension Expression.Comparison: CustomStringConvertible {
  package var description: String {
    let text = "\(left.comparand) \(relation.rawValue) \(right.comparand)"
    return tolerance.map { "\(text) ± \($0)" } ?? text
  }
}

extension Phrase: CustomStringConvertible {
  package var description: String {
    var words = [head.description]
    words += qualifiers.beforeTransforms
    for (index, transform) in transforms.enumerated() {
      // `yoy change yoy` reads as the change of the first.
      let isBehindGrowth = index > 0 && transforms[index - 1].isPlainGrowth
      let isChange = transform.argument == .expressed(.change)
      words.append(
        isBehindGrowth && isChange ? "\(transform.name.text) change" : transform.description
      )
    }
    words += qualifiers.afterTransforms
    return words.joined(separator: " ")
  }
}

extension Head: CustomStringConvertible {
  package var description: String {
    switch self {
    case .measure(let name, let reporter?): "\(written(reporter.text)) \(name.text)"
    case .measure(let name, nil): name.text
    case .variable(let name): name.text
    case .quantity(let quantity): quantity.description
    case .answer(let number): "_" + (number.map { "\($0)" } ?? "")
    case .hole: "?"
    case .group(let expression): "(\(expression))"
    case .call(let name, let arguments):
      "\(name.text)(\(arguments.map(\.description).joined(separator: ", ")))"
    case .share(let share): share.description
    case .ranking(let ranking): ranking.description
    case .contributions(let contributions): contributions.description
    case .aggregate(let name, let phrase): "\(name.text) \(phrase)"
    case .member(let name): written(name.text)
    }
  }
}

extension Share: CustomStringConvertible {
  package var description: String {
    let part =
      switch part {
      case .phrase(let phrase): phrase.description
      case .places(let names), .products(let names):
        names.map { written($0.text) }.joined(separator: ", ")
      }
    return "share of \(part)" + (whole.map { " in \($0)" } ?? "")
  }
}

extension Ranking: CustomStringConvertible {
  package var description: String {
    let count = count.map { " \($0)" } ?? ""
    return "\(fromTop ? "top" : "bottom")\(count) \(plural(dimension.text)) by \(key)"
  }
}

extension Contributions: CustomStringConvertible {
  package var description: String {
    of.map { "contribution of \(written($0.text)) to \(to)" } ?? "contributions to \(to)"
  }
}

extension TransformCall {
  /// Growth that a `change` behind it would turn into a difference.
  fileprivate var isPlainGrowth: Bool {
    argument == .none && ["yoy", "mom", "qoq"].contains(name.text)
  }
}

extension TransformCall: CustomStringConvertible {
  package var description: String {
    switch argument {
    case .none: name.text
    case .expressed(.change): "change \(name.text)"
    case .expressed(let expressed): "\(name.text) \(expressed.rawValue)"
    case .count(let count): "\(name.text) \(count)"
    case .span(let span) where name.text == "ma": "\(span)ma"
    case .span(let span) where name.text == "cagr": "\(span) cagr"
    case .span(let span): "\(name.text) \(span)"
    case .spans(let first, let second): "\(first)/\(second)"
    case .rolling(let span, let aggregate): "\(name.text) \(span) \(aggregate.text)"
    case .base(let period, let level): "\(name.text) \(written(period))=\(plain(level))"
    case .range(let first, let last): "\(name.text) \(written(first))..\(written(last))"
    case .name(let word) where name.text == "real": "\(name.text) using \(word.text)"
    case .name(let word): "\(name.text) (\(word.text))"
    }
  }
}

/// The plural of a dimension: `partners`, `countries`.
package func plural(_ noun: String) -> String {
  noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
}
