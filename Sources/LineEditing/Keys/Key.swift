/// One key, or one character that was typed.
///
/// Keys with an escape sequence have the numbers of C1 control characters. Nobody types those,
/// every key map of libedit has a slot for them, and none waits for more: so that the same
/// bindings work in emacs mode and in both of vi's modes, where Escape means something else.
struct Key: RawRepresentable, Hashable {
  var rawValue: UInt32

  static let interrupt = Key(rawValue: 0x03), abandon = Key(rawValue: 0x07)
  static let tab = Key(rawValue: 0x09)
  static let enter = Key(rawValue: 0x0A), otherEnter = Key(rawValue: 0x0D)
  static let escape = Key(rawValue: 0x1B)
  static let erase = Key(rawValue: 0x08), otherErase = Key(rawValue: 0x7F)

  static let up = Key(rawValue: 0x81), down = Key(rawValue: 0x82)
  static let right = Key(rawValue: 0x83), left = Key(rawValue: 0x84)
  static let home = Key(rawValue: 0x85), end = Key(rawValue: 0x86)
  static let delete = Key(rawValue: 0x87), paste = Key(rawValue: 0x88)
  static let backTab = Key(rawValue: 0x89)
  static let wordRight = Key(rawValue: 0x8A), wordLeft = Key(rawValue: 0x8B)
  static let altEnter = Key(rawValue: 0x8C)
  static let pageUp = Key(rawValue: 0x8D), pageDown = Key(rawValue: 0x8E)
  static let unknown = Key(rawValue: 0x8F)

  static func control(_ letter: Unicode.Scalar) -> Key { Key(rawValue: letter.value & 0x1F) }

  var isEnter: Bool { self == .enter || self == .otherEnter }
  var isErase: Bool { self == .erase || self == .otherErase }

  /// The character, when the key stands for text.
  var scalar: Unicode.Scalar? {
    guard rawValue >= 0x20, !(0x7F...0x9F).contains(rawValue) else { return nil }
    return Unicode.Scalar(rawValue)
  }

  /// The key of an escape sequence without its Escape; nil for one that is not in use.
  init?(sequence: [UInt8]) {
    let text = String(decoding: sequence, as: UTF8.self)
    if let key = Key.sequences[text] {
      self = key
      return
    }
    // Shift and the like, with a key that means nothing of its own then.
    guard text.hasPrefix("[1;"), let final = text.last, text.utf8.count == 5,
      let key = Key.sequences["[\(final)"]
    else { return nil }
    self = key
  }

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  private static let sequences: [String: Key] = [
    "[A": .up, "OA": .up, "[B": .down, "OB": .down,
    "[C": .right, "OC": .right, "[D": .left, "OD": .left,
    "[H": .home, "OH": .home, "[1~": .home, "[7~": .home,
    "[F": .end, "OF": .end, "[4~": .end, "[8~": .end,
    "[3~": .delete, "[5~": .pageUp, "[6~": .pageDown,
    "[1;5C": .wordRight, "[1;3C": .wordRight, "[1;5D": .wordLeft, "[1;3D": .wordLeft,
    "[Z": .backTab, "[200~": .paste, "\r": .altEnter, "\n": .altEnter,
  ]
}
