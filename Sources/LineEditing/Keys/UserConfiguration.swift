internal import CEditline
import Glibc

/// The lines of an `.editrc` file, split into words as libedit does.
///
/// libedit could read the file itself, but `bind -v` resets the whole map: the mode has to come
/// before the program's keys, and the user's other lines after them.
struct UserConfiguration {
  private(set) var modes: [[String]] = []
  private(set) var others: [[String]] = []

  init(path: String?) {
    guard let path, let file = fopen(path, "r") else { return }
    defer { fclose(file) }
    var buffer: [CChar] = Array(repeating: 0, count: 4096)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let line = String(decoding: bytes, as: UTF8.self)
      let words = UserConfiguration.words(of: line)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      let isBind = first == "bind" || first.hasSuffix(":bind")
      if isBind, words.count == 2, words[1] == "-v" || words[1] == "-e" {
        modes.append(words)
      } else {
        others.append(words)
      }
    }
  }

  private static func words(of line: String) -> [String] {
    guard let tokenizer = tok_winit(nil) else { return [] }
    defer { tok_wend(tokenizer) }
    var count: Int32 = 0
    var words: UnsafeMutablePointer<UnsafePointer<wchar_t>?>?
    guard tok_wstr(tokenizer, wide(line), &count, &words) == 0, let words else { return [] }
    return (0..<Int(count)).compactMap { index in
      guard let word = words[index] else { return nil }
      return String(wide: UnsafeBufferPointer(start: word, count: wcslen(word)))
    }
  }
}
