/// How the codes of a row inside its block fit into one number that sorts as the rows should lie.
///
/// From the highest bits down: last outer column, line, inner, loose columns.
struct KeyLayout: Sendable {
  struct Field: Sendable {
    var column: Int
    var shift: Int
    var bits: Int

    func code<Key: FixedWidthInteger>(_ key: Key) -> Int {
      Int(truncatingIfNeeded: (key >> Key(shift)) & ((1 << Key(bits)) - 1))
    }
  }

  let slice: Field
  let line: Field
  let inner: Field
  let loose: [Field]
  let bits: Int

  init(_ shape: Shape) throws(StoreError) {
    var shift = 0
    func field(_ column: Int) -> Field {
      let greatest = max(shape.cardinalities[column], 1) - 1
      let bits = Int.bitWidth - greatest.leadingZeroBitCount
      defer { shift += bits }
      return Field(column: column, shift: shift, bits: bits)
    }
    loose = shape.loose.reversed().map(field).reversed()
    inner = field(shape.order.inner)
    line = field(shape.order.line)
    slice = field(shape.order.outer[shape.order.outer.count - 1])
    bits = shift
    guard bits < UInt64.bitWidth else { throw .tooManyKeys }
  }

  var fields: [Field] { [slice, line, inner] + loose }

  /// Bits below the line: rows of one run differ only here.
  var bitsInRun: Int { line.shift }
}
