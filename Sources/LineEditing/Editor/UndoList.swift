/// Earlier states of an entry.
///
/// Letters typed in a row make one step, up to a space.
struct UndoList {
  struct State: Equatable {
    var text: [Unicode.Scalar] = []
    var cursor = 0
  }

  private var states: [State] = []
  private var current = State()

  /// Notes the present state, after each key.
  mutating func note(_ state: State) {
    defer { current = state }
    guard state.text != current.text, !continuesWord(state) else { return }
    states.append(current)
    if states.count > 1000 { states.removeFirst(500) }
  }

  private func continuesWord(_ state: State) -> Bool {
    guard let last = states.last else { return false }
    let typed = current.text.count - last.text.count
    guard typed > 0, current.cursor == last.cursor + typed else { return false }
    guard state.text.count == current.text.count + 1, state.cursor == current.cursor + 1 else {
      return false
    }
    return state.text[current.cursor] != " " && state.text[current.cursor] != "\n"
  }

  /// The state before the last step.
  mutating func undo() -> State? {
    guard let state = states.popLast() else { return nil }
    current = state
    return state
  }
}
