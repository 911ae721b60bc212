/// The bytes of keys.
package enum Keys {
  package static let enter = "\r", altEnter = "\u{1B}\r", tab = "\t", backTab = "\u{1B}[Z"
  package static let up = "\u{1B}[A", down = "\u{1B}[B", right = "\u{1B}[C", left = "\u{1B}[D"
  package static let home = "\u{1B}[H", end = "\u{1B}[F", delete = "\u{1B}[3~", erase = "\u{7F}"
  package static let wordRight = "\u{1B}[1;5C", wordLeft = "\u{1B}[1;5D", escape = "\u{1B}"
  package static let pageUp = "\u{1B}[5~", pageDown = "\u{1B}[6~"

  package static func control(_ letter: Character) -> String {
    String(UnicodeScalar((letter.asciiValue ?? 0) & 0x1F))
  }

  package static func paste(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
}
