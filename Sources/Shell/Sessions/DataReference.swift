/// The data that a session was run on: a name, and a fingerprint by which a revision is noticed.
package struct DataReference: Equatable, Sendable {
  package var name: String
  package var observations: Int?
  /// The last period of the data, such as `2026-07`.
  package var through: String?
  package var sha256: String?

  package init(name: String, observations: Int?, through: String?, sha256: String?) {
    self.name = name
    self.observations = observations
    self.through = through
    self.sha256 = sha256
  }

  /// The form `{ china-customs: { observations: 3120, through: 2026-07, sha256: 9f3c1d } }`.
  package static func text(of references: [DataReference]) -> String {
    let members = references.map { reference in
      let members = [
        reference.observations.map { "observations: \($0)" },
        reference.through.map { "through: \($0)" },
        reference.sha256.map { "sha256: \($0)" },
      ]
      return "\(reference.name): { \(members.compactMap(\.self).joined(separator: ", ")) }"
    }
    return "{ \(members.joined(separator: ", ")) }"
  }

  /// Reads the same form, or a bare name; nil where the text is neither.
  package static func list(_ text: String) -> [DataReference]? {
    var rest = text[...].trimmed
    guard rest.first == "{" else {
      return [DataReference(name: String(rest), observations: nil, through: nil, sha256: nil)]
    }
    guard rest.last == "}" else { return nil }
    rest = rest.dropFirst().dropLast().trimmed
    var references: [DataReference] = []
    while !rest.isEmpty {
      guard let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}"), open < close
      else { return nil }
      let name = rest[..<open].trimmed
      guard name.last == ":", name.count > 1 else { return nil }
      let members = members(of: rest[rest.index(after: open)..<close])
      references.append(
        DataReference(
          name: String(name.dropLast().trimmed),
          observations: members["observations"].flatMap { Int($0) },
          through: members["through"],
          sha256: members["sha256"]
        )
      )
      rest = rest[rest.index(after: close)...].trimmed
      if rest.first == "," { rest = rest.dropFirst().trimmed }
    }
    return references
  }

  private static func members(of text: Substring) -> [String: String] {
    var members: [String: String] = [:]
    for part in text.split(separator: ",") {
      guard let colon = part.firstIndex(of: ":") else { continue }
      members[String(part[..<colon].trimmed)] = String(part[part.index(after: colon)...].trimmed)
    }
    return members
  }
}
