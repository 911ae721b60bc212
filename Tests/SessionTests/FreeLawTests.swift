import Engine
import Guidance
import Language
import Shell
import TestKit
import Testing

@Suite("Every query of every session")
struct FreeLawTests {
  @Test("prints as something that reads and answers the same", arguments: Project.sessions)
  func printing(_ path: String) throws {
    var workspace = try workspace(for: path)
    for entry in try entries(of: path) {
      if let query = Desk.query(entry, workspace.vocabulary) {
        let printed = query.description
        let again = Desk.query(printed, workspace.vocabulary)
        #expect(again == query, "`\(entry)` prints as `\(printed)`")
        #expect(again?.description == printed)
        var (first, second) = (workspace, workspace)
        #expect(first.data(of: entry) == second.data(of: printed), "\(entry)")
      }
      _ = workspace.result(of: entry)
    }
  }

  /// Sessions of one line that fails have nothing to save, and a session saved elsewhere has not the
  /// files beside it that it imports.
  static let told = Project.sessions.filter { path in
    guard !path.hasPrefix(ErrorTests.folder), let text = try? Project.text(of: path) else {
      return false
    }
    return !text.contains("\n> import ")
  }

  @Test("survives saving and loading", arguments: told)
  func saving(_ path: String) throws {
    let entries = try entries(of: path).filter { !$0.hasPrefix("expect error") }
    var workspace = try workspace(for: path)
    for entry in entries.prefix((entries.count + 1) / 2) { _ = workspace.result(of: entry) }
    let files = MemoryFiles()
    workspace.files = files
    _ = try workspace.run("save \"a.trade.md\"")
    var loaded = try self.workspace(for: path)
    loaded.files = files
    _ = try loaded.run("load \"a.trade.md\"")
    #expect(loaded.transcript.entries.map(\.input) == workspace.transcript.entries.map(\.input))
    #expect(loaded.transcript.entries.map(\.output) == workspace.transcript.entries.map(\.output))
    let meanings = [loaded, workspace].map { $0.bench.definitions.mapValues(\.query) }
    #expect(meanings[0] == meanings[1])
    #expect(loaded.bench.vintage == workspace.bench.vintage)
    for probe in ["_", "exports yoy", "list variables"] {
      #expect(loaded.data(of: probe) == workspace.data(of: probe), "\(probe)")
    }
  }

  private func workspace(for path: String) throws -> Workspace {
    let document = try SessionDocument(reading: Project.text(of: path))
    return Project.runner(of: path).workspace(for: document)
  }

  /// The inputs of a session, those left out and those of a day of their own excepted.
  private func entries(of path: String) throws -> [String] {
    let document = try SessionDocument(reading: Project.text(of: path))
    return document.blocks.flatMap { block -> [String] in
      guard case .trade(let trade) = block, !trade.attributes.isSkipped else { return [] }
      return trade.entries.map(\.input)
    }
  }
}
