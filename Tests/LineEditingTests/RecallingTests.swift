import TerminalSupport
import Testing

@testable import LineEditing

extension TerminalTests {
  @Suite struct Recalling {
    let past = ["exports where x = 1", "surplus ytd by partner", "exports by hs2"]

    @Test func `ghost text shows the rest of an earlier entry, and does not stay`() {
      let editor = DrivenEditor(.init(history: past, entries: 2))
      editor.type("sur")
      #expect(editor.screen == ["> surplus ytd by partner"])
      #expect(editor.text(0, styled: "2") == "plus ytd by partner")
      #expect(editor.column == 5)
      editor.type(Keys.enter)
      #expect(editor.outcome() == .line("sur"))
      #expect(editor.screen == ["> sur", ">"])
    }

    @Test(arguments: [Keys.right, Keys.end, Keys.control("F"), Keys.control("E")])
    func `ghost text can be taken`(key: String) {
      let editor = DrivenEditor(.init(history: past))
      editor.type("sur", key)
      #expect(editor.text(0, styled: "2") == "")
      #expect(editor.finish() == .line("surplus ytd by partner"))
    }

    @Test func `ghost text can be taken word by word`() {
      let editor = DrivenEditor(.init(history: past))
      editor.type("sur", Keys.wordRight, Keys.wordRight, "\u{1B}f")
      #expect(editor.finish() == .line("surplus ytd by"))
    }

    @Test func `the grammar continues what no entry does`() {
      let editor = DrivenEditor()
      editor.type("exports by")
      #expect(editor.text(0, styled: "2") == " partnerseries · USD")
      editor.type(Keys.right)
      #expect(editor.finish() == .line("exports by partner"))
    }

    @Test func `ghost text can be switched off`() {
      let editor = DrivenEditor(.init(history: past, ghost: false))
      editor.type("sur")
      #expect(editor.screen == ["> sur"])
      #expect(editor.finish() == .line("sur"))
    }

    @Test func `up finds entries with the same beginning, down comes back`() {
      let editor = DrivenEditor(.init(history: past))
      editor.type("exp", Keys.up)
      #expect(editor.screen[0].hasPrefix("> exports by hs2"))
      editor.type(Keys.up)
      #expect(editor.screen[0].hasPrefix("> exports where x = 1"))
      editor.type(Keys.up, Keys.down, Keys.down)
      #expect(editor.screen[0].hasPrefix("> exp"))
      #expect(editor.column == 5)
      editor.type(Keys.control("U"), Keys.up, Keys.up)
      #expect(editor.finish() == .line("surplus ytd by partner"))
    }

    @Test func `entries of many lines are walked through line by line`() {
      let editor = DrivenEditor(.init(history: ["first", "(a\nb)"]))
      editor.type(Keys.up)
      #expect(editor.screen == ["> (a", ". b)"])
      #expect(editor.row == 0)
      editor.type(Keys.up)
      #expect(editor.screen == ["> first"])
      editor.type(Keys.down, "x")
      #expect(editor.finish() == .line("(a\nb)x"))
    }

    @Test func `search lists what it finds and follows typing`() {
      let editor = DrivenEditor(.init(columns: 60, history: past))
      editor.type(Keys.control("R"))
      #expect(editor.screen.count == 5)
      editor.type("EXP")
      #expect(editor.screen[0].hasPrefix("> exports by hs2"))
      #expect(editor.text(0, styled: "7") == "exp")
      #expect(editor.screen[1].hasPrefix("history: EXP  1/2"))
      editor.type(Keys.control("R"))
      #expect(editor.screen[0].hasPrefix("> exports where x = 1"))
      #expect(editor.text(3, styled: "7").hasPrefix("exports where x = 1"))
      #expect(editor.finish() == .line("exports where x = 1"))
      #expect(editor.screen == ["> exports where x = 1"])
    }

    @Test func `search can be left, or edited`() {
      let editor = DrivenEditor(.init(columns: 60, history: past))
      editor.type("x", Keys.control("R"), "nothing like this")
      #expect(editor.screen[0] == "> x")
      #expect(editor.screen[1].contains("no match"))
      editor.type(Keys.escape)
      #expect(editor.screen == ["> x"])
      editor.type(Keys.control("U"), Keys.control("R"), "hs2", Keys.tab, "!")
      #expect(editor.finish() == .line("exports by hs2!"))
    }

    @Test func `pasted lines become one entry that waits for enter`() {
      let editor = DrivenEditor()
      editor.type(Keys.paste("surplus\tytd\r\nex\u{07}ports\r\n"))
      #expect(editor.screen == ["> surplus       ytd", ". exports"])
      #expect(editor.finish() == .line("surplus\tytd\nexports"))
    }

    @Test(arguments: ["a\nb", "a\rb", "a\r\nb"])
    func `every kind of line end can be pasted`(text: String) {
      let editor = DrivenEditor()
      editor.type(Keys.paste(text))
      #expect(editor.finish() == .line("a\nb"))
    }

    @Test func `lines that come without bracketed paste are read one by one`() {
      let editor = DrivenEditor(.init(entries: 3))
      editor.terminal.type("one\r(two\rthree)\rfour\r")
      #expect(editor.outcome() == .line("one"))
      #expect(editor.outcome() == .line("(two\nthree)"))
      #expect(editor.outcome() == .line("four"))
    }
  }
}
