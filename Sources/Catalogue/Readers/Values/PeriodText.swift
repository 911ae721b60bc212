import Periods

/// Reads the ways in which files write a period.
///
/// `2017` `201701` `2017-01` `2017/1` `2017.01` `2017M01` `2017-Q1` `2017-S1` `2017-01-15` `20170115`
/// `Jan-2017` `January 2017` `15-Jan-2017` `01/2017` `2017年1月` `2026-01-01/P2M` `2017-01T00:00:00`.
struct PeriodText: Equatable, Sendable {
  var period: Period
  /// The day of the month, where the text names one.
  var day: Int?

  init?(_ text: String, monthFirst: Bool = true) {
    let text = text.trimmed
    guard text.utf8.count >= 4, text.utf8.count <= 40 else { return nil }
    guard
      let found = PeriodText.range(text) ?? PeriodText.standard(text) ?? PeriodText.quarter(text)
        ?? PeriodText.marked(text)
        ?? PeriodText.numbers(text, monthFirst: monthFirst) ?? PeriodText.named(text)
        ?? PeriodText.chinese(text)
    else {
      return nil
    }
    self = found
  }

  private init(_ period: Period, day: Int? = nil) {
    self.period = period
    self.day = day
  }

  // MARK: Standard forms

  /// A start and a duration (`2026-01-01/P2M`), or first and last (`2026-01..2026-02`).
  private static func range(_ text: String) -> PeriodText? {
    if let slash = text.lastRange(of: "/P") {
      guard let start = PeriodText(String(text[..<slash.lowerBound])),
        let months = duration(text[slash.upperBound...])
      else { return nil }
      return PeriodText(Period(start: start.period.start, length: months))
    }
    if let dots = text.lastRange(of: "..") {
      guard let first = PeriodText(String(text[..<dots.lowerBound])),
        let last = PeriodText(String(text[dots.upperBound...])),
        first.period.start <= last.period.end
      else { return nil }
      return PeriodText(Period(from: first.period.start, through: last.period.end))
    }
    return nil
  }

  private static func duration(_ text: Substring) -> Int? {
    guard let unit = text.last, let count = Int(text.dropLast()), (1...1200).contains(count) else {
      return nil
    }
    switch unit {
    case "M": return count
    case "Y": return count * 12
    default: return nil
    }
  }

  /// SDMX: the year and a letter for its parts: `2017-Q1`, `2017M01`, `2017-S2`, `2017-T3`, `2017-A1`.
  private static func standard(_ text: String) -> PeriodText? {
    guard let year = year(text.prefix(4)) else { return nil }
    var rest = text.dropFirst(4).drop { $0 == "-" || $0 == " " }
    guard let letter = rest.first?.uppercased(), "AQMSHTY".contains(letter) else { return nil }
    rest.removeFirst()
    guard let number = Int(rest) else { return nil }
    let parts: [String: (count: Int, months: Int)] = [
      "A": (1, 12), "Y": (1, 12), "S": (2, 6), "H": (2, 6), "T": (3, 4), "Q": (4, 3), "M": (12, 1),
    ]
    guard let part = parts[letter], (1...part.count).contains(number) else { return nil }
    let start = Month(year: year, month: (number - 1) * part.months + 1)
    return PeriodText(Period(start: start, length: part.months))
  }

  /// A quarter before its year: `Q1 2023`, `1Q2023`, `2023年一季度` being another matter.
  private static func quarter(_ text: String) -> PeriodText? {
    let letters = text.uppercased().filter { !" -/.".contains($0) }
    guard letters.count == 6, let year = year(letters.suffix(4)) else { return nil }
    let head = letters.prefix(2)
    guard head.contains("Q"), let number = head.first(where: \.isASCIIDigit)?.wholeNumberValue,
      (1...4).contains(number)
    else { return nil }
    return PeriodText(Period(start: Month(year: year, month: number * 3 - 2), length: 3))
  }

  /// A year with the mark of a footnote or of a first estimate: `2023*`, `2023p`, `2023r`.
  private static func marked(_ text: String) -> PeriodText? {
    guard text.count == 5, let mark = text.last, "*†pPrReE".contains(mark) else { return nil }
    return year(text.prefix(4)).map { PeriodText(Period(year: $0)) }
  }

  // MARK: Numbers

