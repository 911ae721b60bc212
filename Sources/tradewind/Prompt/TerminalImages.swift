import LineEditing
import Shell

/// Finds out once, when the first drawing is due, whether the terminal shows bitmaps.
final class TerminalImages {
  private var isKnown = false
  private var form: ImageProtocol?

  /// By the environment or, where that says nothing, by the terminal's answer, for which it has
  /// a tenth of a second.
  func images() -> ImageProtocol? {
    guard !isKnown else { return form }
    isKnown = true
    form = ImageProtocol.named(by: variable)
    if form == nil, ImageProtocol.mayAsk(variable),
      let answer = Terminal.answer(to: "\u{1B}[c", endingWith: "c", milliseconds: 100)
    {
      form = ImageProtocol(deviceAttributes: answer)
    }
    return form
  }
}
