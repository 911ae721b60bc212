import Catalogue
import Guidance
import Language
import Periods

// The arithmetic of every kind of step, with the numbers in it.
extension Explainer {
  /// The value of a plan for a period, and how it was computed from its inputs.
  func worked(_ plan: Plan, _ number: Int, _ evaluator: Evaluator) -> Worked {
    let look = inquiry.look(at: plan, number, evaluator)
    let isWhole = Int64(exactly: look.cell.value) != nil
    let unit = plan.kind.unit ?? (isWhole ? .count : .ratio)
    var worked = Worked(label(look, plan, evaluator), look.cell, unit)
    worked.isChange = plan.kind.nature == .growth
    func cell(_ input: Plan) -> Cell { inquiry.look(at: input, look.number, evaluator).cell }
    switch plan.step {
    case .facts(let scan): return self.worked(scan, look, evaluator, worked)
    case .windowed(_, let inner), .filtered(_, let inner):
      return self.worked(inner, look.number, evaluator)
    case .transformed(let transform, let inner):
      if let wanted = transform.accumulation, inner.isLinear, evaluator.accumulation == nil {
        var accumulating = evaluator
        accumulating.accumulation = wanted
        return self.worked(inner, look.number, accumulating)
      }
      let input = inquiry.look(at: inner, look.number, evaluator)
      let call = call(of: transform)
      worked.formula = transform.formula(call, input.series, look.number, inner.kind)
    case .share(let part, let whole):
      let values = [cell(part), cell(whole)]
      guard values.allSatisfy(\.hasValue) else { break }
      let figures = FormulaFigures(values.map(\.value), part.kind.unit ?? .ratio)
      worked.formula =
        "100 × \(figures.operand(values[0].value)) ÷ "
        + figures.operand(values[1].value)
    case .arithmetic(let sign, let left, let right):
      worked.formula = arithmetic(sign, (left, cell(left)), (right, cell(right)))
    case .sum(let plans):
      let cells = plans.map(cell)
      guard cells.allSatisfy(\.hasValue) else { break }
      worked.formula = FormulaFigures(cells.map(\.value), unit).sum(cells.map(\.value))
    case .compared(let relation, let left, let right, _):
      worked.formula =
        "\(amount(cell(left), left)) \(relation.rawValue) "
        + amount(cell(right), right)
    default: break
    }
    return worked
  }

  private func worked(
    _ scan: FactScan,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator,
    _ plain: Worked
  ) -> Worked {
    var worked = plain
    let span = evaluator.accumulation.map { $0.span(of: look.period) } ?? look.period
    let terms = terms(of: scan)
    if let rate = scan.rate { return converted(terms[0], rate, span, worked) }
    if terms.count == 1, terms[0].sign == 1 {
      worked = self.worked(terms[0], span, scan)
      worked.isChange = plain.isChange
      return worked
    }
    let values = terms.map { $0.timeline.figure(for: span) }
    guard values.allSatisfy(\.hasValue) else {
      worked.remark = "the balance as published"
      return worked
    }
    let signed = zip(terms, values).map { $0.0.sign * $0.1.value }
    let ordered = signed[0] < 0 ? Array(signed.reversed()) : signed
    worked.formula = FormulaFigures(signed, plain.unit).sum(ordered)
    return worked
  }

  /// Every month at its own rate.
  private func converted(
    _ term: FactTerm,
    _ request: FactRequest,
    _ span: Period,
    _ plain: Worked
  ) -> Worked {
    var worked = plain
    guard let rates = inquiry.answerer.bench.facts.exchangeRate(request) else { return worked }
    let months = span.months.map { Period(Month(index: $0)) }
    let pairs = months.map { (term.timeline.figure(for: $0), rates.figure(for: $0)) }
    guard pairs.allSatisfy({ $0.0.hasValue && $0.1.hasValue }) else { return worked }
    let figures = FormulaFigures(pairs.map(\.0.value), term.request.unit)
    worked.formula = pairs.map { money, rate in
      "\(figures.number(money.value)) × \(Phrasing.decimals(rate.value, 4))"
    }.joined(separator: " + ")
    worked.remark = "at the average rate of \(months.count == 1 ? "the month" : "each month")"
    return worked
  }

