import Catalogue
import Engine
import Guidance
import Shell

/// A session on the built-in data, for one line at a time.
enum Asking {
  static let facts = EmbeddedFacts(.chinaCustoms)

  static var workspace: Workspace { Workspace(facts, files: NoFiles()) }

  static func answer(_ line: String) throws -> Answer {
    var workspace = workspace
    guard let answer = try workspace.run(line).answer else { throw Unanswered(line: line) }
    return answer
  }

  /// What a screen shows, every run of white space made one space.
  static func text(_ line: String) throws -> String {
    try workspace.outputLines(answer(line), input: line).joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  /// The code of the diagnostic that refuses a line; nil where it runs.
  static func code(_ line: String) -> String? {
    var workspace = workspace
    do throws(Diagnostic) {
      _ = try workspace.run(line)
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  /// What the diagnostic that refuses a line says; nil where it runs.
  static func refusal(_ line: String) -> String? {
    var workspace = workspace
    do throws(Diagnostic) {
      _ = try workspace.run(line)
      return nil
    } catch {
      return error.message
    }
  }

  /// The numbers in a column of a table.
  static func numbers(_ name: String, of line: String) throws -> [Double?] {
    try column(name, of: line).values.map { value in
      if case .cell(let cell) = value { cell.number } else { nil }
    }
  }

  /// The labels in a column of a table.
  static func labels(_ name: String, of line: String) throws -> [String] {
    try column(name, of: line).values.compactMap { value in
      if case .label(let text) = value { text } else { nil }
    }
  }

  private static func column(_ name: String, of line: String) throws -> Table.Column {
    guard case .table(let table) = try answer(line).content,
      let column = table.columns.first(where: { $0.name == name })
    else { throw Unanswered(line: line) }
    return column
  }

  struct Unanswered: Error { var line: String }
}

/// True for numbers equal to the last digit that was computed elsewhere.
func near(_ left: Double?, _ right: Double, within tolerance: Double = 1e-6) -> Bool {
  left.map { abs($0 - right) <= tolerance * max(1, abs(right)) } ?? false
}
