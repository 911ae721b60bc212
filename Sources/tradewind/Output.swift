import Engine
import Guidance
import LineEditing
import Reports
import Shell

/// Where answers go: standard output for answers, standard error for diagnostics.
struct Output {
  var format: String
  /// True where bold and colour may be used at all.
  var styles: Bool
  var colours: Bool

  /// The command for answers taller than the screen, empty for the usual one; nil: none.
  var pager: String?

  /// How the terminal takes bitmaps, found out when the first is to be shown; nil: not at all.
  var images: () -> ImageProtocol? = { nil }

  /// The parameters of roles that look otherwise than by default.
  private var palette: [Reports.StyledText.Role: String] = [:]

  init(format: String, looks: Looks) {
    self.format = format
    (styles, colours, palette) = (looks.styles, looks.depth > .none, looks.palette)
  }

  /// Takes up other looks, and another pager.
  mutating func apply(_ looks: Looks, pager: String?) {
    (styles, colours, palette) = (looks.styles, looks.depth > .none, looks.palette)
    self.pager = pager
  }

  /// Says how long an answer took.
  func show(seconds: Double) {
    let text =
      seconds < 1 ? "\(Int((seconds * 1000).rounded())) ms" : "\((seconds * 100).rounded() / 100) s"
    write(painted(Reports.StyledText([.init(text, as: .dim)])), to: 2)
  }

  func show(_ reply: Reply, input: String, width: Int) {
    let page = reply.page.map(self.page) ?? ""
    guard let answer = reply.answer else { return write(page, to: 1) }
    if format == "text", answer.isDrawn, let images = images(),
      let drawing = InlineDrawing(answer, by: images, width: width)
    {
      write(painted(drawing.before, isPlain: false, ending: "\n"), to: 1)
      write(drawing.image, to: 1)
      return write(painted(drawing.after, isPlain: false, ending: "\n") + page, to: 1)
    }
    let text = text(answer, input: input, width: width) + page
    guard let pager else { return write(text, to: 1) }
    Pager.show(text, command: pager)
  }

  /// An answer in the format chosen, with its line endings.
  func text(_ answer: Answer, input: String, width: Int) -> String {
    let name = format == "text" ? answer.form ?? "text" : format
    let writer: any Writer.Type = Reports.writer(named: name) ?? TextWriter.self
    let text = writer.text(of: answer, on: Page(input: input, width: width))
    return painted(text, isPlain: !writer.isStyled, ending: writer.lineEnding)
  }

  /// What a lesson says, in the format chosen.
  private func page(_ page: Reports.StyledText) -> String {
    guard format == "text" else {
      return text(Answer(reading: "", content: .text(page.plainLines)), input: "", width: 80)
    }
    return painted(page, isPlain: false, ending: "\n")
  }

  func show(_ diagnostic: Diagnostic, input: String, width: Int) {
    let writer: any Writer.Type = Reports.writer(named: format) ?? TextWriter.self
    let text = writer.text(of: diagnostic, on: Page(input: input, width: width))
    let isData = format == "json"
    write(
      painted(text, isPlain: isData, ending: "\n", isTerminal: Terminal.isTerminal(2)),
      to: isData ? 1 : 2
    )
  }

  /// What is no answer, such as a report, on standard output.
  func painted(_ text: Reports.StyledText) -> String {
    painted(text, isPlain: false, ending: "\n")
  }

  private func painted(
    _ text: Reports.StyledText,
    isPlain: Bool,
    ending: String,
    isTerminal: Bool = true
  ) -> String {
    guard styles, !isPlain, isTerminal else {
      return PlainPainter().paint(text, lineEnding: ending)
    }
    return ANSIPainter(usesColour: colours, palette: palette).paint(text, lineEnding: ending)
  }
}

/// The canonical name of a format; nil where there is none.
func writerName(_ name: String) -> String? { writer(named: name)?.entry.name }
