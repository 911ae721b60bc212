import Testing

@testable import LineEditing

@Suite struct ColourTests {
  @Test(
    arguments: [
      (["TERM": "xterm-256color"], ColourDepth.palette),
      (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .full),
      (["TERM": "linux"], .basic),
      (["TERM": "dumb"], .none),
      ([:], .none),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], .none),
      (["TERM": "xterm-256color", "NO_COLOR": ""], .palette),
    ])
  func `the environment says how many colours there are`(
    environment: [String: String],
    depth: ColourDepth
  ) {
    #expect(ColourDepth { environment[$0] } == depth)
  }

  @Test func `colours become the nearest ones that there are`() {
    let style = "1;38;2;255;80;70;4"
    #expect(ColourDepth.full.reduce(style) == style)
    #expect(ColourDepth.palette.reduce(style) == "1;38;5;203;4")
    #expect(ColourDepth.basic.reduce(style) == "1;91;4")
    #expect(ColourDepth.none.reduce(style) == "1;4")
    #expect(ColourDepth.basic.reduce("38;5;33") == "94")
    #expect(ColourDepth.palette.reduce("48;5;240;2") == "48;5;240;2")
    #expect(ColourDepth.none.reduce("34;7") == "7")
    #expect(ColourDepth.none.reduce("34") == "")
  }
}
