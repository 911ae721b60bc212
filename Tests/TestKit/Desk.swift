import Catalogue
import Engine
import Foundation
import Guidance
import Language
import Reports
import Shell

/// The built-in data, loaded once for a run of tests.
package enum Desk {
  package static let facts = EmbeddedFacts(.chinaCustoms)

  /// A session in which nothing has happened yet.
  package static let workspace = Workspace(facts, files: NoFiles())

  /// The words of an empty session.
  package static let vocabulary = workspace.vocabulary

  /// What running one entry in an empty session gives.
  package static func result(of entry: String) -> Result<Reply, Diagnostic> {
    var workspace = workspace
    return workspace.result(of: entry)
  }

  /// The diagnostic that an entry gets; nil where it runs.
  package static func diagnostic(of entry: String) -> Diagnostic? {
    if case .failure(let diagnostic) = result(of: entry) { diagnostic } else { nil }
  }

  /// The query that an entry holds; nil where it holds a statement, nothing or no sense.
  package static func query(_ entry: String, _ vocabulary: Vocabulary = vocabulary) -> Query? {
    guard case .query(let query) = try? parse(entry, vocabulary) else { return nil }
    return query
  }
}

extension Workspace {
  package mutating func result(of entry: String) -> Result<Reply, Diagnostic> {
    do throws(Diagnostic) {
      return .success(try run(entry))
    } catch {
      return .failure(error)
    }
  }

  /// What an entry answers as JSON, its own text left out; a diagnostic as its code.
  package mutating func data(of entry: String) -> String {
    switch result(of: entry) {
    case .success(let reply):
      guard let answer = reply.answer else { return "nothing" }
      return JSONWriter.text(of: answer, on: Page(input: "")).plainLines.joined(separator: "\n")
    case .failure(let diagnostic): return diagnostic.code.rawValue
    }
  }
}

extension Project {
  /// What replays a saved session: it may read what lies beside the file.
  package static func runner(of path: String) -> SessionRunner {
    var runner = SessionRunner(facts: Desk.facts)
    let file = root.appending(path: path)
    runner.files = FolderFiles(file.deletingLastPathComponent().path)
    return runner
  }
}
