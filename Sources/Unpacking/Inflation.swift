/// Unpacks all that zlib packed at once: gzip files, and the members of zip archives.
package enum Inflation {
  /// The unpacked bytes; several gzip streams one behind the other are one file.
  package static func bytes(
    of packed: ArraySlice<UInt8>,
    _ wrapping: Inflater.Wrapping,
    atMost limit: Int
  ) throws(Inflater.Failure) -> [UInt8] {
    let inflater = try Inflater(wrapping)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var result: [UInt8] = []
    var rest = packed
    while true {
      let step = try inflater.unpack(rest, into: &buffer)
      rest = rest.dropFirst(step.taken)
      guard result.count + step.made <= limit else { throw .tooLarge }
      result += buffer[..<step.made]
      if step.isEnd {
        // What fills a tape up behind the last stream is no stream.
        guard wrapping == .gzip, rest.starts(with: Inflater.gzipMark) else { return result }
        inflater.beginAnew()
      } else if step.taken == 0, step.made == 0 {
        throw .cutOff
      }
    }
  }
}
