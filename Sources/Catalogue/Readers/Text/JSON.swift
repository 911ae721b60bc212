/// A value of JSON; numbers keep their digits as they were written.
indirect enum JSON: Equatable, Sendable {
  case null
  case truth(Bool)
  case number(String)
  case text(String)
  case list([JSON])
  case object([(key: String, value: JSON)])

  static func == (left: JSON, right: JSON) -> Bool { left.text == right.text }

  subscript(key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key.lowercased() == key.lowercased() }?.value
  }

  /// A plain value as the text of a field; lists and objects give none.
  var text: String {
    switch self {
    case .null, .list, .object: ""
    case .truth(let value): value ? "true" : "false"
    case .number(let text), .text(let text): text
    }
  }
}
