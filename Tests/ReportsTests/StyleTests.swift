import Testing

@testable import Reports

@Suite("Styled text")
struct StyleTests {
  private var line: StyledText.Line {
    var line = StyledText.Line("−28.6", as: .negative)
    line.append(" %")
    line.append(" note", as: .dim)
    return line
  }

  @Test("is plain without a terminal")
  func plain() {
    #expect(PlainPainter().paint(StyledText([line]), lineEnding: "\r\n") == "−28.6 % note\r\n")
  }

  @Test("is coloured by role on a terminal")
  func colour() {
    #expect(ANSIPainter().paint(line) == "\u{1B}[31m−28.6\u{1B}[0m %\u{1B}[2m note\u{1B}[0m")
  }

  @Test("keeps bold and dim where no colour is wanted")
  func noColour() {
    #expect(ANSIPainter(usesColour: false).paint(line) == "−28.6 %\u{1B}[2m note\u{1B}[0m")
  }

  @Test("never holds a control character")
  func controls() {
    let line = StyledText.Line("a\u{1B}[31mb\u{7}\n\u{202E}")
    #expect(line.plain == "a\\u{1B}[31mb\\u{7}\\u{A}\\u{202E}")
  }

  static let widths: [(String, Int)] = [
    ("abc", 3), ("中国", 4), ("한국", 4), ("e\u{301}", 1), ("😀", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2),
    ("−28.6", 5), ("▁█", 2), ("ﾊﾝ", 2), ("Ｗ", 2), ("", 0), ("한", 2),
  ]

  @Test("takes the columns that a terminal gives it", arguments: widths)
  func width(_ text: String, _ width: Int) {
    #expect(displayWidth(text) == width)
  }

  @Test("is cut to a width with an ellipsis")
  func truncation() {
    #expect(truncated("abcdef", to: 4) == "abc…")
    #expect(truncated("中国出口", to: 6) == "中国…")
    #expect(truncated("abc", to: 3) == "abc")
  }

  @Test("is broken between words, and within a word that is too long")
  func wrapping() {
    #expect(wrapped("one two  three", to: 8) == ["one two", "three"])
    #expect(wrapped("a 中国出口增长", to: 6) == ["a", "中国出", "口增长"])
    #expect(wrapped("", to: 6) == [""])
    #expect(wrapped("up by 9.1 % since", to: 10) == ["up by", "9.1 %", "since"])
    #expect(wrapped("a share in % of all", to: 10) == ["a share in", "% of all"])
  }

  @Test("is drawn as bars that keep to the width")
  func bars() {
    #expect(sparkline([1, nil, 2, 3], width: 10) == "▁ ▅█")
    #expect(sparkline([5, 5], width: 10) == "▄▄")
    #expect(sparkline([nil], width: 10).isEmpty)
    #expect(sparkline((0..<1000).map(Double.init), width: 8) == "▁▂▃▄▅▆▇█")
  }
}
