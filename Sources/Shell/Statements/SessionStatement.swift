import Guidance
import Language

/// A statement on the file of a saved session.
protocol SessionStatement: StatementWord {
  /// Works on the text of the file at a path.
  static func run(
    _ text: String,
    at path: String,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply
}

extension SessionStatement {
  static var shape: CommandShape { .file }
  static var isRecorded: Bool { false }

  static func takes(file: String) -> Bool { file.hasSuffix(".trade.md") }

  static func run(
    _ command: Command,
    in workspace: inout Workspace
  ) throws(Diagnostic) -> Reply {
    guard case .file(let name?, _) = command.argument else {
      let word = entry.name
      throw Diagnostic("needs-file", "\(word) what? `\(word) \"my-session.trade.md\"`")
    }
    let text = try workspace.files.read(name.text)
    do throws(Diagnostic) {
      return try run(text, at: name.text, in: &workspace)
    } catch {
      throw error.naming(name.text)
    }
  }
}

extension Workspace {
  /// What the session in a file may do: read its folder where the user opens it, and nothing where
  /// another session does.
  func filesOfSession(at path: String) -> any FileAccess {
    files is FolderFiles || files is NoFiles
      ? NoFiles() : FolderFiles(folder(of: files.expanded(path)))
  }
}
