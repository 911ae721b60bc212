import Glibc

/// Bytes from a file descriptor, as keys.
final class KeyInput {
  enum Event: Equatable {
    case key(Key)
    case signal
    case end
  }

  private let descriptor: Int32
  private var bytes: [UInt8] = []
  private var head = 0
  private var isAtEnd = false

  /// How many bytes have been read in all.
  private var total = 0

  /// How many letters came since there was nothing to read.
  private var burst = 0

  /// Called with the number of bytes read so far whenever nothing is left but to wait: the tests
  /// know by it that the screen is finished.
  var willWait: ((Int) -> Void)?

  /// How long to wait for the rest of an escape sequence, in milliseconds.
  private let escapeDelay: Int32 = 30

  init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  private var buffered: Int { bytes.count - head }

  /// Whether a key can be read without waiting.
  var isPending: Bool { buffered > 0 || wait(0, forSignals: false) == .readable }

  /// Whether the last key is in the middle of text that came at once: something was pasted.
  var isFlooded: Bool { burst >= 8 && isPending }

  /// Forgets what was typed ahead.
  func discard() {
    bytes.removeAll()
    head = 0
  }

  /// The next key; escape sequences count as keys unless text is expected.
  func next(asText: Bool = false) -> Event {
    while true {
      if buffered == 0 {
        if isAtEnd { return .end }
        if wait(0, forSignals: true) == .nothing {
          burst = 0
          willWait?(total)
        }
        switch wait(-1, forSignals: true) {
        case .signal: return .signal
        case .nothing: continue
        case .readable: if !fill() { return .end }
        }
      }
      let byte = bytes[head]
      if byte == 0x1B, !asText { return .key(escapeSequence()) }
      if let scalar = scalar(beginningWith: byte) { return .key(Key(rawValue: scalar)) }
    }
  }

  private enum State {
    case readable
    case signal
    case nothing
  }

  private func wait(_ timeout: Int32, forSignals: Bool) -> State {
    var states = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeUp.reading, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&states, forSignals ? 2 : 1, timeout) > 0 else { return .nothing }
    if forSignals, states[1].revents != 0 { return .signal }
    return states[0].revents != 0 ? .readable : .nothing
  }

  /// Reads what is there; false at the end of the input.
  private func fill() -> Bool {
    bytes.removeFirst(head)
    head = 0
    var chunk: [UInt8] = Array(repeating: 0, count: 4096)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        bytes += chunk[..<count]
        total += count
        burst += chunk[..<count].count { $0 >= 0x20 }
        return true
      }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        _ = wait(-1, forSignals: false)
        continue
      }
      isAtEnd = true
      return false
    }
  }

  /// A byte further on, if it comes in time.
  private func byte(at offset: Int, within timeout: Int32) -> UInt8? {
    while buffered <= offset {
      guard !isAtEnd, wait(timeout, forSignals: false) == .readable, fill() else { return nil }
    }
    return bytes[head + offset]
  }

  /// Decodes UTF-8; what is not UTF-8, or has the number of one of our keys, is dropped.
  private func scalar(beginningWith byte: UInt8) -> UInt32? {
    let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
    guard length > 1 else {
      head += 1
      return length == 1 ? UInt32(byte) : nil
    }
    for offset in 1..<length {
      guard let next = self.byte(at: offset, within: 100), next & 0xC0 == 0x80 else {
        head += 1
        return nil
      }
    }
    let code = bytes[head..<(head + length)]
    guard let text = String(validating: code, as: UTF8.self), let scalar = text.unicodeScalars.first
    else {
      head += 1
      return nil
    }
    head += length
    return (0x80...0x9F).contains(scalar.value) ? nil : scalar.value
  }

  private func escapeSequence() -> Key {
    var sequence: [UInt8] = []
    while let byte = byte(at: 1 + sequence.count, within: escapeDelay) {
      sequence.append(byte)
      let isControl = sequence[0] == UInt8(ascii: "[")
      let isShort = sequence[0] == UInt8(ascii: "O")
      if !isControl, !isShort || sequence.count == 2 { break }
      if isControl, sequence.count > 1, 0x40...0x7E ~= byte || sequence.count > 32 { break }
    }
    if let key = Key(sequence: sequence) {
      head += 1 + sequence.count
      return key
    }
    guard sequence.first == UInt8(ascii: "["), sequence.count > 1 else {
      head += 1
      return .escape
    }
    head += 1 + sequence.count
    return .unknown
  }
}