  private func arithmetic(
    _ sign: Expression.Arithmetic,
    _ left: (plan: Plan, cell: Cell),
    _ right: (plan: Plan, cell: Cell)
  ) -> String {
    guard left.cell.hasValue, right.cell.hasValue else { return "" }
    let word =
      switch sign {
      case .plus: "+"
      case .minus: "−"
      case .times: "×"
      case .divide: "÷"
      case .power: "^"
      }
    guard left.plan.kind.unit == right.plan.kind.unit, left.plan.kind.unit != nil else {
      return "\(amount(left.cell, left.plan)) \(word) \(amount(right.cell, right.plan))"
    }
    let unit = left.plan.kind.unit ?? .ratio
    let figures = FormulaFigures([left.cell.value, right.cell.value], unit)
    return "\(figures.number(left.cell.value)) \(word) \(figures.operand(right.cell.value))"
  }

  /// A number with its unit; one that was typed as it is.
  private func amount(_ cell: Cell, _ plan: Plan) -> String {
    guard cell.hasValue else { return "(\(cell.absence))" }
    if case .number = plan.step, plan.kind.unit == nil {
      return cell.value.magnitude >= 1e5
        ? Phrasing.amount(cell.value, .money(.usd)) : plainNumber(cell.value)
    }
    return Phrasing.amount(cell.value, plan.kind.unit ?? .ratio)
  }

  func worked(
    _ inner: Plan,
    aggregate: any Aggregate.Type,
    _ look: Inquiry.Look,
    _ evaluator: Evaluator
  ) -> Worked {
    let series = inquiry.look(at: inner, look.number, evaluator).series
    let cells = series.numbers.filter { series[$0].hasValue }.map {
      (series.period($0), series[$0])
    }
    let unit = inner.kind.unit ?? .ratio
    var worked = Worked(
      cells.map(\.0).runs,
      look.cell,
      aggregate == Count.self ? .count : unit
    )
    worked.isChange = inner.kind.nature == .growth
    let values = cells.map(\.1.value)
    let figures = FormulaFigures(values, unit)
    if aggregate.picksOne {
      worked.label = look.period.label
      worked.remark = "the \(aggregate.entry.name) of \(values.count) values"
    } else if values.count > 24 {
      worked.remark = "of \(values.count) values"
    } else if aggregate == Mean.self {
      worked.formula = "(\(figures.sum(values))) ÷ \(values.count)"
    } else if aggregate == Total.self {
      worked.formula = figures.sum(values)
    } else {
      worked.formula = values.map { figures.number($0) }.joined(separator: "; ")
    }
    return worked
  }

  // MARK: Labels

  private func label(_ look: Inquiry.Look, _ plan: Plan, _ evaluator: Evaluator) -> String {
    guard plan.kind.isScalar ? plan.hasPeriod : true else { return "" }
    switch plan.step {
    case .facts: break
    case .share, .arithmetic, .compared: return ""
    case .transformed(let transform, _) where transform.labelsItself: return ""
    default: break
    }
    let wanted = evaluator.accumulation ?? plan.accumulates
    return (wanted.map { $0.span(of: look.period) } ?? look.period).label
  }

  /// How the query wrote a transform; nil where it stands in a definition.
  func call(of transform: any Transform) -> TransformCall? {
    let name = type(of: transform).entry.name
    return inquiry.query.expression.phrases.flatMap(\.transforms).last { $0.name.text == name }
  }
}

extension Transform {
  /// True where the formula itself says for when it is.
  fileprivate var labelsItself: Bool {
    ["yoy", "mom", "qoq", "change", "saar", "growth over spans", "cagr"].contains(
      type(of: self).entry.name
    )
  }
}
