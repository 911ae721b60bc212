import Guidance

/// Where a table is: `clickhouse://user@host:8123/database.table?timeout=60`.
///
/// `clickhouses://` stands for encrypted connections. Several hosts, divided by commas, are asked in
/// turn until one answers. A password is no part of it, so that none is ever written down.
package struct ServerAddress: Equatable, Sendable {
  package struct Host: Hashable, Sendable, CustomStringConvertible {
    package var name: String
    package var port: Int

    package var description: String { "\(name):\(port)" }

    /// Whether the host is this machine, which no proxy reaches.
    var isLocal: Bool { name == "localhost" || name == "[::1]" || name.hasPrefix("127.") }
  }

  package var isEncrypted: Bool
  package var user: String?
  package var hosts: [Host]
  package var database: String
  package var table: String
  /// What stands behind the question mark: roles of columns, `ca`, `timeout`, `cluster`.
  package var options: [String: String]

  /// Seconds that a statement may take.
  package var timeout = 300

  private static let usage = "clickhouse://user@host:8123/database.table"

  package init(_ text: String) throws(Diagnostic) {
    guard let colon = text.firstRange(of: "://") else { throw ServerAddress.malformed("no '://'") }
    switch text[..<colon.lowerBound].lowercased() {
    case "clickhouse": isEncrypted = false
    case "clickhouses": isEncrypted = true
    default: throw ServerAddress.malformed("an address begins with clickhouse:// or clickhouses://")
    }
    var rest = text[colon.upperBound...]
    // A password may hold any character: what stands before the last @ counts as one.
    guard
      let slash = rest.lastIndex(of: "@").map({ rest[$0...] })?.firstIndex(of: "/")
        ?? (rest.contains("@") ? nil : rest.firstIndex(of: "/"))
    else { throw ServerAddress.malformed("no database and table") }
    var authority = rest[..<slash]
    rest = rest[rest.index(after: slash)...]
    user = nil
    if let at = authority.lastIndex(of: "@") {
      let name = authority[..<at]
      guard !name.contains(":") else {
        throw Diagnostic(
          "password-in-address",
          "a password has no place in an address, which is written into sessions and histories",
          notes: ["set TRADEWIND_CLICKHOUSE_PASSWORD, or leave it out and be asked"]
        )
      }
      user = try ServerAddress.decoded(name)
      authority = authority[authority.index(after: at)...]
    }
    hosts = try ServerAddress.hosts(authority, defaultPort: isEncrypted ? 8443 : 8123)
    let question = rest.firstIndex(of: "?") ?? rest.endIndex
    let path = rest[..<question].split(separator: ".", omittingEmptySubsequences: false)
    guard path.count == 2 || path.count == 1, path.allSatisfy({ !$0.isEmpty }) else {
      throw ServerAddress.malformed("behind the host belongs database.table")
    }
    database = path.count == 2 ? try ServerAddress.decoded(path[0]) : "default"
    table = try ServerAddress.decoded(path[path.count - 1])
    options = [:]
    if question < rest.endIndex { try readOptions(rest[rest.index(after: question)...]) }
  }

  private mutating func readOptions(_ text: Substring) throws(Diagnostic) {
    for pair in text.split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw ServerAddress.malformed("options are written key=value, divided by &")
      }
      options[try ServerAddress.decoded(parts[0])] = try ServerAddress.decoded(parts[1])
    }
    guard let limit = options["timeout"] else { return }
    guard let seconds = Int(limit), (1...86_400).contains(seconds) else {
      throw ServerAddress.malformed("timeout is a number of seconds")
    }
    timeout = seconds
  }

  private static func hosts(
    _ text: Substring,
    defaultPort: Int
  ) throws(Diagnostic) -> [Host] {
    var hosts: [Host] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      var name = part
      var port = defaultPort
      let isBracketed = part.hasSuffix("]")
      if let colon = part.lastIndex(of: ":"), !isBracketed {
        guard let number = Int(part[part.index(after: colon)...]), (1...65_535).contains(number)
        else { throw malformed("'\(part)' has no port that is a number") }
        port = number
        name = part[..<colon]
      }
      let isPlain = name.allSatisfy { character in
        character.isASCII
          && (character.isLetter || character.isNumber || "-._[]:".contains(character))
      }
      guard !name.isEmpty, isPlain else { throw malformed("'\(name)' is no name of a host") }
      hosts.append(Host(name: String(name), port: port))
    }
    return hosts
  }

  private static func decoded(_ text: Substring) throws(Diagnostic) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else {
        throw malformed("'%' stands before two hexadecimal digits")
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    let decoded = String(decoding: bytes, as: UTF8.self)
    guard decoded.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      throw malformed("control characters have no place in it")
    }
    return decoded
  }

  private static func malformed(_ reason: String) -> Diagnostic {
    Diagnostic(
      "bad-address",
      "that is no address of a table: \(reason)",
      notes: ["an address is written \(usage)"]
    )
  }
}

extension ServerAddress: CustomStringConvertible {
  /// The address without the roles of columns.
  package var description: String {
    let scheme = isEncrypted ? "clickhouses" : "clickhouse"
    let user = user.map { $0 + "@" } ?? ""
    let hosts = hosts.map(\.description).joined(separator: ",")
    return "\(scheme)://\(user)\(hosts)/\(database).\(table)"
  }
}
