/// A drawing of dots, several to a character cell.
package struct DotCanvas {
  /// How fine the dots are.
  package enum Raster: Sendable {
    /// Two by four dots a cell, in braille patterns.
    case braille
    /// Two by two dots a cell, in block elements, for fonts without braille.
    case blocks

    var columns: Int { 2 }
    var rows: Int { self == .braille ? 4 : 2 }
  }

  let raster: Raster
  let columns: Int
  let rows: Int

  /// A bit for each dot of a cell.
  private var dots: [UInt8]

  /// Which series was drawn in a cell last.
  private var owners: [UInt8]

  init(columns: Int, rows: Int, raster: Raster = .braille) {
    self.columns = columns
    self.rows = rows
    self.raster = raster
    dots = Array(repeating: 0, count: columns * rows)
    owners = dots
  }

  var dotColumns: Int { columns * raster.columns }
  var dotRows: Int { rows * raster.rows }

  /// Sets a dot, counted from the left and from the top.
  mutating func set(_ x: Int, _ y: Int, owner: Int = 0) {
    guard (0..<dotColumns).contains(x), (0..<dotRows).contains(y) else { return }
    let cell = y / raster.rows * columns + x / raster.columns
    dots[cell] |= raster.bit(x % raster.columns, y % raster.rows)
    owners[cell] = UInt8(truncatingIfNeeded: owner)
  }

  /// The character of a cell and the series that it belongs to; nil where there is no dot.
  func cell(_ column: Int, _ row: Int) -> (character: Character, owner: Int)? {
    let bits = dots[row * columns + column]
    guard bits != 0 else { return nil }
    return (raster.character(bits), Int(owners[row * columns + column]))
  }

  /// Joins two dots; `pen` counts the dots drawn so far and decides by `pattern` which are left out.
  mutating func line(
    from start: (x: Int, y: Int),
    to end: (x: Int, y: Int),
    pattern: LinePattern,
    pen: inout Int,
    owner: Int
  ) {
    var (x, y) = start
    let width = abs(end.x - x)
    let height = -abs(end.y - y)
    let right = x < end.x ? 1 : -1
    let down = y < end.y ? 1 : -1
    var error = width + height
    while true {
      if pattern.draws(pen) { set(x, y, owner: owner) }
      pen += 1
      if x == end.x, y == end.y { return }
      let doubled = 2 * error
      if doubled >= height {
        error += height
        x += right
      }
      if doubled <= width {
        error += width
        y += down
      }
    }
  }
}

/// Which dots of a line are drawn, so that lines can be told apart without colour.
struct LinePattern: Equatable {
  /// Lengths of what is drawn and what is left out, in turn; empty: all is drawn.
  var lengths: [Int]

  static let solid = LinePattern(lengths: [])
  static let forecast = LinePattern(lengths: [1, 2])

  /// The patterns of a first, second, third … series.
  static let ofSeries = [
    solid, LinePattern(lengths: [4, 3]), LinePattern(lengths: [1, 1]),
    LinePattern(lengths: [6, 2, 1, 2]), LinePattern(lengths: [2, 4]),
    LinePattern(lengths: [9, 3]),
  ]

  /// The patterns in three cells, for legends.
  static let samples = ["⠒⠒⠒", "⠒⠂⠒", "⠂⠂⠂", "⠒⠒⠂", "⠒ ⠒", "⠒⠒ "]

  func draws(_ pen: Int) -> Bool {
    let total = lengths.reduce(0, +)
    guard total > 0 else { return true }
    var left = pen % total
    for (i, length) in lengths.enumerated() {
      if left < length { return i % 2 == 0 }
      left -= length
    }
    return true
  }
}

extension DotCanvas.Raster {
  fileprivate func bit(_ x: Int, _ y: Int) -> UInt8 {
    switch self {
    // Braille counts the dots of the first three rows by column; the fourth row came later.
    case .braille: y == 3 ? (x == 0 ? 0x40 : 0x80) : 1 << UInt8(x * 3 + y)
    case .blocks: 1 << UInt8(y * 2 + x)
    }
  }

  fileprivate func character(_ bits: UInt8) -> Character {
    switch self {
    case .braille:
      Unicode.Scalar(0x2800 + UInt32(bits)).map(Character.init) ?? " "
    case .blocks: quadrants[Int(bits)]
    }
  }
}

/// Block elements by their dots: top left 1, top right 2, bottom left 4, bottom right 8.
private let quadrants: [Character] = [
  " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
]
