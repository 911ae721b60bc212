import Engine
import Guidance
import Synchronization

/// X-13ARIMA-SEATS as it is installed on the machine.
package final class X13Program: SeasonalProgram {
  /// Its names: as the Census Bureau, Debian and Python call it, with text or web pages as output.
  static let names = ["x13as", "x13as_ascii", "x13as_html", "x13ashtml"]

  private let places: [String]
  private let temporaryFolder: String
  private let patience: Duration
  private let known = Mutex<[AdjustmentTask: Result<Adjustment, Diagnostic>]>([:])

  /// So many answers are kept.
  private static let mostKnown = 2000

  /// Looks in a folder, or for the very file, that the user names, then along the PATH.
  package init(
    named place: String?,
    path: String?,
    temporaryFolder: String,
    patience: Duration = .seconds(60)
  ) {
    let folders = (path ?? "").split(separator: ":").map(String.init)
    let named = place.map { [$0] } ?? []
    let files = (named + folders).flatMap { folder in X13Program.names.map { "\(folder)/\($0)" } }
    places = named + files
    self.temporaryFolder = temporaryFolder
    self.patience = patience
  }

  /// The program; nil where it is not installed.
  package var file: String? { places.first(where: isProgram).map(absolute) }

  package func checkInstalled() throws(Diagnostic) {
    if file == nil { try NoSeasonalProgram().checkInstalled() }
  }

  package func adjustment(of task: AdjustmentTask) throws(Diagnostic) -> Adjustment {
    try checkInstalled()
    if let result = known.withLock({ $0[task] }) { return try result.get() }
    let result = Result { () throws(Diagnostic) in try run(task) }
    if case .failure(let diagnostic) = result, diagnostic.code == "interrupted" {
      throw diagnostic
    }
    known.withLock { known in
      if known.count >= X13Program.mostKnown { known.removeAll() }
      known[task] = result
    }
    return try result.get()
  }

  /// Writes what the program is told into a folder of its own, runs it there, and reads what it left.
  private func run(_ task: AdjustmentTask) throws(Diagnostic) -> Adjustment {
    guard let file else { throw failure("it is gone") }
    let folder = try TemporaryFolder(in: temporaryFolder)
    defer { folder.remove() }
    let specification = SpecificationFile(task)
    try folder.write(specification.text, to: "series.spc")
    let process = ChildProcess(file, ["series", "-s"], in: folder.path, output: "screen.txt")
    switch try process.run(for: patience) {
    case .ended: break
    case .failedToStart(let reason): throw failure("it did not start: \(reason)")
    case .outOfTime: throw failure("no answer within \(patience.components.seconds) seconds")
    }
    return try RunOutput(
      screen: folder.text(of: "screen.txt"),
      errors: folder.text(of: "series.err") + folder.text(of: "series_err.html"),
      summary: folder.text(of: "series.udg"),
      adjusted: folder.text(of: "series.d11"),
      trend: folder.text(of: "series.d12")
    ).adjustment(of: task, scale: specification.scale)
  }
}

/// A failure of the program, in its own words where it has any.
func failure(_ reason: String) -> Diagnostic {
  Diagnostic("program-failed", "`x13as` adjusted nothing: \(reason)")
}
