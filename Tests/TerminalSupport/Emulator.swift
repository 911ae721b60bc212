import CEditline

/// A small terminal: bytes go in, cells and a cursor come out.
///
/// It works by scalars, as simple terminals do, and asks the C library for their widths, so that it
/// shares no code with what it tests. A sequence that it does not know is kept, for the test to fail.
package struct Emulator {
  package struct Cell: Equatable {
    package var text = " "
    package var style = ""
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  package private(set) var cells: [[Cell]]
  package private(set) var row = 0
  package private(set) var column = 0
  package private(set) var marks: [String] = []
  package private(set) var unknownSequences: [String] = []

  private var style = ""
  private var wraps = true
  private var waitsAtEdge = false
  private var saved = (row: 0, column: 0)
  private var held: ArraySlice<UInt8> = []

  package init(columns: Int, rows: Int) {
    setlocale(LC_CTYPE, "C.UTF-8")
    (self.columns, self.rows) = (columns, rows)
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The rows as text, without the empty ones at the end.
  package var screen: [String] {
    var screen = cells.map { row in
      var text = row.map(\.text).joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while screen.last == "" { screen.removeLast() }
    return screen
  }

  /// Takes another size as terminals without reflow do: rows are cut or filled.
  package mutating func resize(columns: Int, rows: Int) {
    let blank = Array(repeating: Cell(), count: columns)
    cells = (0..<rows).map { row in
      row < cells.count ? Array((cells[row] + blank).prefix(columns)) : blank
    }
    (self.columns, self.rows, waitsAtEdge) = (columns, rows, false)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  /// The part of a row that has a style.
  package func text(_ row: Int, styled style: String) -> String {
    cells[row].filter { $0.style == style }.map(\.text).joined()
  }

  package mutating func feed(_ bytes: some Sequence<UInt8>) {
    held += bytes
    // What ends in the middle of a character or a sequence waits for its rest.
    while let length = itemLength() {
      take(held.prefix(length))
      held = held.dropFirst(length)
    }
    held = Array(held)[...]
  }

  private func itemLength() -> Int? {
    guard let first = held.first else { return nil }
    if first == 0x1B { return sequenceLength() }
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return held.count >= length ? length : nil
  }

  private func sequenceLength() -> Int? {
    let start = held.startIndex
    guard held.count > 1 else { return nil }
    switch held[start + 1] {
    case UInt8(ascii: "["):
      return held.dropFirst(2).firstIndex { 0x40...0x7E ~= $0 }.map { $0 + 1 - start }
    case UInt8(ascii: "]"): return held.firstIndex(of: 7).map { $0 + 1 - start }
    default: return 2
    }
  }

  private mutating func take(_ item: ArraySlice<UInt8>) {
    let first = item[item.startIndex]
    if first >= 0x20, first < 0x7F { return put(Unicode.Scalar(first)) }
    let text = String(decoding: item, as: UTF8.self)
    switch first {
    case 0x1B: obey(text)
    case 0x0D: moveTo(row, 0)
    case 0x0A: moveDown()
    case 0x07: break
    default: for scalar in text.unicodeScalars { put(scalar) }
    }
  }

  private mutating func obey(_ sequence: String) {
    if sequence.hasPrefix("\u{1B}]") {
      marks.append(String(sequence.dropFirst(2).dropLast()))
      return
    }
    let final = sequence.last ?? " "
    if sequence.hasPrefix("\u{1B}[") {
      control(String(sequence.dropFirst(2).dropLast()), final)
    } else if final == "7" {
      saved = (row, column)
    } else if final == "8" {
      moveTo(saved.row, saved.column)
    } else if final != "=", final != ">" {
      unknownSequences.append(sequence)
    }
  }

  private mutating func control(_ parameters: String, _ final: Character) {
    let number = max(1, Int(parameters) ?? 1)
    switch final {
    case "A": moveTo(max(0, row - number), column)
    case "B": moveTo(min(rows - 1, row + number), column)
    case "G": moveTo(row, min(columns, number) - 1)
    case "H": moveTo(0, 0)
    case "K":
      clear(row, from: parameters == "2" ? 0 : column)
    case "J":
      if parameters.isEmpty { clear(row, from: column) }
      for other in 0..<rows where parameters == "2" || other > row { clear(other, from: 0) }
    case "m":
      style = parameters.hasPrefix("0;") ? String(parameters.dropFirst(2)) : parameters
      if style == "0" { style = "" }
    case "h", "l":
      if parameters == "?7" { wraps = final == "h" }
    default: unknownSequences.append("\u{1B}[\(parameters)\(final)")
    }
  }

  private mutating func moveTo(_ row: Int, _ column: Int) {
    (self.row, self.column, waitsAtEdge) = (row, column, false)
  }

  private mutating func clear(_ row: Int, from start: Int) {
    for column in start..<columns { cells[row][column] = Cell() }
  }

  private mutating func moveDown() {
    waitsAtEdge = false
    guard row == rows - 1 else {
      row += 1
      return
    }
    cells.removeFirst()
    cells.append(Array(repeating: Cell(), count: columns))
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let isPlain = scalar.value >= 0x20 && scalar.value < 0x7F
    let width = isPlain ? 1 : Int(editline_wcwidth(wchar_t(bitPattern: scalar.value)))
    if width <= 0 { return combine(scalar) }
    if waitsAtEdge || column + width > columns {
      if wraps {
        moveDown()
        column = 0
      } else {
        column = columns - width
      }
    }
    for offset in 0..<width { erase(row, column + offset) }
    cells[row][column] = Cell(text: String(scalar), style: style)
    if width == 2 { cells[row][column + 1] = Cell(text: "", style: style) }
    column += width
    waitsAtEdge = column >= columns
    if waitsAtEdge { column = columns - 1 }
  }

  /// Half of a wide character does not stay when the other half is overwritten.
  private mutating func erase(_ row: Int, _ column: Int) {
    if cells[row][column].text.isEmpty, column > 0 { cells[row][column - 1].text = " " }
    if column + 1 < columns, cells[row][column + 1].text.isEmpty {
      cells[row][column + 1].text = " "
    }
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    var target = waitsAtEdge ? column : column - 1
    while target > 0, cells[row][target].text.isEmpty { target -= 1 }
    if target >= 0 { cells[row][target].text.unicodeScalars.append(scalar) }
  }
}
