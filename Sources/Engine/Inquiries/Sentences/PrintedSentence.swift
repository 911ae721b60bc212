import Catalogue
import Guidance
import Language
import Periods

/// A number as a sentence for print.
struct PrintedSentence: Sendable {
  let inquiry: Inquiry

  init(_ inquiry: Inquiry) { self.inquiry = inquiry }

  var text: String {
    if case .table(let table) = inquiry.answer.content { return listing(table) }
    let cell = inquiry.value.cell
    guard let value = cell.number else {
      return "For \(subject.text)\(when) there is no number: \(cell.absence)."
    }
    if unit == .truth {
      let words = inquiry.query.expression.description
      return "It is \(value == 1 ? "true" : "not true")\(when) that \(words)."
    }
    let hasRisen = subject.isMeasure && (isPublished || isPlainGrowth)
    let body = hasRisen && unit == .percent ? growth(value) : level(value)
    return "\(body)\(record)\(vintage)."
  }

  private var subject: PrintedSubject { PrintedSubject(inquiry) }

  private var unit: Unit { inquiry.plan.kind.unit ?? .ratio }

  /// ` in November 2025`; nothing for numbers of no period.
  private var when: String {
    guard inquiry.hasSpan else { return "" }
    let span = inquiry.span
    return span.start.year == span.end.year ? " in \(span.printed)" : " from \(span.printed)"
  }

  private var isPublished: Bool { inquiry.phrase?.qualifiers.published != nil }

  /// True for growth whose last step compares with one earlier period.
  private var isPlainGrowth: Bool {
    inquiry.plan.kind.nature == .growth
      && ["yoy", "mom", "qoq"].contains(inquiry.transformNames.last ?? "")
  }

  // MARK: Bodies

  /// `China's exports to the US fell 28.6 % in November 2025 from a year earlier`.
  private func growth(_ value: Double) -> String {
    let amount = Phrasing.decimals(abs(value), 1)
    let verb =
      amount == "0.0" ? "were unchanged" : "\(value > 0 ? "rose" : "fell") \(amount) %"
    let horizon = inquiry.plan.kind.horizon ?? 12
    let base =
      horizon == 12 ? "a year earlier" : horizon == 1 ? "the month before" : "the period before"
    let own = isPublished ? ", as the source reports," : ""
    return "\(capitalised(subject.text))\(own) \(verb)\(when) from \(base)"
  }

  /// `China's goods surplus was US$1,180.1 bn in 2025, up 18.9 % on a year earlier`.
  private func level(_ value: Double) -> String {
    var text = "\(capitalised(subject.text)) \(verb(value)) \(printed(value))\(when)"
    if let change = change(value) { text += ", \(change)" }
    if unit == .percentagePoints, inquiry.plan.kind.horizon == 12 { text += " from a year earlier" }
    return text
  }

  private func verb(_ value: Double) -> String {
    if unit == .percentagePoints, inquiry.plan.kind.horizon != nil { return "changed by" }
    let isOpen = inquiry.answer.isIncomplete
    let isRecord = recordWords?.hasPrefix("the highest") ?? false
    if inquiry.plan.isLevel, unit.currency != nil, value > 0 {
      if isOpen { return subject.isPlural ? "have reached" : "has reached" }
      if isRecord { return "reached" }
    }
    if !inquiry.plan.isLevel, subject.isMeasure, !inquiry.transformNames.isEmpty {
      return "stood at"
    }
    if unit.currency != nil, subject.isPlural { return "came to" }
    return subject.isPlural ? "were" : "was"
  }

  /// Against a year earlier: in percent where that has a meaning, else in the unit.
  private func change(_ value: Double) -> String? {
    guard inquiry.plan.isLevel, unit.currency != nil || unit.isQuantity else {
      return nil
    }
    let step = inquiry.value.series.frequency.step
    guard 12 % step == 0 else { return nil }
    let full = inquiry.look(at: inquiry.plan.unwindowed, inquiry.number, inquiry.evaluator).series
    guard let before = full[inquiry.number - 12 / step].number else { return nil }
    guard before > 0, value > 0 else {
      let word = value >= before ? "more" : "less"
      return "\(printed(abs(value - before))) \(word) than a year earlier"
    }
    let percent = 100 * (value / before - 1)
    let amount = Phrasing.decimals(abs(percent), 1)
    if amount == "0.0" { return "unchanged on a year earlier" }
    return "\(percent > 0 ? "up" : "down") \(amount) % on a year earlier"
  }

