import Catalogue
import Engine
import Guidance
import Shell

@testable import Engine

/// A session on the built-in data, for one line at a time.
enum Asking {
  static let facts = EmbeddedFacts(.chinaCustoms)

  static var workspace: Workspace { Workspace(facts, files: NoFiles()) }

  static func answer(_ line: String) throws -> Answer {
    var workspace = workspace
    let reply = try workspace.run(line)
    guard let answer = reply.answer else { throw Unanswered(line: line) }
    return answer
  }

  /// What a screen shows, with line breaks made spaces.
  static func text(_ line: String) throws -> String {
    try workspace.outputLines(answer(line), input: line).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  static func code(_ line: String) -> String? {
    var workspace = workspace
    do throws(Diagnostic) {
      _ = try workspace.run(line)
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  /// The values of a column of a table, in its unit.
  static func column(_ name: String, of line: String) throws -> [Double?] {
    guard case .table(let table) = try answer(line).content,
      let column = table.columns.first(where: { $0.name == name })
    else { throw Unanswered(line: line) }
    return column.values.map { value in
      if case .cell(let cell) = value { cell.number } else { nil }
    }
  }

  static func labels(_ name: String, of line: String) throws -> [String] {
    guard case .table(let table) = try answer(line).content,
      let column = table.columns.first(where: { $0.name == name })
    else { throw Unanswered(line: line) }
    return column.values.compactMap { value in
      if case .label(let text) = value { text } else { nil }
    }
  }

  struct Unanswered: Error { var line: String }
}
