extension InteractiveEditor {
  /// Inserts what is pasted at once, without its last line end: nothing runs before Enter.
  func insertPasted() {
    var text = readPasted()
    while text.last?.isNewline == true { text.removeLast() }
    insert(text)
  }

  /// Reads a bracketed paste to its end.
  func readPasted() -> String {
    var scalars: [Unicode.Scalar] = []
    let end = Array("\u{1B}[201~".unicodeScalars)
    while let key = nextKey(asText: true), let scalar = Unicode.Scalar(key.rawValue) {
      scalars.append(scalar)
      if scalar == end.last, scalars.suffix(end.count) == end[...] {
        scalars.removeLast(end.count)
        break
      }
    }
    return cleaned(scalars)
  }

  /// Lines end in a newline, tabs stay, other control characters go.
  ///
  /// The editing modes swap carriage return and newline on their way in.
  private func cleaned(_ scalars: [Unicode.Scalar]) -> String {
    var text: [Unicode.Scalar] = []
    var last: Unicode.Scalar?
    for scalar in scalars {
      defer { last = scalar }
      switch scalar {
      case "\r" where last == "\n": continue
      case "\r", "\n": text.append("\n")
      case "\t": text.append(scalar)
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value): continue
      default: text.append(scalar)
      }
    }
    return String(text)
  }
}
