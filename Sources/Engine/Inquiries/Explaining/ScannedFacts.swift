import Catalogue
import Columns
import Periods

// How a store was read: which of its parts, how many rows or sums, how long it took.
extension Answerer {
  /// One step for every scan of a store; none for data in memory.
  var scanSteps: [ExplainedStep] {
    guard let memory = bench.facts as? RememberingFacts else { return [] }
    return memory.grids.compactMap { request, grid in
      guard let grid, let report = grid.report else { return nil }
      return ExplainedStep(
        "scan",
        "\(request.words): \(report.amount)",
        details: [report.ways, "\(report.effort) in \(grid.duration.milliseconds) ms"]
          .filter { !$0.isEmpty }
      )
    }
  }
}

extension GridRequest {
  /// The series and what stays apart: `exports by partner and month`.
  fileprivate var words: String {
    var axes = facts.axes.map { axis in
      switch axis {
      case .reporter: "reporter"
      case .partner: "partner"
      case .product: facts.level.word
      }
    }
    if !isTogether { axes.append(step.flatMap { Grain(months: $0) }?.rawValue ?? "period") }
    return axes.isEmpty ? facts.series : "\(facts.series) by \(axes.joined(separator: ", "))"
  }
}

extension Grain {
  fileprivate init?(months: Int) {
    guard let grain = Grain.allCases.first(where: { $0.months == months }) else { return nil }
    self = grain
  }
}

extension ProductLevel {
  fileprivate var word: String {
    switch self {
    case .loaded: "product"
    case .heading: "heading"
    case .chapter: "chapter"
    case .section: "section"
    }
  }
}

extension ScanReport {
  /// What was read: rows, or sums that were kept beside them.
  fileprivate var amount: String {
    var parts: [String] = []
    if rollupCellsRead > 0 { parts.append("\(grouped(rollupCellsRead)) sums kept beside the rows") }
    if rowsRead > 0 || parts.isEmpty {
      parts.append("\(grouped(rowsRead)) of \(grouped(tableRows)) rows")
    }
    return parts.joined(separator: " and ")
  }

  /// Which parts of the store were read in which way.
  fileprivate var ways: String {
    let kinds = [
      ("from sums", partsRolledUp), ("from rows", partsRead), ("not touched", partsSkipped),
    ]
    return kinds.filter { !$0.1.isEmpty }.map { word, labels in
      "\(labels.filter { !$0.isEmpty }.joined(separator: ", ")) \(word)"
    }.joined(separator: "; ")
  }

  fileprivate var effort: String {
    var parts: [String] = []
    if slicesRead > 0 { parts.append("\(grouped(slicesRead)) slices") }
    switch bytesRead {
    case ..<10_000: parts.append("\(grouped(bytesRead)) bytes")
    case ..<1_000_000: parts.append("\(bytesRead / 1000) kB")
    default: parts.append("\(bytesRead / 1_000_000) MB")
    }
    parts.append(threads == 1 ? "one thread" : "\(threads) threads")
    return parts.joined(separator: ", ")
  }
}

/// A number with commas: `1,380,000`.
private func grouped(_ number: Int) -> String {
  var digits = Array(String(number))
  var place = digits.count - 3
  while place > 0 {
    digits.insert(",", at: place)
    place -= 3
  }
  return String(digits)
}

extension Duration {
  /// Milliseconds with two decimals.
  fileprivate var milliseconds: String {
    let hundredths = Int(self / .microseconds(10))
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
