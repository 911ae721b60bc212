import Guidance

/// An exception of a server: its number and what it says.
struct ServerFailure: Error, Equatable, Sendable {
  var code: Int
  var text: String

  /// Reads `Code: 279, e.displayText() = DB::Exception: …` and `Code: 279. DB::Exception: …`.
  init(status: Int, _ body: [UInt8]) {
    let body = String(decoding: body.prefix(4_000), as: UTF8.self)
    code = status == 401 ? 516 : 0
    var text = body[...]
    if let start = body.firstRange(of: "Code: ") {
      let digits = body[start.upperBound...].prefix(while: \.isNumber)
      code = Int(digits) ?? code
      text = body[digits.endIndex...]
      if let marker = text.firstRange(of: "DB::Exception: ") { text = text[marker.upperBound...] }
    } else if !body.isEmpty {
      text = "status \(status), \(body)"[...]
    } else {
      text = "status \(status)"
    }
    if let end = text.firstRange(of: ", e.what()") { text = text[..<end.lowerBound] }
    self.text = text.prefix(300).map { $0.isNewline || $0 == "\t" ? " " : $0 }
      .reduce(into: "") { $0.append($1) }
    while self.text.last == " " || self.text.last == "." { self.text.removeLast() }
  }

  /// A setting may not be changed by this user: read only, or held fast by the profile.
  var isLockedSetting: Bool { code == 164 || code == 452 }

  /// Part of a cluster did not answer.
  private static let lossCodes: Set<Int> = [
    3, 32, 33, 95, 96, 101, 102, 198, 203, 209, 210, 279, 519,
  ]

  func diagnostic(_ address: ServerAddress) -> Diagnostic {
    switch code {
    case 192, 193, 194, 195, 497, 516, 492:
      let user = address.user ?? "default"
      return Diagnostic(
        "server-refused",
        "the server does not let '\(user)' in with this password, or not to this table",
        notes: [text]
      )
    case 60, 81,
      36 where text.contains("Database"):
      return Diagnostic(
        "no-such-table",
        "there is no table '\(address.database).\(address.table)' on the server",
        notes: [text]
      )
    case 159, 160:
      return Diagnostic(
        "server-timeout",
        "the server did not finish within the time allowed",
        notes: ["`?timeout=600` behind the address allows ten minutes"]
      )
    case 394: return Diagnostic("server-failed", "the statement was stopped on the server")
    case 407, 70, 69,
      131 where text.lowercased().contains("overflow"):
      return Diagnostic("sum-too-large", "a sum is larger than the server can hold", notes: [text])
    case let code where ServerFailure.lossCodes.contains(code):
      return Diagnostic(
        "shard-lost",
        "a part of the cluster did not answer\(lostHost), so there is no sum",
        notes: ["nothing of the others is used; ask again when it is back"]
      )
    default:
      return Diagnostic("server-failed", "the server could not answer: \(text)")
    }
  }

  /// ` (10.0.0.7:9000)`, where the exception names a host with its port.
  private var lostHost: String {
    let candidates = text.split { " (),;".contains($0) }
    let host = candidates.first { word in
      let parts = word.split(separator: ":")
      return parts.count == 2 && Int(parts[1]) != nil
        && parts[0].contains { $0 == "." || $0.isLetter }
    }
    return host.map { " (\($0))" } ?? ""
  }
}
