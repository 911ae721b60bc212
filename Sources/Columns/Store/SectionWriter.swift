/// Writes the columns of parts behind each other.
struct SectionWriter {
  let file: File
  /// Where the next section goes.
  private(set) var offset: Int

  init(_ file: File, from offset: Int) {
    self.file = file
    self.offset = Section.padded(offset)
  }

  mutating func write<Element>(_ block: Block<Element>) throws(StoreError) -> Section {
    try write(UnsafeRawBufferPointer(start: block.start, count: block.byteCount))
  }

  mutating func write(_ codes: CodeBlock) throws(StoreError) -> Section {
    switch codes {
    case .narrow(let block): try write(block)
    case .middle(let block): try write(block)
    case .wide(let block): try write(block)
    }
  }

  mutating func write(_ values: ValueBlock) throws(StoreError) -> Section {
    switch values {
    case .narrow(let block): try write(block)
    case .wide(let block): try write(block)
    }
  }

  private mutating func write(_ bytes: UnsafeRawBufferPointer) throws(StoreError) -> Section {
    let whole = bytes.count / Seal.pageSize * Seal.pageSize
    let pages = UnsafeRawBufferPointer(rebasing: bytes[..<whole])
    var sums = checksums(of: pages)
    try file.write(pages, at: offset)
    if whole < bytes.count {
      var last = Array(bytes[whole...])
      last += [UInt8](repeating: 0, count: Section.padded(last.count) - last.count)
      sums.append(checksum(of: last))
      try put(last, at: offset + whole)
    }
    defer { offset += Section.padded(bytes.count) }
    return Section(offset: offset, byteCount: bytes.count, checksums: sums)
  }

  private func put(_ bytes: [UInt8], at offset: Int) throws(StoreError) {
    try file.put(bytes, at: offset)
  }
}

extension File {
  func put(_ bytes: [UInt8], at offset: Int) throws(StoreError) {
    let result = bytes.withUnsafeBytes { bytes -> Result<Void, StoreError> in
      Result { () throws(StoreError) in try write(bytes, at: offset) }
    }
    try result.get()
  }
}
