/// The line of backticks or tildes that opens a block, after the rules of CommonMark.
struct Fence: Equatable {
  var indentation: Int
  var mark: UInt8
  var count: Int
  /// Where the text behind the marks starts.
  var infoStart: Int

  /// Reads a line; nil where it opens no block.
  init?(_ line: ArraySlice<UInt8>) {
    let start = line.firstIndex { $0 != UInt8(ascii: " ") } ?? line.endIndex
    indentation = start - line.startIndex
    guard indentation <= 3, start < line.endIndex else { return nil }
    mark = line[start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let mark = mark
    infoStart = line[start...].firstIndex { $0 != mark } ?? line.endIndex
    count = infoStart - start
    guard count >= 3 else { return nil }
    // Backticks behind backticks are code within a line.
    if mark == UInt8(ascii: "`"), line[infoStart...].contains(mark) { return nil }
  }

  /// True for a line of at least as many of the same marks and nothing else.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    guard let other = Fence(line), other.mark == mark, other.count >= count else { return false }
    let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t")]
    return line[other.infoStart...].allSatisfy(blanks.contains)
  }
}
