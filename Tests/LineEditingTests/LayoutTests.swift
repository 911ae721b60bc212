import Testing

@testable import LineEditing

@Suite struct LayoutTests {
  private func rows(_ scene: Scene, columns: Int, rows: Int = 10) -> [String] {
    let picture = scene.picture(size: .init(columns: columns, rows: rows), depth: .none)
    return picture.rows.map(\.bytes)
  }

  @Test func `a wide character that does not fit goes to the next row whole`() {
    #expect(rows(Scene(text: "ab中中"), columns: 7) == ["> ab中", "中"])
  }

  @Test func `the cursor at the end of a full row has a row of its own`() {
    let picture = Scene(text: "abcd", cursor: 4)
      .picture(size: .init(columns: 6, rows: 5), depth: .none)
    #expect(picture.rows.map(\.bytes) == ["> abcd", ""])
    #expect(picture.cursor == Position(row: 1, column: 0))
  }

  @Test func `an entry that is over has no such row`() {
    #expect(rows(Scene(text: "abcd"), columns: 6) == ["> abcd"])
  }

  @Test func `a wide prompt gives way on a narrow screen`() {
    let scene = Scene(prompt: Prompt("tradewind> ", continuation: "........ "), text: "a\nb")
    #expect(rows(scene, columns: 12) == ["> a", "b"])
    #expect(rows(scene, columns: 30) == ["tradewind> a", "........ b"])
  }

  @Test func `the right prompt shows only where it has room`() {
    var scene = Scene(text: "abc", right: "type")
    #expect(rows(scene, columns: 14) == ["> abc    type"])
    #expect(rows(scene, columns: 11) == ["> abc"])
    scene.text = "abcdefgh\nx"
    #expect(rows(scene, columns: 20) == ["> abcdefgh     type", "… x"])
  }

  @Test func `the ghost is cut at the end of the screen and of its line`() {
    var scene = Scene(text: "ab", cursor: 2)
    scene.ghost = StyledText("cdefghij")
    #expect(rows(scene, columns: 6, rows: 1) == ["> abcd"])
    scene.ghost = StyledText("c\nd")
    #expect(rows(scene, columns: 6) == ["> abc"])
  }

  @Test func `what cannot be seen is named`() {
    #expect(rows(Scene(text: "\u{1}\u{200B}"), columns: 20) == ["> \u{1B}[0;7m^A<200b>\u{1B}[0m"])
    #expect(rows(Scene(text: " \n\u{301}"), columns: 20) == [">  ", "… \u{25CC}\u{301}"])
  }

  @Test func `brackets match across lines and skip quoted text`() {
    let text = "(a\n[')'])"
    let quoted = [StyledRun(4..<7, .plain, isQuoted: true)]
    #expect(matchingBrackets(in: text, cursor: 0, runs: quoted) == [0, 8])
    #expect(matchingBrackets(in: text, cursor: 0, runs: []) == [0, 5])
    #expect(matchingBrackets(in: text, cursor: 9, runs: quoted) == [8, 0])
    #expect(matchingBrackets(in: text, cursor: 4, runs: quoted) == [3, 7])
    #expect(matchingBrackets(in: "((", cursor: 2, runs: []) == [])
  }

  @Test func `the selection walks through columns and comes round`() {
    var menu = CompletionMenu((0..<7).map { Candidate("item \($0)") }, typed: "")
    menu.selectNext(1)
    menu.selectBeside(1, columns: 22)
    #expect(menu.selected == 4)
    menu.selectNext(-1)
    menu.selectBeside(1, columns: 22)
    #expect(menu.selected == 3)
    menu.selectNext(1)
    menu.selectNext(1)
    menu.selectBeside(-1, columns: 22)
    #expect(menu.selected == 1)
  }
}
