import Glibc
import TerminalSupport
import Testing

@testable import LineEditing

/// What random keys are made of.
struct KeyMix: CustomTestStringConvertible, Sendable {
  let name: String
  let texts: [String]

  var testDescription: String { name }

  static let ascii = KeyMix(
    name: "ASCII",
    texts: ["a", "b", "sur", "ex", "exports", " ", "(", ")", "'", "long-word-it-is"]
  )
  static let wide = KeyMix(
    name: "wide",
    texts: ["中", "文", "é", "e\u{301}", "한", "ﾊ", "🚀", "ü", " ", "a", "(", "(中", ")"]
  )
  static let disputed = KeyMix(
    name: "disputed",
    texts: ["👩‍👧", "👍🏽", "❤️", "🇨🇳", "🇨", "\u{301}", "\u{200B}", "中", "a", " ", "\t"]
  )

  static let editing = [
    Keys.left, Keys.left, Keys.right, Keys.home, Keys.end, Keys.up, Keys.down, Keys.erase,
    Keys.erase, Keys.delete, Keys.tab, Keys.tab, Keys.backTab, Keys.wordLeft, Keys.wordRight,
    Keys.altEnter, Keys.enter, Keys.pageUp, Keys.pageDown, Keys.control("R"), Keys.control("G"),
    Keys.control("T"), Keys.control("K"), Keys.control("W"), Keys.control("Y"), Keys.control("L"),
    Keys.control("_"), "?", "\u{1B}b", "\u{1B}u", Keys.paste("one\ntwo 中文\nthree"),
  ]
}

/// A generator that gives the same numbers for the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension TerminalTests {
  @Suite struct Painting {
    @Test(arguments: [20, 40, 80], [KeyMix.ascii, KeyMix.wide])
    func `random keys never leave a wrong screen`(columns: Int, mix: KeyMix) {
      let wrong = PaintingFuzz(columns: columns, rows: 8, mix: mix).run(keys: 2000)
      #expect(wrong == [])
    }

    @Test func `pictures of several scalars leave the rest of the row right`() {
      let wrong = PaintingFuzz(columns: 30, rows: 8, mix: .disputed).run(keys: 2000)
      #expect(wrong == [])
    }

    @Test(arguments: [2, 4, 7])
    func `the smallest screens stay right`(columns: Int) {
      let wrong = PaintingFuzz(columns: columns, rows: 3, mix: .wide).run(keys: 500)
      #expect(wrong == [])
    }
  }
}

/// Random keys, and after each one a comparison of the screen with the picture it should show.
///
/// Everything happens on one thread: the editor types its own next key when it would wait for one.
final class PaintingFuzz {
  private let terminal: PseudoTerminal
  private let mix: KeyMix
  private let editor: LineEditor
  private var random: SplitMix
  private var keysLeft = 0
  private var log: [String] = []
  private var wrong: [String] = []
  private var printed: [String: [Emulator.Cell]] = [:]

  init(columns: Int, rows: Int, mix: KeyMix) {
    terminal = PseudoTerminal(columns: columns, rows: rows)
    self.mix = mix
    random = SplitMix(state: UInt64(columns))
    let setup = DrivenEditor.Setup(
      history: ["surplus ytd by partner", "(exports\nby hs2)", "中文 中文 中文"])
    editor = DrivenEditor.makeEditor(setup, device: terminal.device)
  }

  /// The keys before each wrong screen, and what was wrong.
  func run(keys: Int) -> [String] {
    keysLeft = keys
    editor.interactive?.input.willWait = { [unowned self] count in
      writeAll("\u{1B}]\(count)\u{07}", to: terminal.device)
      guard terminal.waitForMark(String(count)) else { return wrong.append("no answer") }
      check()
      typeNext()
    }
    while keysLeft >= 0 {
      _ = editor.readLine(prompt: Prompt(StyledText("> ", "1;32"), continuation: ". "))
    }
    editor.interactive?.input.willWait = nil
    return wrong
  }

