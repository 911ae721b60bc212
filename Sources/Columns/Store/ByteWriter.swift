/// Numbers and texts as bytes, lowest byte first.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) { put(UInt64(bitPattern: Int64(number))) }

  mutating func put(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }

  mutating func put(_ block: [UInt8]) {
    put(block.count)
    bytes.append(contentsOf: block)
  }

  mutating func put(_ numbers: [Int]) {
    put(numbers.count)
    for number in numbers { put(number) }
  }
}

/// Reads what a ``ByteWriter`` wrote; bytes that end too early or make no sense are an error.
struct ByteReader {
  struct Malformed: Error {}

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func unsigned() throws(Malformed) -> UInt64 {
    guard bytes.count - position >= 8 else { throw Malformed() }
    defer { position += 8 }
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  mutating func number() throws(Malformed) -> Int {
    Int(Int64(bitPattern: try unsigned()))
  }

  /// A number that is not negative and at most `limit`.
  mutating func count(upTo limit: Int = Int.max) throws(Malformed) -> Int {
    let count = try number()
    guard count >= 0, count <= limit else { throw Malformed() }
    return count
  }

  /// How many elements follow; as many as there are bytes for behind the number itself.
  private mutating func length(ofEach size: Int) throws(Malformed) -> Int {
    let count = try number()
    guard count >= 0, count <= (bytes.count - position) / size else { throw Malformed() }
    return count
  }

  mutating func block() throws(Malformed) -> [UInt8] {
    let count = try length(ofEach: 1)
    defer { position += count }
    return Array(bytes[position..<position + count])
  }

  mutating func text() throws(Malformed) -> String {
    let count = try length(ofEach: 1)
    defer { position += count }
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }

  mutating func numbers() throws(Malformed) -> [Int] {
    let count = try length(ofEach: 8)
    var numbers: [Int] = []
    for _ in 0..<count { numbers.append(try number()) }
    return numbers
  }
}
