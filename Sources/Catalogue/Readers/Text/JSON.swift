import Guidance

/// A value of JSON; numbers keep their digits as they were written.
package indirect enum JSON: Equatable, Sendable {
  case null
  case truth(Bool)
  case number(String)
  case text(String)
  case list([JSON])
  case object([(key: String, value: JSON)])

  package static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

  package subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.lowercased() == key.lowercased() }?.value
  }

  /// A plain value as the text of a field; lists and objects give none.
  package var text: String {
    switch self {
    case .null, .list, .object: ""
    case .truth(let value): value ? "true" : "false"
    case .number(let text), .text(let text): text
    }
  }
}

extension JSON {
  /// Reads a text; throws in which line it stops being JSON.
  package init(reading text: String, file: String) throws(Diagnostic) {
    self = try JSONReader.value(
      of: try SourceText(decoding: Array(text.utf8), file: file),
      file: file
    )
  }
}
