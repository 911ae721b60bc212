/// A kind of file that a session can be told in, for people who do not have the program.
///
/// To add one, write a file with a conforming type and name the type in ``exporters``.
package protocol SessionExporter: Sendable {
  /// How names of such files end, such as `.html`.
  static var ending: String { get }

  static func text(of session: ExportedSession) -> String
}

package let exporters: [any SessionExporter.Type] = [
  PageExporter.self, NotebookExporter.self, MarkdownExporter.self,
]

/// The exporter that a file's name asks for; nil for sessions and for other endings.
package func exporter(for path: String) -> (any SessionExporter.Type)? {
  guard !path.hasSuffix(".trade.md") else { return nil }
  return exporters.first { path.lowercased().hasSuffix($0.ending) }
}