  /// `, the highest since the figures began in 2015`, `, the eighth fall in a row`.
  private var record: String {
    if let recordWords { return ", \(recordWords)" }
    guard let context = inquiry.answer.context.first, inquiry.plan.kind.nature == .growth,
      let count = context.split(separator: " ").first.flatMap({ Int($0) }),
      context.hasSuffix("below zero")
    else { return "" }
    return ", the \(ordinal(count)) fall in a row"
  }

  /// The record that the answer names, or of a whole year that no earlier year reached.
  private var recordWords: String? {
    if let context = inquiry.answer.context.first,
      context.hasPrefix("the highest") || context.hasPrefix("the lowest")
    {
      return context.replacing("the figures begin", with: "the figures began")
    }
    guard inquiry.plan.isLevel, unit.currency != nil, inquiry.span.grain == .year,
      !inquiry.answer.isIncomplete, let value = inquiry.value.cell.number
    else { return nil }
    let full = inquiry.look(at: inquiry.plan.unwindowed, inquiry.number, inquiry.evaluator).series
    let earlier = full.numbers.filter { $0 < inquiry.number && full[$0].hasValue }
    guard earlier.count >= 5, let first = earlier.first,
      earlier.allSatisfy({ full[$0].value < value })
    else { return nil }
    return "the highest since the figures began in \(full.period(first).label)"
  }

  private var vintage: String {
    guard let part = inquiry.answer.description.first(where: { $0.hasPrefix("as of ") }) else {
      return ""
    }
    return ", on figures \(part)"
  }

  /// The largest members of a table.
  private func listing(_ table: Table) -> String {
    guard table.columns.count > 1, let unit = table.columns[1].unit else {
      return "\(capitalised(subject.text)): \(counted(table.rowCount, "row"))."
    }
    let rows = zip(table.columns[0].values, table.columns[1].values).compactMap { name, value in
      if case .label(let name) = name, case .cell(let cell) = value, let number = cell.number {
        (name, number)
      } else {
        nil
      }
    }.filter { !Member.isRest($0.0) }
    let shown = rows.prefix(3).map { name, value in
      "\(name.withArticle) (\(printed(value, unit)))"
    }
    switch inquiry.phrase?.head {
    case .ranking(let ranking)?:
      let order = ranking.fromTop ? "largest" : "smallest"
      return "The \(order) by \(ranking.key.withoutWindow)\(when) were \(shown.joinedInProse)."
    case .contributions?:
      return "To the growth of the whole\(when), the most was added by \(shown.joinedInProse)."
    default: return "Of \(subject.text)\(when), the largest were \(shown.joinedInProse)."
    }
  }

  // MARK: Numbers

  private func printed(_ value: Double, _ unit: Unit? = nil) -> String {
    let unit = unit ?? self.unit
    let amount = Phrasing.amount(value, unit)
    switch unit {
    case .money(.usd): return value < 0 ? "−US$\(amount.dropFirst())" : "US$\(amount)"
    case .money(let currency): return "\(currency.rawValue) \(amount)"
    case .percentagePoints:
      return "\(Phrasing.decimals(value, 1, signed: true)) percentage points"
    default: return amount
    }
  }

  private func ordinal(_ count: Int) -> String {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
      "tenth", "eleventh", "twelfth",
    ]
    return words.indices.contains(count - 1) ? words[count - 1] : "\(count)th"
  }

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension Answer {
  /// True where the number stands for a period that is not over.
  fileprivate var isIncomplete: Bool {
    if case .scalar(let scalar) = content { scalar.through != nil } else { false }
  }
}

extension Unit {
  fileprivate var isQuantity: Bool {
    if case .quantity = self { true } else { false }
  }
}
