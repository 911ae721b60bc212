extension InteractiveEditor {
  /// Does what a key is bound to.
  func run(_ command: Command) -> Command.Effect {
    switch command {
    case .accept: return accept()
    case .newline: insert("\n")
    case .endOfInput:
      guard engine.text.isEmpty else {
        delete(.forward)
        break
      }
      conclude(with: .end)
      return .endsInput
    case .complete: complete()
    case .help: help()
    case .search: return search()
    case .paste: insertPasted()
    case .clear: canvas.clear()
    case .undo: undo()
    case .nothing: break
    case .up: moveVertically(-1)
    case .down: moveVertically(1)
    case .firstEntry: recall(.oldest)
    case .lastEntry: recall(.newest)
    case .left: move(.backward)
    case .right: if !acceptGhost() { move(.forward) }
    case .wordLeft: moveByWord(.backward)
    case .wordRight: if !acceptGhostWord() { moveByWord(.forward) }
    case .home: moveToLineStart()
    case .end: if !acceptGhost() { moveToLineEnd() }
    case .erase: delete(.backward)
    case .delete: delete(.forward)
    }
    return .goesOn
  }

  /// Ends the entry if it is complete; if not, starts another line of it.
  func accept() -> Command.Effect {
    let text = String(engine.text)
    guard hooks.isComplete(text) else {
      insert("\n")
      return .goesOn
    }
    conclude(with: .line(text))
    return .endsLine
  }

  func insert(_ text: String) {
    engine.replace(engine.cursor..<engine.cursor, with: text)
  }

  private func undo() {
    guard let state = undoList.undo() else { return }
    engine.replace(0..<engine.text.count, with: String(state.text))
    engine.cursor = state.cursor
  }

  // MARK: Ghost text

  private func acceptGhost() -> Bool {
    let ghost = ghost
    insert(ghost)
    return !ghost.isEmpty
  }

  private func acceptGhostWord() -> Bool {
    let ghost = ghost
    let gap = ghost.prefix { !$0.isPartOfWord }
    let word = ghost.dropFirst(gap.count).prefix(while: \.isPartOfWord)
    insert(String(gap + word))
    return !ghost.isEmpty
  }

  // MARK: Help

  /// Shows help below the entry until another key comes.
  private func help() {
    let scalars = engine.text
    guard !input.isFlooded,
      let text = hooks.help(String(scalars), offset(engine.cursor, in: scalars))
    else { return insert("?") }
    var help = HelpPanel(text: text)
    defer { panel = nil }
    while true {
      panel = help
      guard let key = nextKey() else { return }
      switch key {
      case .pageDown: help.turn(1, room: panelRoom)
      case .pageUp: help.turn(-1, room: panelRoom)
      case .escape where !input.isPending, .abandon: return
      default: return engine.push(key)
      }
    }
  }
}

extension Character {
  var isPartOfWord: Bool { isLetter || isNumber || self == "_" }
}
