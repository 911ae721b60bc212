/// A CSV file that can be imported: a plain one, one packed by gzip, or what comes out of a pipe.
package struct CSVSource {
  package static let comma = UInt8(ascii: ",")

  let input: any CSVInput

  /// The names of the fields.
  package var header: [String] { input.header }

  /// Opens a file, or the standard input under the name `-`.
  ///
  /// `isCancelled` is asked while a pipe lets wait.
  package init(
    _ path: String,
    separator: UInt8 = comma,
    isCancelled: () -> Bool = { false }
  ) throws(StoreError) {
    let file = try path == "-" ? File.standardInput() : File(path, .read)
    input =
      if try file.isSeekable, try !ByteStream.isPacked(file) {
        try CSVReader(file, separator: separator)
      } else {
        try CSVStream(
          ByteStream(file, isCancelled: isCancelled),
          separator: separator,
          isCancelled: isCancelled
        )
      }
  }
}

/// The lines of a CSV file behind its header.
protocol CSVInput {
  var header: [String] { get }

  /// Hands all lines to the parsers, one a thread; `isCancelled` and `progress` are called in
  /// between, on the calling thread.
  func read(
    _ parsers: [LineParser],
    progress: (ImportProgress) -> Void,
    isCancelled: () -> Bool
  ) throws(StoreError) -> CSVImportReport
}

/// The first line of a CSV file: the names of its fields.
struct CSVHeader {
  /// Bytes of the longest line that is sure to be read.
  static let longestLine = 1 << 16

  let names: [String]
  /// Where the first line behind it begins.
  let end: Int

  /// Reads the header at the beginning of some bytes.
  init(_ bytes: ArraySlice<UInt8>, separator: UInt8, path: String) throws(StoreError) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = bytes.startIndex + (bytes.starts(with: mark) ? mark.count : 0)
    let lineBreak = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    let hasReturn = lineBreak > start && bytes[lineBreak - 1] == 0x0D
    let lineEnd = hasReturn ? lineBreak - 1 : lineBreak
    guard lineEnd > start else { throw .noHeader(path: path) }
    names = bytes[start..<lineEnd].split(separator: separator, omittingEmptySubsequences: false)
      .map { name in
        let text = String(decoding: name, as: UTF8.self)
        let isQuoted = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
        return isQuoted ? String(text.dropFirst().dropLast()) : text
      }
    end = min(lineBreak + 1, bytes.endIndex) - bytes.startIndex
  }
}
