import Guidance
import Periods

// Period literals are one token, checked against the calendar here:
// 2025 2025Q1 2025-Q1 2025H1 2025-01 2025M1 2025-01-14 2026-01..02 2026-01-01/P2M
// Jan 2025, Jan-Feb 2026, Q1 2025.
extension Lexer {
  mutating func period() -> Token.Kind? {
    guard let year = year(at: at) else { return nil }
    let start = at
    let after = at + 4
    switch after < characters.count ? characters[after] : " " {
    case "-": return dashed(year, start: start)
    case "Q", "q", "H", "h": return quarterOrHalf(year, at: after, start: start)
    case "M", "m": return monthBehindLetter(year, start: start)
    case let next where next.isWordCharacter: return nil
    case ".", ",": return isPlainYear(after) ? finish(after, .period(Period(year: year))) : nil
    default: return isPlainYear(after) ? finish(after, .period(Period(year: year))) : nil
    }
  }

  /// A year from 1900 to 2099 at a position, when four digits stand there and no fifth.
  private func year(at start: Int) -> Int? {
    guard end(from: start, while: \.isASCIIDigit) == start + 4,
      let year = Int(text(start, start + 4)), (1900...2099).contains(year)
    else { return nil }
    return year
  }

  /// False where the digits are a number: `2,025`, `2025.5`, `2000 bn`, `2025 units`.
  private func isPlainYear(_ after: Int) -> Bool {
    guard after < characters.count else { return true }
    if characters[after] == ",", end(from: after + 1, while: \.isASCIIDigit) == after + 4 {
      return false
    }
    if characters[after] == ".", after + 1 < characters.count, characters[after + 1].isASCIIDigit {
      return false
    }
    let wordStart = end(from: after, while: { $0 == " " })
    if wordStart < characters.count, characters[wordStart] == "%" { return false }
    let word = text(wordStart, end(from: wordStart, while: \.isWordCharacter)).lowercased()
    return !Lexer.amountWords.contains(word)
  }

  // year "-" month ( "-" day ( "/P" n "M" )? | ".." month )?
  private mutating func dashed(_ year: Int, start: Int) -> Token.Kind? {
    let letter = at + 5
    if letter < characters.count, "QqHh".contains(characters[letter]) {
      return quarterOrHalf(year, at: letter, start: start)
    }
    let monthEnd = end(from: start + 5, while: \.isASCIIDigit)
    guard monthEnd - (start + 5) == 2, let number = Int(text(start + 5, monthEnd)) else {
      return finish(start + 4, .period(Period(year: year)))
    }
    guard (1...12).contains(number) else {
      return refuse(start, monthEnd, "there is no month \(number)")
    }
    let month = Month(year: year, month: number)
    if let (end, last) = twoDigits(after: "..", at: monthEnd) {
      guard last > number, last <= 12 else {
        return refuse(start, end, "months run from the first to a later one of the same year")
      }
      return finish(end, .period(Period(start: month, length: last - number + 1)))
    }
    guard let (dayEnd, day) = twoDigits(after: "-", at: monthEnd) else {
      return finish(monthEnd, .period(Period(month)))
    }
    guard let date = Day(year: year, month: number, day: day) else {
      return refuse(start, dayEnd, "\(month.label) has no day \(day)")
    }
    if day == 1, let (end, count) = duration(at: dayEnd) {
      return finish(end, .period(Period(start: month, length: count)))
    }
    return finish(dayEnd, .day(date))
  }

  /// Exactly two digits behind a sign, with the position after them.
  private func twoDigits(after sign: String, at position: Int) -> (end: Int, number: Int)? {
    let start = position + sign.count
    guard start + 2 <= characters.count, text(position, start) == sign,
      end(from: start, while: \.isASCIIDigit) == start + 2, let number = Int(text(start, start + 2))
    else { return nil }
    // 2026-01..02 is one period, 2026-01..2026-02 two tokens more.
    if start + 2 < characters.count, sign == "..", characters[start + 2] == "-" { return nil }
    return (start + 2, number)
  }

