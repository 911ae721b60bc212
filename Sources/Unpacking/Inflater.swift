import CZlib

/// Unpacks what zlib packed, piece by piece.
package final class Inflater {
  /// How the packed bytes begin.
  package enum Wrapping: Sendable { case gzip, bare }

  /// Why nothing came out.
  package enum Failure: Error { case damaged, cutOff, tooLarge }

  /// What one piece gave.
  package struct Step {
    /// Packed bytes that were used, and unpacked ones that were made.
    package var taken: Int
    package var made: Int
    /// Whether the stream ends here; what follows may be another.
    package var isEnd: Bool
  }

  /// The two bytes that a gzip stream begins with.
  package static let gzipMark: [UInt8] = [0x1F, 0x8B]

  // zlib keeps the address of the stream, so that it may not move.
  private let stream: UnsafeMutablePointer<z_stream>

  package init(_ wrapping: Wrapping) throws(Failure) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let begun = wrapping == .gzip ? zlib_begin_any(stream) : zlib_begin_bare(stream)
    guard begun == Z_OK else { throw .damaged }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Gets ready for another stream of the same kind.
  package func beginAnew() { inflateReset(stream) }

  /// Unpacks from the beginning of `input` what `output` has room for.
  ///
  /// Nothing is taken and nothing made where more input is needed.
  package func unpack(
    _ input: UnsafeBufferPointer<UInt8>,
    into output: UnsafeMutableBufferPointer<UInt8>
  ) throws(Failure) -> Step {
    let given = min(input.count, 1 << 30)
    let room = min(output.count, 1 << 30)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(given)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(room)
    let status = inflate(stream, Z_NO_FLUSH)
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else { throw .damaged }
    return Step(
      taken: given - Int(stream.pointee.avail_in),
      made: room - Int(stream.pointee.avail_out),
      isEnd: status == Z_STREAM_END
    )
  }

  /// The same for bytes in arrays.
  func unpack(_ input: ArraySlice<UInt8>, into output: inout [UInt8]) throws(Failure) -> Step {
    let result = input.withUnsafeBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        Result { () throws(Failure) in try unpack(input, into: output) }
      }
    }
    return try result.get()
  }
}
