internal import CEditline
import Glibc

/// What the engine asks of the editor.
protocol KeyEngineClient: AnyObject {
  /// The next key, after painting what the last one did; nil ends the line.
  func nextKey() -> Key?

  /// Does what a key is bound to.
  func run(_ command: Command) -> Command.Effect
}

/// libedit as an input engine: it maps keys to commands and edits the buffer.
///
/// It knows emacs and vi mode, kill and yank, counts, `~/.editrc` and the terminal's modes. What it
/// draws goes nowhere; the editor paints the buffer itself, whenever the engine asks for a key.
final class KeyEngine {
  private let pointer: OpaquePointer
  private let sink: UnsafeMutablePointer<FILE>
  private let source: UnsafeMutablePointer<FILE>
  private var viHistory: OpaquePointer?
  weak var client: (any KeyEngineClient)?

  /// Nil where there is no memory or no `/dev/null`.
  init?(program: String, input: Int32, output: Int32) {
    guard let sink = fopen("/dev/null", "w"), let source = fdopen(dup(input), "r") else {
      return nil
    }
    // The streams are for text; modes and size are asked of the descriptors.
    guard let pointer = el_init_fd(program, source, sink, sink, input, output, 2) else {
      return nil
    }
    (self.pointer, self.sink, self.source) = (pointer, sink, source)
    editline_set_client(pointer, Unmanaged.passUnretained(self).toOpaque())
    editline_leave_signals(pointer)
    editline_set_prompt(pointer) { _ in KeyEngine.emptyPrompt }
    editline_set_reader(pointer) { pointer, result in
      KeyEngine.of(pointer).read(into: result)
    }
    for (name, function) in Command.wideNamesAndFunctions {
      editline_add_command(pointer, name, name, function)
    }
  }

  deinit {
    el_end(pointer)
    if let viHistory { history_wend(viHistory) }
    fclose(sink)
    fclose(source)
  }

  nonisolated(unsafe) private static let emptyPrompt = immortal("")

  private static func of(_ pointer: OpaquePointer?) -> KeyEngine {
    guard let pointer, let client = editline_client(pointer) else {
      preconditionFailure("every engine is its own client")
    }
    return Unmanaged<KeyEngine>.fromOpaque(client).takeUnretainedValue()
  }

  private func read(into result: UnsafeMutablePointer<wchar_t>?) -> Int32 {
    guard let key = client?.nextKey() else { return 0 }
    result?.pointee = wchar_t(bitPattern: key.rawValue)
    return 1
  }

  /// What libedit calls for a key that is bound to one of our commands.
  static func run(_ command: Command, _ pointer: OpaquePointer?) -> UInt8 {
    switch of(pointer).client?.run(command) {
    // libedit's unseen picture has to follow the buffer, whatever changed.
    case .goesOn, nil: UInt8(CC_REFRESH)
    case .endsLine: UInt8(CC_NEWLINE)
    case .endsInput: UInt8(CC_EOF)
    }
  }

  /// Lets libedit work until the line is over.
  ///
  /// The line is nil unless one of libedit's own commands ended it.
  func readLine() -> String? {
    var count: Int32 = 0
    guard let line = el_wgets(pointer, &count), count > 0 else { return nil }
    let text = String(wide: UnsafeBufferPointer(start: line, count: Int(count)))
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Gives back a key that was read and not used.
  func push(_ key: Key) {
    el_wpush(pointer, [wchar_t(bitPattern: key.rawValue), 0])
  }

  /// Puts the terminal into the editor's modes, or back into those it had.
  func prepareTerminal(editing: Bool) {
    editline_prepare_terminal(pointer, editing ? 1 : 0)
  }

  // MARK: The buffer, in Unicode scalars

  var text: [Unicode.Scalar] {
    let line = el_wline(pointer).pointee
    return UnsafeBufferPointer(start: line.buffer, count: line.lastchar - line.buffer).map {
      Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
    }
  }

  var cursor: Int {
    get {
      let line = el_wline(pointer).pointee
      return line.cursor - line.buffer
    }
    set { el_cursor(pointer, Int32(newValue - cursor)) }
  }

  func replace(_ range: Range<Int>, with text: String) {
    cursor = range.upperBound
    if !range.isEmpty { el_deletestr(pointer, Int32(range.count)) }
    if !text.isEmpty { el_winsertstr(pointer, wide(text)) }
  }

  /// Makes libedit's picture follow a change that no command made.
  func refresh() {
    editline_refresh(pointer)
  }

  // MARK: Key maps

  /// Whether the keys are those of vi.
  var isVi: Bool {
    guard let name = editline_editor(pointer) else { return false }
    return name.pointee == wchar_t(UInt8(ascii: "v"))
  }

  func useEmacs() {
    editline_set_editor(pointer, wide("emacs"))
  }

  /// Binds a key, written as itself or in libedit's notation.
  func bind(_ keys: String, to command: String) {
    editline_bind(pointer, wide(keys), wide(command))
  }

  /// Binds a key in vi's command mode.
  func bindInCommandMode(_ keys: String, to command: String) {
    editline_bind_command_mode(pointer, wide(keys), wide(command))
  }

  /// Runs one of libedit's own configuration commands.
  func configure(_ words: [String]) {
    let arguments = words.map(immortal)
    defer { arguments.forEach { $0.deallocate() } }
    var pointers = arguments.map { UnsafePointer($0) as UnsafePointer<wchar_t>? }
    _ = el_wparse(pointer, Int32(words.count), &pointers)
  }

  /// The entries that vi's `/` and `_` look at; they are libedit's own commands.
  func rememberForVi(_ entries: some Collection<String>) {
    if viHistory == nil {
      viHistory = history_winit()
      editline_history_limit(viHistory, 1000)
      editline_use_history(pointer, viHistory)
    }
    for entry in entries { editline_history_enter(viHistory, wide(entry)) }
  }
}
