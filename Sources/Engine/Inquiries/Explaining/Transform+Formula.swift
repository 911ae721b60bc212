import Catalogue
import Guidance
import Language
import Periods

extension Transform {
  /// The formula of one value with the numbers of its inputs in it.
  ///
  /// Where a transform has no working of its own, its call says which periods go in; of one that
  /// is not known here the formula stands in words.
  func formula(_ call: TransformCall?, _ input: Series, _ number: Int, _ kind: Kind) -> String {
    let unit = kind.unit ?? .ratio
    if let working = working(input, at: number) {
      return working.text(input, unit)
    }
    let known = TransformInputs(input: input, number: number, unit: unit)
    switch (type(of: self).entry.name, call?.argument) {
    case ("cagr", .range(let first, let last)?):
      return known.compound(input[last], input[first], years: last.start.year - first.start.year)
    case ("cagr", .span(let span)?):
      let last = input.lastNumber ?? number
      return known.compound(input[last], input[last - span.count], years: span.count)
    case ("index", .base(let base, let level)?): return known.index(base, level)
    case ("growth over spans", .spans(let span, let shift)?): return known.overSpans(span, shift)
    case ("rolling", .rolling(let span, let aggregate)?):
      let count = span.months / input.frequency.step
      return known.list(Array((number - count + 1)...number), word: aggregate.text)
    case ("dlog", _):
      return known.pair(number, number - 1) { "100 × (ln \($0) − ln \($1))" }
    case ("log", _): return known.single { "ln \($0)" }
    case ("lag", _), ("lead", _): return ""
    case ("saar", _): return known.annual(kind)
    default:
      guard !formula.isEmpty, let value = input[number].number else { return "" }
      return "\(formula), from \(FormulaFigures([value], unit).amount(value))"
    }
  }
}

extension Working {
  fileprivate func text(_ input: Series, _ unit: Unit) -> String {
    let cells = inputs.map { input[$0] }
    guard cells.allSatisfy(\.hasValue) else { return "" }
    let values = cells.map(\.value)
    let figures = FormulaFigures(values, unit)
    switch formula {
    case .growth where values.count == 2:
      return "100 × (\(figures.operand(values[0])) ÷ \(figures.operand(values[1])) − 1)"
    case .difference where values.count == 2: return figures.difference(values[0], values[1])
    case .ratio where values.count == 2:
      return "\(figures.operand(values[0])) ÷ \(figures.operand(values[1]))"
    case .mean: return "(\(figures.sum(values))) ÷ \(values.count)"
    case .sum, .growth, .difference, .ratio: return figures.sum(values)
    }
  }
}

/// The inputs of a transform at one place, ready to be written into a formula.
private struct TransformInputs {
  let input: Series
  let number: Int
  let unit: Unit

  func compound(_ last: Cell, _ first: Cell, years: Int) -> String {
    guard last.hasValue, first.hasValue else { return "" }
    let figures = FormulaFigures([last.value, first.value], unit)
    return "100 × ((\(figures.number(last.value)) ÷ \(figures.operand(first.value)))"
      + "^(1 ÷ \(years)) − 1)"
  }

  func index(_ base: Period, _ level: Double) -> String {
    let parts = input.numbers.filter { base.contains(input.period($0)) }.map { input[$0] }
    guard !parts.isEmpty, parts.allSatisfy(\.hasValue), let value = input[number].number else {
      return ""
    }
    let mean = parts.reduce(0) { $0 + $1.value } / Double(parts.count)
    let figures = FormulaFigures([value, mean], unit)
    let what = parts.count == 1 ? base.label : "mean of \(base.label)"
    return "\(plainNumber(level)) × \(figures.number(value)) ÷ \(figures.number(mean)) (\(what))"
  }

  func overSpans(_ span: Span, _ shift: Span) -> String {
    let count = span.months / input.frequency.step
    let back = shift.months / input.frequency.step
    let now = list(Array((number - count + 1)...number), word: "sum")
    let then = list(Array((number - back - count + 1)...(number - back)), word: "sum")
    return now.isEmpty || then.isEmpty ? "" : "100 × ((\(now)) ÷ (\(then)) − 1)"
  }

  /// Several inputs: added where the word is a sum, averaged, else listed.
  func list(_ numbers: [Int], word: String) -> String {
    let cells = numbers.map { input[$0] }
    guard cells.allSatisfy(\.hasValue) else { return "" }
    let values = cells.map(\.value)
    let figures = FormulaFigures(values, unit)
    switch word {
    case "sum", "total": return figures.sum(values)
    case "average": return "(\(figures.sum(values))) ÷ \(values.count)"
    default: return "\(word) of " + values.map { figures.number($0) }.joined(separator: "; ")
    }
  }

  /// Growth compounded, or a flow scaled, to a year.
  func annual(_ kind: Kind) -> String {
    guard let value = input[number].number else { return "" }
    let figures = FormulaFigures([value], unit)
    let months = kind.horizon ?? kind.frequency.step
    guard kind.nature == .growth else {
      return "\(figures.operand(value)) × 12 ÷ \(months)"
    }
    return "100 × ((1 + \(figures.operand(value)) ÷ 100)^(12 ÷ \(months)) − 1)"
  }

  func pair(_ first: Int, _ second: Int, _ text: (String, String) -> String) -> String {
    guard let left = input[first].number, let right = input[second].number else { return "" }
    let figures = FormulaFigures([left, right], unit)
    return text(figures.number(left), figures.number(right))
  }

  func single(_ text: (String) -> String) -> String {
    guard let value = input[number].number else { return "" }
    return text(FormulaFigures([value], unit).number(value))
  }
}
