/// Which key does what, in emacs mode and in both of vi's modes.
enum KeyBindings {
  private static let everywhere: [(Key, Command)] = [
    (.enter, .accept), (.otherEnter, .accept), (.altEnter, .newline),
    (.up, .up), (.down, .down), (.left, .left), (.right, .right),
    (.home, .home), (.end, .end), (.wordLeft, .wordLeft), (.wordRight, .wordRight),
    (.delete, .delete), (.paste, .paste), (.unknown, .nothing),
    (.pageUp, .firstEntry), (.pageDown, .lastEntry),
    (.control("L"), .clear), (.control("R"), .search), (.control("D"), .endOfInput),
  ]

  /// Where keys insert text: emacs mode, and vi's insert mode.
  private static let inserting: [(Key, Command)] = [
    (.tab, .complete), (.backTab, .complete), (.erase, .erase), (.otherErase, .erase),
    (Key(rawValue: 0x3F), .help),
  ]

  private static let emacs: [(String, Command)] = [
    ("^P", .up), ("^N", .down), ("^B", .left), ("^F", .right), ("^A", .home), ("^E", .end),
    ("^_", .undo), ("^X^U", .undo), ("\\ef", .wordRight), ("\\eb", .wordLeft),
    ("\\e<", .firstEntry), ("\\e>", .lastEntry),
  ]

  private static let viCommand: [(String, Command)] = [("k", .up), ("j", .down)]

  static func install(
    in engine: KeyEngine,
    configuration: UserConfiguration,
    mode: Options.Mode
  ) {
    engine.useEmacs()
    switch mode {
    case .file: configuration.modes.forEach(engine.configure)
    case .vi: engine.configure(["bind", "-v"])
    case .emacs: break
    }
    for (key, command) in everywhere {
      engine.bind(text(key), to: command.name)
      if engine.isVi { engine.bindInCommandMode(text(key), to: command.name) }
    }
    for (key, command) in inserting { engine.bind(text(key), to: command.name) }
    // In a locale that does not know them as letters, libedit takes these for Meta keys.
    for value in UInt32(0xA0)...0xFF { engine.bind(text(Key(rawValue: value)), to: "ed-insert") }
    if engine.isVi {
      for (keys, command) in viCommand { engine.bindInCommandMode(keys, to: command.name) }
    } else {
      for (keys, command) in emacs { engine.bind(keys, to: command.name) }
    }
    configuration.others.forEach(engine.configure)
  }

  private static func text(_ key: Key) -> String {
    Unicode.Scalar(key.rawValue).map { String(Character($0)) } ?? ""
  }
}