  // The ISO 8601 duration of the SDMX form: "/P" n "M".
  private func duration(at position: Int) -> (end: Int, months: Int)? {
    guard position + 1 < characters.count, text(position, position + 2).uppercased() == "/P" else {
      return nil
    }
    let digitsEnd = end(from: position + 2, while: \.isASCIIDigit)
    guard digitsEnd < characters.count, "Mm".contains(characters[digitsEnd]),
      let count = Int(text(position + 2, digitsEnd)), (1...1200).contains(count)
    else { return nil }
    return (digitsEnd + 1, count)
  }

  private mutating func quarterOrHalf(_ year: Int, at letter: Int, start: Int) -> Token.Kind? {
    let digitsEnd = end(from: letter + 1, while: \.isASCIIDigit)
    guard let number = Int(text(letter + 1, digitsEnd)), isBoundary(digitsEnd) else { return nil }
    let grain: Grain = characters[letter].lowercased() == "q" ? .quarter : .half
    guard (1...12 / grain.months).contains(number) else {
      return refuse(start, digitsEnd, "there is no \(grain.rawValue) \(number)")
    }
    let first = Month(year: year, month: (number - 1) * grain.months + 1)
    return finish(digitsEnd, .period(Period(start: first, length: grain.months)))
  }

  private mutating func monthBehindLetter(_ year: Int, start: Int) -> Token.Kind? {
    let digitsEnd = end(from: start + 5, while: \.isASCIIDigit)
    guard let number = Int(text(start + 5, digitsEnd)), isBoundary(digitsEnd) else { return nil }
    guard (1...12).contains(number) else {
      return refuse(start, digitsEnd, "there is no month \(number)")
    }
    return finish(digitsEnd, .period(Period(Month(year: year, month: number))))
  }

  // MARK: Names of months and quarters

  /// `Jan 2025`, `January 2025`, `Jan-Feb 2026`.
  mutating func monthName() -> Token.Kind? {
    let firstEnd = end(from: at, while: \.isWordLetter)
    guard let first = Lexer.months[text(at, firstEnd).lowercased()] else { return nil }
    var last = first
    var nameEnd = firstEnd
    if firstEnd < characters.count, "-–".contains(characters[firstEnd]) {
      let lastEnd = end(from: firstEnd + 1, while: \.isWordLetter)
      guard let number = Lexer.months[text(firstEnd + 1, lastEnd).lowercased()], number > first
      else { return nil }
      last = number
      nameEnd = lastEnd
    }
    guard let (end, year) = yearBehind(nameEnd) else { return nil }
    let month = Month(year: year, month: first)
    return finish(end, .period(Period(start: month, length: last - first + 1)))
  }

  /// `Q1 2025`, `H2 2025`.
  mutating func quarterName() -> Token.Kind? {
    guard let letter = peek(), "QqHh".contains(letter), peek(1)?.isASCIIDigit == true,
      isBoundary(at + 2), let (end, year) = yearBehind(at + 2)
    else { return nil }
    let kind = quarterOrHalf(year, at: at, start: at)
    if case .invalid = kind { return kind }
    at = end
    return kind
  }

  private func yearBehind(_ position: Int) -> (end: Int, year: Int)? {
    let start = end(from: position, while: { $0 == " " })
    guard start > position, let year = year(at: start), isBoundary(start + 4) else { return nil }
    return (start + 4, year)
  }

  // MARK: Results

  private mutating func finish(_ end: Int, _ literal: PeriodLiteral) -> Token.Kind {
    at = end
    return .period(literal)
  }

  private mutating func refuse(_ start: Int, _ end: Int, _ reason: String) -> Token.Kind {
    at = end
    let typed = text(start, end)
    return .invalid(
      Diagnostic(
        "no-such-period",
        "'\(typed)' is not a period: \(reason)",
        at: span(start, end)
      )
    )
  }

  private static let amountWords: Set<String> = [
    "k", "thousand", "mn", "mln", "million", "bn", "bln", "billion", "tn", "trn", "trillion",
    "万", "亿", "万亿", "percent", "pp", "units", "usd", "cny", "eur", "t", "kg", "tonnes",
  ]

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()
}
