import Glibc

/// Reads entries: with everything that a terminal allows, or plainly from a pipe.
///
/// There is one in a process, because a terminal has one owner. It is used on one thread; the
/// functions in `hooks` are called on that thread.
package final class LineEditor {
  package let history: History

  /// Whether entries are edited on a terminal that can be drawn on.
  package var isInteractive: Bool { interactive != nil }

  let interactive: InteractiveEditor?
  private let plain: PlainReader
  private let isPrivate: (String) -> Bool

  /// `program` is the name before the colon in the user's `.editrc`.
  package init(
    program: String,
    options: Options,
    hooks: Hooks,
    input: Int32 = STDIN_FILENO,
    output: Int32 = STDOUT_FILENO
  ) {
    self.options = options
    isPrivate = hooks.isPrivate
    let canDraw =
      Terminal.isTerminal(input) && Terminal.isTerminal(output)
      && Terminal.canDraw(options.terminalName)
    history = canDraw ? History(path: options.historyFile, limit: options.historyLimit) : History()
    let keys = KeyInput(descriptor: input)
    plain = PlainReader(
      input: keys,
      isComplete: hooks.isComplete,
      promptOutput: Terminal.isTerminal(input) ? output : nil
    )
    guard canDraw else {
      interactive = nil
      return
    }
    interactive = InteractiveEditor(
      program: program,
      settings: (options, hooks),
      history: history,
      input: keys,
      descriptors: (input, output)
    )
  }

  /// Settings, which may change between two entries; bindings and the history file stay.
  package var options: Options {
    didSet {
      interactive?.options = options
      history.limit = options.historyLimit
    }
  }

  /// Gives the terminal back as it was; the next entry would take it again.
  package func close() {
    if interactive != nil { TerminalRescue.endWaiting() }
  }

  /// The next entry, which is in the history already unless it holds a secret.
  package func readLine(prompt: Prompt) -> Outcome {
    fflush(nil)
    guard let interactive else { return plain.readLine(prompt: prompt) }
    let outcome = interactive.readLine(prompt: prompt)
    if case .line(let text) = outcome, !isPrivate(text) {
      history.add(text)
      interactive.engine.rememberForVi([text])
    }
    return outcome
  }

  /// Makes the next entry begin with a text, which the user may edit.
  package func preload(_ text: String) {
    interactive?.preloaded = text
  }
}
