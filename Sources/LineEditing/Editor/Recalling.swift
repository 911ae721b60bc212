/// A walk through the history, among the entries that begin like the text it started from.
struct HistoryWalk {
  /// What the entry held when the walk began.
  let draft: String
  var index: Int

  /// The text that the walk put into the entry; another text means that the walk is over.
  var shown: String
}

extension InteractiveEditor {
  enum Step {
    case older
    case newer
    case oldest
    case newest
  }

  /// Replaces the entry by one of the history.
  func recall(_ step: Step) {
    let text = String(engine.text)
    let entries = history.entries
    var walk = walk ?? HistoryWalk(draft: text, index: entries.count, shown: text)
    if walk.shown != text || walk.index > entries.count {
      walk = HistoryWalk(draft: text, index: entries.count, shown: text)
    }
    func find(_ start: Int, _ step: Int) -> Int? {
      history.index(of: walk.draft, from: start, by: step, unlike: walk.shown)
    }
    switch step {
    case .older:
      guard let index = find(walk.index, -1) else { return }
      walk.index = index
    case .newer: walk.index = find(walk.index, 1) ?? entries.count
    case .oldest: walk.index = find(-1, 1) ?? walk.index
    case .newest: walk.index = entries.count
    }
    walk.shown = walk.index < entries.count ? entries[walk.index] : walk.draft
    self.walk = walk
    engine.replace(0..<engine.text.count, with: walk.shown)
    // Coming from below, the end of the first line: the next Up goes on through the history.
    if step == .older || step == .oldest {
      engine.cursor = engine.text.firstIndex(of: "\n") ?? engine.text.count
    }
  }

  // MARK: Search

  /// Reads the keys of a search through the history.
  func search() -> Command.Effect {
    history.takeInOthers()
    var search = HistorySearch(history.entries, query: String(engine.text))
    while true {
      panel = search
      guard let key = nextKey() else {
        panel = nil
        return .goesOn
      }
      switch key {
      case .control("R"), .up: search.goOlder(1)
      case .control("S"), .down: search.goOlder(-1)
      case .pageUp: search.goOlder(5)
      case .pageDown: search.goOlder(-5)
      case .control("U"): search.eraseAll()
      case .paste:
        let pasted = readPasted()
        search.append(String(pasted.prefix { !$0.isNewline }))
      case _ where key.isErase: search.eraseLast()
      case _ where key.isEnter:
        take(search)
        return accept()
      case .escape where !input.isPending, .abandon:
        panel = nil
        return .goesOn
      default:
        if let scalar = key.scalar {
          search.append(String(Character(scalar)))
          continue
        }
        take(search)
        if ![.tab, .right, .end].contains(key) { engine.push(key) }
        return .goesOn
      }
    }
  }

  private func take(_ search: HistorySearch) {
    panel = nil
    guard let found = search.current else { return }
    engine.replace(0..<engine.text.count, with: found)
  }
}
