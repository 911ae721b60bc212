import Catalogue
import Engine

// Which forms tell the truth about figures, and which of them tells it best.
extension ChartContent {
  /// The form that suits the figures where the query names none.
  var usualForm: ChartForm {
    if isMixedRelation, objection(to: .scatter) == nil { return .scatter }
    if let time = overTime, time.positions.count == 2, time.columns.count > 1,
      objection(to: .slope) == nil
    {
      return .slope
    }
    return isTime ? usualFormOverTime : usualFormOverNames
  }

  private var usualFormOverTime: ChartForm {
    let count = positions.count
    let isAnnual = (step ?? 1) >= 12
    guard columns.count == 1 else {
      if addsUp { return .stacked }
      if columns.count > 4 { return .multiples }
      return isAnnual && columns.count <= 3 && count <= 12 ? .bars : .line
    }
    let values = columns[0].cells.compactMap(\.number)
    let isSigned = isChange || values.contains { $0 < 0 }
    return count < 3 || isAnnual && count <= 40 || isSigned && count <= 40 ? .bars : .line
  }

  private var usualFormOverNames: ChartForm {
    if columns.count == 1 { return .bars }
    let isCompact = columns.count <= 3 && positions.count <= 16 && overTime == nil
    return isCompact ? .bars : .heatmap
  }

  /// Why a form would mislead or say nothing; nil where it fits.
  func objection(to form: ChartForm) -> String? {
    switch form {
    case .line:
      guard let time = overTime else {
        return "a line says that there is something between its points, and these are names"
      }
      return time.columns.count > ChartContent.mostLines
        ? "\(time.columns.count) lines cannot be told apart" : nil
    case .area:
      guard let time = overTime else { return "an area is drawn over time, and these are names" }
      return time.columns.count == 1 ? nil : objection(to: .stacked)
    case .stacked: return objectionToStack
    case .bars: return objectionToBars
    case .heatmap: return nil
    case .multiples:
      guard let time = overTime else { return "small pictures are drawn over time" }
      return time.columns.count > 1 ? nil : "small pictures need several series, and this is one"
    case .slope:
      let count = overTime?.positions.count ?? 0
      return count > 1
        ? nil : "a slope joins two dates, and there \(count == 1 ? "is one" : "are none")"
    case .scatter: return objectionToScatter
    }
  }

  /// More lines than this cannot be told apart.
  static let mostLines = 6

  private var objectionToStack: String? {
    let content = overTime ?? self
    guard content.columns.count > 1 else { return "a stack has parts, and this is one series" }
    switch unit {
    case .index, .ratio, .rate, .price, .truth: return "such numbers do not add up"
    case .percent where isChange: return "rates of growth do not add up"
    case .money, .quantity, .count, .percent, .percentagePoints: break
    }
    let isKnown = content.positions.indices.contains { i in
      content.columns.allSatisfy { $0.cells[i].hasValue }
    }
    return isKnown ? nil : "there is no time for which all parts are known"
  }

  private var objectionToBars: String? {
    let content = barContent
    guard content.columns.count > 1 else { return nil }
    let count = content.columns.count * content.positions.count
    return content.columns.count <= ChartContent.mostLines && count <= 72
      ? nil : "\(count) bars side by side cannot be compared"
  }

  /// The figures as bars show them: members, or time where there are fewer periods to a group.
  var barContent: ChartContent {
    guard !isTime, columns.count > 3, let time = overTime, time.columns.count <= 3 else {
      return self
    }
    return time
  }

  private var objectionToScatter: String? {
    guard let relation else {
      return columns.count == 1 && leftOut.isEmpty
        ? "a scatter sets two series against each other, and this is one"
        : "a scatter sets two series against each other, and these are \(columns.count + leftOut.count)"
    }
    let pairs = zip(relation.horizontal.cells, relation.vertical.cells)
      .count { $0.hasValue && $1.hasValue }
    return pairs >= 3 ? nil : "there are fewer than three pairs of figures"
  }

  private var isMixedRelation: Bool {
    guard let relation else { return false }
    return relation.horizontal.unit != relation.vertical.unit
  }

  /// True for shares that make up the whole.
  private var addsUp: Bool {
    guard unit == .percent, !isChange else { return false }
    return positions.indices.allSatisfy { i in
      let parts = columns.compactMap { $0.cells[i].number }
      return parts.allSatisfy { $0 >= 0 } && (99...101).contains(parts.reduce(0, +))
    }
  }
}

/// Why an answer cannot be drawn in a form, and in which it can; nil where it fits.
package func objection(
  to form: ChartForm?,
  for answer: Answer
) -> (reason: String, fitting: [ChartForm])? {
  guard let content = ChartContent(answer.content) else {
    return (content(answer), [])
  }
  guard let form, let reason = content.objection(to: form) else { return nil }
  let usual = content.usualForm
  let others = ChartForm.allCases.filter { $0 != usual && content.objection(to: $0) == nil }
  return (reason, [usual] + others)
}

/// What an answer without a picture is.
private func content(_ answer: Answer) -> String {
  switch answer.content {
  case .scalar: "one number is read, not drawn"
  case .periods: "spells are listed, not drawn"
  case .check: "a comparison holds or not; there is nothing to draw"
  case .text: "this is text"
  case .series, .table: "there are no figures to draw"
  }
}
