/// What one thread knows of the codes of short texts: a hash table of texts of up to seven bytes.
struct ShortCodes {
  private var words: MutableBlock<UInt64>
  private var codes: MutableBlock<UInt16>
  private var mask: Int
  private var count = 0
  private var lastWord: UInt64 = 0
  private var lastCode: UInt16 = 0

  init() {
    words = MutableBlock(count: 1 << 12)
    codes = MutableBlock(count: 1 << 12)
    mask = (1 << 12) - 1
  }

  /// The code of a text that is a number of bytes, not all zero; `find` is asked once for each.
  @inline(__always)
  mutating func code(_ word: UInt64, find: (UInt64) -> UInt16) -> UInt16 {
    if word == lastWord { return lastCode }
    lastWord = word
    var slot = start(word)
    let words = words.start
    while words[slot] != 0 {
      if words[slot] == word {
        lastCode = codes.start[slot]
        return lastCode
      }
      slot = (slot + 1) & mask
    }
    lastCode = find(word)
    add(word, lastCode, at: slot)
    return lastCode
  }

  @inline(__always)
  private func start(_ word: UInt64) -> Int {
    Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
  }

  @inline(never)
  private mutating func add(_ word: UInt64, _ code: UInt16, at slot: Int) {
    words.start[slot] = word
    codes.start[slot] = code
    count += 1
    if 2 * count > words.count { grow() }
  }

  private mutating func grow() {
    let known = (0...mask).map { (words.start[$0], codes.start[$0]) }.filter { $0.0 != 0 }
    words = MutableBlock(count: words.count * 2)
    codes = MutableBlock(count: words.count)
    mask = words.count - 1
    for (word, code) in known {
      var slot = start(word)
      while words.start[slot] != 0 { slot = (slot + 1) & mask }
      words.start[slot] = word
      codes.start[slot] = code
    }
  }
}
