extension InteractiveEditor {
  /// Completes what stands at the cursor, with a menu if there is a choice.
  func complete() {
    guard !input.isFlooded else { return insert("\t") }
    var (range, candidates) = completions()
    guard let first = candidates.first else { return }
    if candidates.count == 1 { return choose(first, replacing: range) }
    range = extend(range, candidates)
    chooseFromMenu(candidates, replacing: range)
    panel = nil
  }

  /// The candidates at the cursor, and the range of the scalars that they replace.
  private func completions() -> (range: Range<Int>, candidates: [Candidate]) {
    let scalars = engine.text
    let found = hooks.complete(String(scalars), offset(engine.cursor, in: scalars))
    let start = index(found.range.lowerBound, in: scalars)
    let end = index(found.range.upperBound, in: scalars)
    return (min(start, engine.cursor)..<max(end, engine.cursor), found.candidates)
  }

  private func choose(_ candidate: Candidate, replacing range: Range<Int>) {
    let isAtEnd = range.upperBound == engine.text.count
    engine.replace(range, with: candidate.text + (isAtEnd ? candidate.ending : ""))
  }

  /// Types what all candidates begin with, as far as it goes beyond what is typed.
  private func extend(_ range: Range<Int>, _ candidates: [Candidate]) -> Range<Int> {
    let typed = String(engine.text[range])
    let common = candidates.dropFirst().reduce(candidates[0].text) { common, candidate in
      String(zip(common, candidate.text).prefix { $0 == $1 }.map(\.0))
    }
    guard common.count > typed.count, common.lowercased().hasPrefix(typed.lowercased()) else {
      return range
    }
    engine.replace(range, with: common)
    return range.lowerBound..<(range.lowerBound + common.unicodeScalars.count)
  }

  /// Reads keys while the menu shows.
  ///
  /// A key that is not for the menu is given back.
  private func chooseFromMenu(_ candidates: [Candidate], replacing range: Range<Int>) {
    var range = range
    var menu = CompletionMenu(candidates, typed: String(engine.text[range]))
    func show() {
      let text = menu.selected.map { menu.candidates[$0].text } ?? menu.typed
      engine.replace(range, with: text)
      range = range.lowerBound..<(range.lowerBound + text.unicodeScalars.count)
    }
    if !options.menu { menu.selectNext(1) }
    while true {
      show()
      panel = options.menu ? menu : HelpPanel(text: [])
      guard let key = nextKey() else { return }
      switch key {
      case .tab, .down: menu.selectNext(1)
      case .backTab, .up: menu.selectNext(-1)
      case .right where menu.selected != nil: menu.selectBeside(1, columns: canvas.size.columns)
      case .left where menu.selected != nil: menu.selectBeside(-1, columns: canvas.size.columns)
      case .escape where !input.isPending, .abandon:
        menu.selected = nil
        return show()
      case _ where key.isEnter:
        guard let selected = menu.selected else { return engine.push(key) }
        return choose(menu.candidates[selected], replacing: range)
      default:
        guard narrow(by: key, &menu, &range) else { return }
      }
    }
  }

  /// Edits what is typed, and offers what fits it; false when the menu is over.
  private func narrow(
    by key: Key,
    _ menu: inout CompletionMenu,
    _ range: inout Range<Int>
  ) -> Bool {
    if let scalar = key.scalar, scalar != "?" {
      insert(String(Character(scalar)))
    } else if key.isErase, menu.selected == nil {
      delete(.backward)
    } else {
      engine.push(key)
      return false
    }
    let found = completions()
    guard !found.candidates.isEmpty, found.range.lowerBound == range.lowerBound else {
      return false
    }
    range = found.range
    menu = CompletionMenu(found.candidates, typed: String(engine.text[range]))
    return true
  }
}
