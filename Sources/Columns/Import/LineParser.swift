/// Turns lines into rows; each thread has its own.
///
/// Lines whose wanted fields are short texts and plain numbers take the quick path, which looks at
/// eight bytes at a time. All others are cut into fields and read one by one.
final class LineParser: @unchecked Sendable {
  private let plan: FieldPlan
  private let texts: TextCodes
  private let target: RowTarget
  private let columnCount: Int
  private let known: UnsafeMutablePointer<ShortCodes>
  private let codes: UnsafeMutablePointer<UInt16>
  /// The quantity of the present line; zero where there is none.
  private var quantity: Int64 = 0

  /// What became of the lines of a piece of the file.
  struct Piece {
    var lineCount = 0
    var refusedCount = 0
    /// Lines counted from 0, the first of the piece.
    var refusals: [CSVImportReport.Refusal] = []

    /// One line that is too long to be read.
    static var tooLong: Piece {
      let refusal = CSVImportReport.Refusal(line: 0, reason: .tooLong)
      return Piece(lineCount: 1, refusedCount: 1, refusals: [refusal])
    }
  }

  init(_ plan: FieldPlan, _ texts: TextCodes, _ sink: RowSink, columnCount: Int) {
    self.plan = plan
    self.texts = texts
    self.columnCount = columnCount
    target = RowTarget(sink, texts, partColumn: plan.partColumn, columnCount: columnCount)
    known = .allocate(capacity: columnCount)
    codes = .allocate(capacity: columnCount)
    for column in 0..<columnCount { (known + column).initialize(to: ShortCodes()) }
    codes.initialize(repeating: 0, count: columnCount)
  }

  deinit {
    known.deinitialize(count: columnCount)
    known.deallocate()
    codes.deallocate()
  }

  var rowCount: Int { target.rowCount }

  /// Hands over rows that wait for their batch to fill.
  func finish() { target.finish() }

  /// Reads whole lines from `start` to `end`, where a line break lies before; after `end` at least
  /// 16 bytes can be read.
  func parse(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Piece {
    var piece = Piece()
    var position = start
    plan.roles.withUnsafeBufferPointer { roles in
      while position < end {
        var next = position
        if let value = quick(bytes, &next, roles) {
          if let reason = put(value) { refuse(reason, &piece) }
          position = skipLine(bytes, next, end)
        } else {
          next = skipLine(bytes, position, end)
          let line = UnsafeBufferPointer(start: bytes + position, count: next - 1 - position)
          if !line.isEmpty, line.count > 1 || line[0] != UInt8(ascii: "\r") {
            if let reason = careful(line) { refuse(reason, &piece) }
          }
          position = next
        }
        piece.lineCount += 1
      }
    }
    return piece
  }

  private func refuse(_ reason: CSVImportReport.Refusal.Reason, _ piece: inout Piece) {
    piece.refusedCount += 1
    guard piece.refusals.count < CSVImportReport.mostRefusals else { return }
    piece.refusals.append(CSVImportReport.Refusal(line: piece.lineCount, reason: reason))
  }

  /// The place behind the next line break.
  @inline(__always)
  private func skipLine(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var position = start
    while position < end {
      let marks = matches(word(bytes, position), lineBreaks)
      if marks != 0 { return position + marks.trailingZeroBitCount / 8 + 1 }
      position += 8
    }
    return end
  }

  /// The value of a regular line, whose codes then lie in `codes`; nil where it is not regular.
  @inline(__always)
  private func quick(
    _ bytes: UnsafePointer<UInt8>,
    _ position: inout Int,
    _ roles: UnsafeBufferPointer<FieldPlan.Role>
  ) -> Int64? {
    let separator = plan.separator
    let separators = UInt64(separator) &* 0x0101_0101_0101_0101
    let last = roles.count - 1
    var value: Int64 = 0
    for number in 0...last {
      switch roles[number] {
      case .key(let column):
        let text = word(bytes, position)
        let marks = matches(text, separators) | matches(text, lineBreaks)
        let bits = marks.trailingZeroBitCount & ~7
        guard marks != 0, bits > 0, text & 0xFF != 0x22 else { return nil }
        let short = text & ((1 &<< UInt64(bits)) &- 1)
        let end = short &>> UInt64(bits - 8)
        guard end != 0, end != 0x0D else { return nil }
        codes[column] = known[column].code(short) { self.find($0, column) }
        position += bits / 8
      case .value:
        guard let number = plan.decimals.plain(bytes, &position) else { return nil }
        value = number
      case .quantity:
        if bytes[position] == separator || bytes[position] == 0x0A || bytes[position] == 0x0D {
          quantity = 0
        } else {
          guard let number = plan.quantityDecimals.plain(bytes, &position) else { return nil }
          quantity = number
        }
      case .skip:
        if bytes[position] == 0x22 { return nil }
        while bytes[position] != separator, bytes[position] != 0x0A { position += 1 }
      }
      let mark = bytes[position]
      if mark == separator {
        position += 1
      } else {
        // The last wanted field may end the line; others may not.
        guard number == last, mark == 0x0A || mark == 0x0D else { return nil }
      }
    }
    return value
  }

  @inline(never)
  private func find(_ word: UInt64, _ column: Int) -> UInt16 {
    let text = withUnsafeBytes(of: word.littleEndian) { bytes in
      String(decoding: bytes.prefix((71 - word.leadingZeroBitCount) / 8), as: UTF8.self)
    }
    return texts.code(of: text, column)
  }

  private func careful(_ line: UnsafeBufferPointer<UInt8>) -> CSVImportReport.Refusal.Reason? {
    guard let fields = plan.fields(of: line) else { return .openQuote }
    guard fields.count >= plan.roles.count else { return .missingField }
    var value: Int64 = 0
    for (role, field) in zip(plan.roles, fields) {
      switch role {
      case .skip: continue
      case .key(let column):
        guard !field.isEmpty else { return .emptyKey(column: column) }
        codes[column] = texts.code(of: String(decoding: field, as: UTF8.self), column)
      case .value:
        guard !field.isEmpty else { return .emptyValue }
        switch plan.decimals.any(field) {
        case .value(let number): value = number
        case .refused(let reason): return reason
        }
      case .quantity:
        quantity = 0
        guard field.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
        guard case .value(let number) = plan.quantityDecimals.any(field) else {
          return .unreadableQuantity
        }
        quantity = number
      }
    }
    return put(value)
  }

  /// Puts the row of the present codes where it belongs.
  @inline(__always)
  private func put(_ value: Int64) -> CSVImportReport.Refusal.Reason? {
    for column in 0..<columnCount where codes[column] == TextCodes.refused {
      return .unacceptedKey(column: column)
    }
    target.put(codes, value, quantity: quantity)
    return nil
  }
}

private let lineBreaks: UInt64 = 0x0A0A_0A0A_0A0A_0A0A

@inline(__always)
private func word(_ bytes: UnsafePointer<UInt8>, _ position: Int) -> UInt64 {
  UnsafeRawPointer(bytes + position).loadUnaligned(as: UInt64.self).littleEndian
}

/// The highest bit of every byte that equals those of the pattern; bits above the first match may
/// lie.
@inline(__always)
private func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
  let difference = word ^ pattern
  return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
}
