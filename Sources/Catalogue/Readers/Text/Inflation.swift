import CZlib

/// Unpacks what zlib packs: gzip files, and the members of zip archives.
enum Inflation {
  /// How the packed bytes begin.
  enum Wrapping { case gzip, bare }

  /// Why nothing came out.
  enum Failure: Error { case damaged, cutOff, tooLarge }

  /// The unpacked bytes; several gzip streams one behind the other are one file.
  static func bytes(
    of packed: ArraySlice<UInt8>,
    _ wrapping: Wrapping,
    atMost limit: Int
  ) throws(Failure) -> [UInt8] {
    var input = Array(packed)
    var result: [UInt8] = []
    var position = 0
    repeat {
      position += try unpack(&input, from: position, wrapping, limit, into: &result)
      // What fills a tape up behind the last stream is no stream.
    } while wrapping == .gzip && input[position...].starts(with: [0x1F, 0x8B])
    return result
  }

  /// Unpacks one stream; gives how many bytes it took.
  private static func unpack(
    _ input: inout [UInt8],
    from start: Int,
    _ wrapping: Wrapping,
    _ limit: Int,
    into result: inout [UInt8]
  ) throws(Failure) -> Int {
    var stream = z_stream()
    let begun = wrapping == .gzip ? zlib_begin_any(&stream) : zlib_begin_bare(&stream)
    guard begun == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var taken = 0
    while true {
      let left = input.count - start - taken
      let given = min(left, 1 << 20)
      let (status, used, made) = input.withUnsafeMutableBufferPointer { input in
        buffer.withUnsafeMutableBufferPointer { output in
          stream.next_in = input.baseAddress.map { $0 + start + taken }
          stream.avail_in = UInt32(given)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          let status = inflate(&stream, Z_NO_FLUSH)
          return (status, given - Int(stream.avail_in), output.count - Int(stream.avail_out))
        }
      }
      taken += used
      guard result.count + made <= limit else { throw .tooLarge }
      result += buffer[..<made]
      switch status {
      case Z_STREAM_END: return taken
      case Z_OK where used > 0 || made > 0: continue
      case Z_OK, Z_BUF_ERROR: throw .cutOff
      default: throw .damaged
      }
    }
  }
}
