import Glibc

/// Entries as they come, for pipes and for terminals that cannot be drawn on.
final class PlainReader {
  private let input: KeyInput
  private let isComplete: (String) -> Bool

  /// Where the prompt goes, when the other side is a terminal: its own echo shows the text.
  private let promptOutput: Int32?

  init(input: KeyInput, isComplete: @escaping (String) -> Bool, promptOutput: Int32?) {
    self.input = input
    self.isComplete = isComplete
    self.promptOutput = promptOutput
  }

  func readLine(prompt: Prompt) -> Outcome {
    show(prompt.first)
    var text = String.UnicodeScalarView()
    while true {
      switch input.next(asText: true) {
      case .key(.enter):
        if text.last == "\r" { text.removeLast() }
        let entry = String(text)
        if isComplete(entry) { return .line(entry) }
        text.append("\n")
        show(prompt.continuation)
      case .key(let key):
        if let scalar = Unicode.Scalar(key.rawValue) { text.append(scalar) }
      case .end:
        show("\n")
        return text.isEmpty ? .end : .line(String(text))
      case .signal:
        guard Signals.take().contains(SIGINT) else { continue }
        Signals.reset()
        show("\n")
        return .interrupted
      }
    }
  }

  private func show(_ prompt: StyledText) {
    if let promptOutput { writeAll(prompt.plain, to: promptOutput) }
  }
}
