import Periods

/// The lines between two `---` at the head of a session: what it is about and what it was run on.
///
/// Lines are kept as they were written, unknown keys included; `key: value` is all they may hold.
package struct FrontMatter: Equatable, Sendable {
  /// With their line endings, the enclosing `---` included.
  var lines: [String]

  /// Front matter with these keys and values, in this order.
  package init(_ members: [(key: String, value: String)] = []) {
    lines = ["---\n"] + members.map { "\($0.key): \(FrontMatter.oneLine($0.value))\n" } + ["---\n"]
  }

  init(lines: [String]) { self.lines = lines }

  package var text: String { lines.joined() }

  /// The value of a key, without quotation marks around it; setting nil removes the line.
  package subscript(key: String) -> String? {
    get {
      for line in lines.dropFirst().dropLast() {
        guard let value = FrontMatter.value(of: key, in: line) else { continue }
        return value
      }
      return nil
    }
    set {
      let line = newValue.map { "\(key): \(FrontMatter.oneLine($0))\(ending)" }
      let known = lines.indices.dropFirst().dropLast()
        .first { FrontMatter.value(of: key, in: lines[$0]) != nil }
      switch (known, line) {
      case (let known?, let line?): lines[known] = line
      case (let known?, nil): lines.remove(at: known)
      case (nil, let line?): lines.insert(line, at: lines.count - 1)
      case (nil, nil): break
      }
    }
  }

  private var ending: String { lines.first?.hasSuffix("\r\n") == true ? "\r\n" : "\n" }

  private static func value(of key: String, in line: String) -> String? {
    guard line.hasPrefix(key) else { return nil }
    let rest = line.dropFirst(key.count)
    guard rest.first == ":" else { return nil }
    let value = rest.dropFirst().trimmed
    guard value.count >= 2, value.first == "\"", value.last == "\"" else { return String(value) }
    return String(value.dropFirst().dropLast())
  }

  private static func oneLine(_ value: String) -> String {
    String(value.map { $0.isNewline ? " " : $0 })
  }
}

// The keys that the program knows.
extension FrontMatter {
  /// The version of the format.
  package static let version = 1

  package var title: String? { self["title"] }

  package var width: Int? { self["width"].flatMap { Int($0) } }

  package var asOf: Day? { self["as-of"].flatMap { Day($0) } }

  /// The data sets that the session was run on.
  package var data: [DataReference] { self["data"].flatMap(DataReference.list) ?? [] }
}
