import Foundation

/// The folder of the package and what tests read in it.
package enum Project {
  package static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  package static func text(of path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  package static func write(_ text: String, to path: String) throws {
    try text.write(to: root.appending(path: path), atomically: true, encoding: .utf8)
  }

  /// The files below a folder with an ending, by their paths in the package, in a stable order.
  package static func files(below folder: String, endingIn suffix: String) -> [String] {
    let start = root.appending(path: folder)
    let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    var paths: [String] = []
    while let file = found?.nextObject() as? URL {
      guard file.path.hasSuffix(suffix) else { continue }
      paths.append(String(file.path.dropFirst(root.path.count + 1)))
    }
    return paths.sorted()
  }

  /// Every saved session, but for those that import files: they need their folder, and `load` gives
  /// none to a file that may come from a stranger.
  package static let sessions = files(below: "Sessions", endingIn: ".trade.md")
    .filter { !importingSessions.contains($0) }

  package static let importingSessions = files(below: "Sessions/Importing", endingIn: ".trade.md")

  /// The documents that readers are given, but for the one that imports files.
  package static let documents =
    ["README.md"]
    + files(below: "Docs", endingIn: ".md").filter { $0 != "Docs/Importing.md" }

  /// True where outputs and generated documents are to be written anew instead of compared.
  package static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Lines of a list that lies beside the package; nil where it is not there.
  package static func corpus() -> [String]? {
    let file = root.appending(path: "../shared/corpus/queries.txt").standardizedFileURL
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }
}
