/// How a terminal takes a bitmap among its text.
package enum ImageProtocol: String, CaseIterable, Sendable {
  case kitty, iterm2, sixel

  /// The protocol that the environment of a terminal names; nil where it names none.
  ///
  /// A multiplexer stands between and draws text only, whatever terminal is behind it.
  package static func named(by variable: (String) -> String?) -> ImageProtocol? {
    let term = variable("TERM") ?? ""
    guard variable("TMUX") == nil, !term.hasPrefix("screen"), !term.hasPrefix("tmux") else {
      return nil
    }
    let program = variable("TERM_PROGRAM") ?? ""
    if variable("KITTY_WINDOW_ID") != nil || ["xterm-kitty", "xterm-ghostty"].contains(term)
      || program == "ghostty"
    {
      return .kitty
    }
    if ["iTerm.app", "WezTerm"].contains(program) || variable("LC_TERMINAL") == "iTerm2" {
      return .iterm2
    }
    return nil
  }

  /// True where a terminal may be asked for its attributes: not within a multiplexer.
  package static func mayAsk(_ variable: (String) -> String?) -> Bool {
    let term = variable("TERM") ?? "dumb"
    return variable("TMUX") == nil
      && !["dumb", "linux"].contains(term) && !term.hasPrefix("screen") && !term.hasPrefix("tmux")
  }

  /// Sixel, if the answer to a query for primary device attributes, `ESC [ ? 62 ; 4 c`, says so.
  package init?(deviceAttributes answer: String) {
    guard let start = answer.firstRange(of: "\u{1B}[?"), let end = answer.lastIndex(of: "c"),
      start.upperBound <= end
    else { return nil }
    let attributes = answer[start.upperBound..<end].split(separator: ";")
    guard attributes.dropFirst().contains("4") else { return nil }
    self = .sixel
  }

  /// The characters that show a PNG, `columns` cells wide; of sixel the picture is `data` itself.
  package func sequence(_ data: [UInt8], columns: Int) -> String {
    switch self {
    case .kitty: kitty(data, columns: columns)
    case .iterm2:
      "\u{1B}]1337;File=inline=1;size=\(data.count);width=\(columns);preserveAspectRatio=1:"
        + base64(data) + "\u{07}\n"
    case .sixel: String(decoding: data, as: UTF8.self) + "\n"
    }
  }

  /// Pieces of at most 4096 characters, as the protocol demands; all but the last say that more follow.
  private func kitty(_ data: [UInt8], columns: Int) -> String {
    var rest = base64(data)[...]
    var result = ""
    var keys = "a=T,f=100,q=2,c=\(columns),"
    repeat {
      let piece = rest.prefix(4096)
      rest = rest.dropFirst(4096)
      result += "\u{1B}_G\(keys)m=\(rest.isEmpty ? 0 : 1);\(piece)\u{1B}\\"
      keys = ""
    } while !rest.isEmpty
    return result + "\n"
  }
}

/// Bytes in the alphabet of RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> String {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var result: [UInt8] = []
  result.reserveCapacity((bytes.count + 2) / 3 * 4)
  var i = 0
  while i < bytes.count {
    let group = bytes[i..<min(i + 3, bytes.count)]
    var bits = 0
    for byte in group { bits = bits << 8 | Int(byte) }
    bits <<= 8 * (3 - group.count)
    for place in 0..<4 {
      let isPadding = place > group.count
      result.append(isPadding ? UInt8(ascii: "=") : alphabet[bits >> (18 - 6 * place) & 63])
    }
    i += 3
  }
  return String(decoding: result, as: UTF8.self)
}
