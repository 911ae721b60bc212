internal import CEditline
import Glibc

/// The editing of entries on a terminal.
///
/// libedit reads keys and edits the buffer; after each key the entry is painted from the buffer.
final class InteractiveEditor: KeyEngineClient {
  let engine: KeyEngine
  let input: KeyInput
  let canvas: Canvas
  let history: History
  var options: Options {
    didSet { if options.mode != oldValue.mode { bindKeys() } }
  }
  let hooks: Hooks

  var prompt: Prompt = "> "

  /// Text for the next entry to begin with.
  var preloaded: String?

  /// What shows below the entry, while a command reads keys itself.
  var panel: (any Panel)?

  /// Where Up and Down are in the history.
  var walk: HistoryWalk?
  var undoList = UndoList()

  /// How the entry ended, once it has.
  private(set) var outcome: Outcome?
  private var finalText = ""
  private var fatalSignal: Int32?
  private var watch: Signals.Watch?
  private let bindings: UserConfiguration
  private let terminal: Int32
  private var lastPaint = ContinuousClock.now
  let analysis = Analysis()

  /// Nil when libedit cannot be had; entries can be read plainly then.
  init?(
    program: String,
    settings: (options: Options, hooks: Hooks),
    history: History,
    input: KeyInput,
    descriptors: (input: Int32, output: Int32)
  ) {
    // libedit asks the C library what a character is. Numbers keep their dot.
    setlocale(LC_CTYPE, "")
    if String(cString: editline_codeset()) != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
    guard
      let engine = KeyEngine(
        program: program,
        input: descriptors.input,
        output: descriptors.output
      )
    else { return nil }
    self.engine = engine
    self.input = input
    self.history = history
    (options, hooks) = settings
    canvas = Canvas(output: descriptors.output)
    bindings = UserConfiguration(path: options.bindingsFile)
    terminal = descriptors.input
    engine.client = self
    bindKeys()
    TerminalRescue.install(for: descriptors.input)
  }

  private func bindKeys() {
    KeyBindings.install(in: engine, configuration: bindings, mode: options.mode)
    if engine.isVi { engine.rememberForVi(history.entries.suffix(1000)) }
  }

  // MARK: One entry

  func readLine(prompt: Prompt) -> Outcome {
    self.prompt = prompt
    TerminalRescue.endWaiting()
    (outcome, walk, panel, fatalSignal) = (nil, nil, nil, nil)
    undoList = UndoList()
    analysis.forget()
    startRow()
    let watch = Signals.Watch([SIGINT, SIGWINCH, SIGTSTP, SIGCONT, SIGTERM, SIGHUP, SIGQUIT])
    self.watch = watch
    TerminalRescue.isArmed = true
    let line = engine.readLine()
    TerminalRescue.isArmed = false
    // Without an outcome, the user's own key for libedit's newline or end of file was pressed.
    if outcome == nil {
      finalText = line ?? ""
      outcome = line.map(Outcome.line) ?? .end
    }
    let outcome = outcome ?? .end
    leave(outcome == .interrupted ? StyledText("^C", options.palette.status) : "")
    watch.end()
    if let fatalSignal { raise(fatalSignal) }
    if case .line = outcome { TerminalRescue.beginWaiting(on: terminal) }
    return outcome
  }

  /// Ends the entry, which stays on the screen as it is now.
  func conclude(with outcome: Outcome) {
    finalText = String(engine.text)
    panel = nil
    self.outcome = outcome
  }

  /// Paints the entry for the last time, and goes to the row below.
  private func leave(_ ending: StyledText) {
    panel = nil
    canvas.show(picture(of: finalText, ending: ending))
    canvas.end()
    canvas.write("\u{1B}[?2004l")
  }

  /// Starts on an empty row: if the last output did not end with a newline, marks that.
  private func startRow() {
    canvas.begin()
    let spaces = String(repeating: " ", count: canvas.size.columns - 1)
    let mark = options.palette.status.sequence(for: options.colours) + "⏎\u{1B}[0m"
    canvas.write(mark + spaces + "\r\u{1B}[K\u{1B}[?2004h")
  }

  // MARK: Keys

  func nextKey() -> Key? { nextKey(asText: false) }

  /// The next key, after painting; nil when the entry is over.
  func nextKey(asText: Bool) -> Key? {
    while outcome == nil {
      if let text = preloaded { begin(with: text) }
      if !asText {
        undoList.note(UndoList.State(text: engine.text, cursor: engine.cursor))
        if !input.isPending || isPaintDue { paint() }
      }
      switch input.next(asText: asText) {
      case .key(let key): return key
      case .signal: react(to: Signals.take())
      case .end: conclude(with: .end)
      }
    }
    return nil
  }

  private func begin(with text: String) {
    preloaded = nil
    engine.replace(0..<engine.text.count, with: text)
    engine.refresh()
  }

  func paint() {
    lastPaint = .now
    canvas.show(picture())
  }

  /// While a lot comes in, the screen follows 20 times a second and not with each key.
  private var isPaintDue: Bool { lastPaint.duration(to: .now) > .milliseconds(50) }

  // MARK: Signals

  private func react(to signals: Signals.Noted) {
    if let signal = [SIGTERM, SIGHUP, SIGQUIT].first(where: signals.contains) {
      fatalSignal = signal
      conclude(with: .end)
    } else if signals.contains(SIGINT) {
      Signals.reset()
      input.discard()
      conclude(with: .interrupted)
    } else if signals.contains(SIGTSTP) {
      suspend()
    } else if signals.contains(SIGCONT) {
      resume()
    } else if signals.contains(SIGWINCH) {
      canvas.resized()
    }
  }

  /// Hands the terminal to the shell, stops, and goes on when it is told to.
  private func suspend() {
    let panel = panel
    finalText = String(engine.text)
    leave("")
    self.panel = panel
    engine.prepareTerminal(editing: false)
    TerminalRescue.isArmed = false
    watch?.letPass(SIGTSTP)
    _ = Signals.take()
    resume()
  }

  /// Takes the terminal back: the shell has changed its modes, which libedit does not know.
  private func resume() {
    TerminalRescue.isArmed = true
    engine.prepareTerminal(editing: false)
    engine.prepareTerminal(editing: true)
    startRow()
  }
}
