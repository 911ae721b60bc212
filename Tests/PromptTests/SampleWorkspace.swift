import Catalogue
import Engine
import Shell

extension Workspace {
  /// A session on the data that the program brings along, in which nothing has happened yet.
  static let sample = Workspace(EmbeddedFacts(.chinaCustoms), files: NoFiles())

  /// The lines that an entry answers with; none where it answers with figures.
  mutating func lines(of entry: String) throws -> [String] {
    let reply = try run(entry)
    guard case .text(let lines)? = reply.answer?.content else { return [] }
    return lines
  }
}

extension String {
  /// The part of the text at UTF-8 offsets.
  func text(_ range: Range<Int>) -> String { String(decoding: Array(utf8)[range], as: UTF8.self) }
}

extension Assistant {
  /// The candidates at the end of a text.
  func words(behind text: String) -> [String] {
    completions(in: text, at: text.utf8.count).candidates.map(\.text)
  }
}
