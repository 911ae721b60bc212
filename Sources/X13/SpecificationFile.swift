import Engine
import Periods

/// What the program is told, in its own language: the series and how to adjust it.
///
/// US Census Bureau 2023, X-13ARIMA-SEATS Reference Manual, chapter 7.
struct SpecificationFile {
  private let task: AdjustmentTask
  /// By what values are divided: a power of 1,000, so that they are read as people would print them.
  let scale: Double

  init(_ task: AdjustmentTask) {
    self.task = task
    let largest = task.values.map { abs($0) }.max() ?? 1
    var scale = 1.0
    while largest / scale >= 1000 { scale *= 1000 }
    self.scale = scale
  }

  var text: String {
    """
    series{
      start=\(start) period=\(task.perYear)
      data=(
    \(lines(of: [task.values.map { $0 / scale }]))
      )
    }
    transform{function=\(task.mayUseLogarithms ? "auto" : "none")}
    \(regression)automdl{}
    outlier{}
    x11{save=(d11 d12)}

    """
  }

  /// `2015.01` for months, `2015.1` for quarters.
  private var start: String {
    let number = (task.start.number - 1) / (12 / task.perYear) + 1
    return "\(task.start.year)." + (task.perYear == 12 && number < 10 ? "0" : "") + "\(number)"
  }

  private var regression: String {
    var parts: [String] = []
    let known = (task.hasTradingDays ? ["td"] : []) + (task.hasEaster ? ["easter[8]"] : [])
    if !known.isEmpty { parts.append("  variables=(\(known.joined(separator: " ")))") }
    if !task.holidays.isEmpty {
      let names = task.holidays.map(\.name).joined(separator: " ")
      parts += [
        "  user=(\(names)) usertype=holiday start=\(start)", "  data=(",
        lines(of: task.holidays.map(\.values)), "  )",
      ]
    }
    guard !parts.isEmpty else { return "" }
    return "regression{\n" + parts.joined(separator: "\n") + "\n}\n"
  }

  /// One period a line: the program reads lines of 132 characters at most.
  private func lines(of columns: [[Double]]) -> String {
    let count = columns.first?.count ?? 0
    return (0..<count).map { row in
      "    " + columns.map { "\($0[row])" }.joined(separator: "\n    ")
    }.joined(separator: "\n")
  }
}