  private static func numbers(_ text: String, monthFirst: Bool) -> PeriodText? {
    // A time of day says nothing more.
    let text = text.split { $0 == "T" || $0 == " " }.first.map(String.init) ?? text
    let pieces = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = pieces.compactMap { $0.allSatisfy(\.isASCIIDigit) ? Int($0) : nil }
    guard numbers.count == pieces.count else { return nil }
    switch (numbers.count, pieces[0].count) {
    case (1, 4): return year(pieces[0]).map { PeriodText(Period(year: $0)) }
    case (1, 6): return date(numbers[0] / 100, numbers[0] % 100, nil)
    case (1, 8): return date(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100)
    case (2, 4): return date(numbers[0], numbers[1], nil)
    case (2, ...2): return pieces[1].count == 4 ? date(numbers[1], numbers[0], nil) : nil
    case (3, 4): return date(numbers[0], numbers[1], numbers[2])
    case (3, ...2):
      guard pieces[2].count == 4 else { return nil }
      // 15/01/2017 can only be day first; where both could be, the file's other rows decide.
      let isMonthFirst = numbers[1] > 12 || (numbers[0] <= 12 && monthFirst)
      return isMonthFirst
        ? date(numbers[2], numbers[0], numbers[1]) : date(numbers[2], numbers[1], numbers[0])
    default: return nil
    }
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int?) -> PeriodText? {
    guard (1000...2999).contains(year), (1...12).contains(month) else { return nil }
    if let day { guard Day(year: year, month: month, day: day) != nil else { return nil } }
    return PeriodText(Period(Month(year: year, month: month)), day: day)
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.count == 4, text.allSatisfy(\.isASCIIDigit), let year = Int(text),
      (1000...2999).contains(year)
    else { return nil }
    return year
  }

  // MARK: Names

  /// A month by its English name, before or after its year, with or without a day.
  private static func named(_ text: String) -> PeriodText? {
    let pieces = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard let month = pieces.lazy.compactMap(PeriodText.month).first else { return nil }
    let numbers = pieces.compactMap { Int($0) }
    // `Jan-23`, as spreadsheets write months.
    if pieces.count == 2, numbers.count == 1, pieces[1].count == 2,
      pieces[1].allSatisfy(\.isASCIIDigit)
    {
      return date(numbers[0] < 60 ? 2000 + numbers[0] : 1900 + numbers[0], month, nil)
    }
    guard numbers.count + 1 == pieces.count,
      let year = numbers.first(where: { (1000...2999).contains($0) })
    else { return nil }
    switch numbers.count {
    case 1: return date(year, month, nil)
    case 2: return date(year, month, numbers.first { $0 != year } ?? numbers[1])
    default: return nil
    }
  }

  /// The number of a month by its name or first letters, at least three, in one of six languages.
  static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    let plain = String(word.map { PlaceSpellings.plain[$0] ?? $0 })
    if let number = months.firstIndex(where: { $0.hasPrefix(plain) }) { return number + 1 }
    return foreignMonths.firstIndex { names in names.contains { $0.hasPrefix(plain) } }
      .map { $0 + 1 }
  }

  /// German, French, Spanish, Portuguese and Italian, without accents.
  private static let foreignMonths: [[String]] = [
    ["januar", "janvier", "enero", "janeiro", "gennaio"],
    ["februar", "fevrier", "febrero", "fevereiro", "febbraio"],
    ["maerz", "mars", "marzo", "marco"],
    ["avril", "abril", "aprile"], ["mai", "mayo", "maio", "maggio"],
    ["juni", "juin", "junio", "junho", "giugno"],
    ["juli", "juillet", "julio", "julho", "luglio"], ["aout", "agosto"],
    ["sept", "septembre", "septiembre", "setembro", "settembre"],
    ["oktober", "octobre", "octubre", "outubro", "ottobre"], ["novembre", "noviembre", "novembro"],
    ["dezember", "decembre", "diciembre", "dezembro", "dicembre"],
  ]

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// `2017年`, `2017年1月`, `2017年1-2月`, `2017年11月30日`.
  private static func chinese(_ text: String) -> PeriodText? {
    guard let mark = text.firstIndex(of: "年"), let year = year(text[..<mark]) else { return nil }
    let rest = text[text.index(after: mark)...]
    if rest.isEmpty { return PeriodText(Period(year: year)) }
    guard let end = rest.firstIndex(of: "月") else { return nil }
    let ends = rest[..<end].split { "-至~—".contains($0) }.compactMap { Int($0) }
    guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last,
      (1...12).contains(first), (1...12).contains(last)
    else { return nil }
    let start = Month(year: year, month: first)
    return PeriodText(Period(start: start, length: last - first + 1))
  }
}

extension String {
  fileprivate func lastRange(of part: String) -> Range<Index>? {
    ranges(of: part).last
  }
}

extension Period {
  /// Reads a period in any of the ways in which files write one.
  package init?(reading text: String) {
    guard let found = PeriodText(text) else { return nil }
    self = found.period
  }
}