  private func typeNext() {
    keysLeft -= 1
    guard keysLeft >= 0, wrong.isEmpty else {
      keysLeft = -1
      return terminal.hangUp()
    }
    let isText = Int.random(in: 0..<10, using: &random) < 6
    let key = (isText ? mix.texts : KeyMix.editing).randomElement(using: &random) ?? "a"
    log.append(key.debugDescription)
    terminal.type(key)
  }

  private func check() {
    guard let interactive = editor.interactive else { return wrong.append("not interactive") }
    let shown = interactive.canvas.shown
    let emulator = terminal.emulator
    let top = emulator.row - shown.cursor.row
    let isInside = top >= 0 && top + shown.rows.count <= emulator.rows
    guard isInside, emulator.column == shown.cursor.column else {
      return complain("the cursor is at \(emulator.row), \(emulator.column)", shown)
    }
    for row in top..<emulator.rows {
      let expected =
        row - top < shown.rows.count
        ? cells(of: shown.rows[row - top]) : Emulator(columns: emulator.columns, rows: 1).cells[0]
      if emulator.cells[row] != expected { complain("row \(row)", shown) }
    }
    if interactive.panel == nil, mix.name == KeyMix.ascii.name { checkText(interactive, top) }
  }

  /// The cells of one row that is printed alone.
  private func cells(of row: Row) -> [Emulator.Cell] {
    if let known = printed[row.bytes] { return known }
    var alone = Emulator(columns: terminal.emulator.columns, rows: 1)
    let isFull = row.width >= alone.columns
    alone.feed(Array(("\u{1B}[?7l" + row.bytes + (isFull ? "" : "\u{1B}[K")).utf8))
    printed[row.bytes] = alone.cells[0]
    return alone.cells[0]
  }

  /// The layout itself, against the simplest one.
  private func checkText(_ interactive: InteractiveEditor, _ top: Int) {
    let text = interactive.engine.text
    guard text.allSatisfy({ $0.value >= 0x20 && $0.value < 0x7F || $0 == "\n" }) else { return }
    let simplest = SimplestLayout(
      text,
      cursor: interactive.engine.cursor,
      columns: terminal.emulator.columns
    )
    guard simplest.rows.count < terminal.emulator.rows else { return }
    let actual = terminal.emulator.cells[top...].map { $0.map(\.text).joined() }
    let isLaidOut = zip(simplest.rows, actual).allSatisfy { $1.hasPrefix($0) }
    if !isLaidOut { complain("the text is not laid out", interactive.canvas.shown) }
    let cursor = Position(row: terminal.emulator.row - top, column: terminal.emulator.column)
    if cursor != simplest.cursor { complain("the cursor is wrong", interactive.canvas.shown) }
  }

  private func complain(_ what: String, _ shown: Picture) {
    let keys = log.suffix(12).joined(separator: " ")
    let rows = shown.rows.map(\.bytes.debugDescription).joined(separator: "\n")
    wrong.append("\(what) after \(keys)\n\(terminal.screen)\n\(rows) \(shown.cursor)")
  }
}

/// ASCII text laid out one character at a time, with a prompt of two characters in each line.
private struct SimplestLayout {
  private(set) var rows: [String] = ["> "]
  private(set) var cursor = Position()

  init(_ text: [Unicode.Scalar], cursor: Int, columns: Int) {
    for (index, scalar) in (text + ["\n"]).enumerated() {
      let isAtEdge = rows[rows.count - 1].count == columns
      if index == cursor {
        if isAtEdge { rows.append("") }
        self.cursor = Position(row: rows.count - 1, column: rows[rows.count - 1].count)
      }
      if scalar == "\n" {
        if index < text.count { rows.append(". ") }
      } else {
        if isAtEdge, index != cursor { rows.append("") }
        rows[rows.count - 1].unicodeScalars.append(scalar)
      }
    }
  }
}
