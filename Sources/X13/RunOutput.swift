import Engine
import Guidance
import Periods

/// What the program left: the tables it was asked to save, its summary, what it said.
struct RunOutput {
  /// What it wrote to the screen.
  var screen: String
  /// Its file of errors, as text or as a web page.
  var errors: String
  /// Its summary of the run: a key, a colon and values in each line.
  var summary: String
  /// The tables D11 and D12.
  var adjusted: String
  var trend: String

  /// What the program made of a task; throws `program-failed` with its own reason where it made nothing.
  func adjustment(of task: AdjustmentTask, scale: Double) throws(Diagnostic) -> Adjustment {
    let summary = SummaryFile(summary)
    let tables = [adjusted, trend].map { values(in: $0).map { $0 * scale } }
    guard tables.allSatisfy({ $0.count == task.values.count }) else { throw failure(reason) }
    guard let version = summary["version"], let build = summary["build"],
      let model = summary["arimamdl"]
    else { throw failure("it did not say what it did") }
    var adjustment = Adjustment(
      adjusted: tables[0],
      trend: tables[1],
      version: "\(version) build \(build)",
      model: model,
      usesLogarithms: summary["aictrans"]?.hasPrefix("Log") ?? false,
      seasonalFilter: summary["sfmsr"] ?? "",
      trendFilter: summary.numbers("finaltrendma").first.map { Int($0) } ?? 0
    )
    adjustment.outliers = summary.outliers(perYear: task.perYear)
    adjustment.quality = summary.quality
    adjustment.warnings = ProgramMessages(screen).all("WARNING")
    return adjustment
  }

  /// The first sentence of what the program calls an error.
  private var reason: String {
    let messages = ProgramMessages(errors).all("ERROR") + ProgramMessages(screen).all("ERROR")
    guard let first = messages.first else { return "it left no adjusted figures" }
    let sentence = first.firstRange(of: ". ").map { String(first[..<$0.lowerBound]) } ?? first
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }

  /// The values of a table: behind two lines of heading a period and a number in each line.
  private func values(in table: String) -> [Double] {
    table.split(separator: "\n").dropFirst(2).compactMap { line in
      line.split(separator: "\t").last.flatMap { Double($0.filter { $0 != " " && $0 != "\r" }) }
    }
  }
}
