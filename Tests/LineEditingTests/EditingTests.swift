import TerminalSupport
import Testing

@testable import LineEditing

/// Suites that start an editor run one test at a time: signal handlers, the locale and the
/// environment belong to the process.
@Suite(.serialized) struct TerminalTests {}

extension TerminalTests {
  @Suite struct Editing {
    @Test func `a typed line is shown in colour and returned`() {
      let editor = DrivenEditor()
      editor.type("balance ytd")
      #expect(editor.screen == ["> balance ytd"])
      #expect(editor.text(0, styled: "34") == "balance")
      #expect(editor.text(0, styled: "1;32") == "> ")
      #expect(editor.column == 13)
      #expect(editor.finish() == .line("balance ytd"))
    }

    @Test func `wide and combined characters are edited as readers see them`() {
      let editor = DrivenEditor()
      editor.type("aé中文🚀e\u{301}b", Keys.left, Keys.left, Keys.left)
      #expect(editor.column == 8)
      editor.type(Keys.erase, Keys.delete)
      #expect(editor.screen == ["> aé中e\u{301}b"])
      #expect(editor.finish() == .line("aé中e\u{301}b"))
    }

    @Test func `a long line wraps at the edge`() {
      let editor = DrivenEditor(.init(columns: 10))
      editor.type("abcdefgh")
      #expect(editor.row == 1 && editor.column == 0)
      editor.type("中文中文中", Keys.home, "X")
      #expect(editor.screen == ["> Xabcdefg", "h中文中文", "中"])
      #expect(editor.finish() == .line("Xabcdefgh中文中文中"))
    }

    @Test func `an unfinished entry goes on in another line`() {
      let editor = DrivenEditor()
      editor.type("(exports", Keys.enter, "by 12", Keys.up, "X")
      #expect(editor.screen == ["> (expoXrts", ". by 12"])
      editor.type(Keys.down, Keys.end, ")")
      #expect(editor.finish() == .line("(expoXrts\nby 12)"))
      #expect(editor.screen == ["> (expoXrts", ". by 12)"])
    }

    @Test func `alt enter starts a line in a complete entry`() {
      let editor = DrivenEditor()
      editor.type("one", Keys.altEnter, "two")
      #expect(editor.screen == ["> one", ". two"])
      #expect(editor.finish() == .line("one\ntwo"))
    }

    @Test func `brackets that match are marked, but not in quoted text`() {
      let editor = DrivenEditor()
      editor.type("(a ')' b)")
      #expect(editor.text(0, styled: "1;4") == "()")
      editor.type(Keys.left, Keys.left, Keys.left, Keys.left)
      #expect(editor.text(0, styled: "1;4") == "")
      #expect(editor.finish() == .line("(a ')' b)"))
    }

    @Test func `words are moved over and killed`() {
      let editor = DrivenEditor()
      editor.type("one two three", Keys.wordLeft, Keys.wordLeft)
      #expect(editor.column == 6)
      editor.type(Keys.control("K"))
      #expect(editor.screen == ["> one"])
      editor.type(Keys.control("Y"), Keys.control("A"), Keys.wordRight)
      #expect(editor.screen == ["> one two three"])
      #expect(editor.column == 5)
      #expect(editor.finish() == .line("one two three"))
    }

    @Test func `undo goes back by words`() {
      let editor = DrivenEditor()
      for letter in "one two" { editor.type(String(letter)) }
      editor.type(Keys.control("_"))
      #expect(editor.screen == ["> one"])
      editor.type(Keys.control("_"))
      #expect(editor.screen == [">"])
      #expect(editor.finish() == .line(""))
    }

    @Test func `control D deletes in a text and ends the input without one`() {
      let editor = DrivenEditor()
      editor.type("ab", Keys.home, Keys.control("D"))
      #expect(editor.screen == ["> b"])
      editor.type(Keys.control("D"))
      #expect(editor.finish(Keys.control("D")) == .end)
    }

    @Test func `an entry can begin with a text`() {
      let editor = DrivenEditor(.init(entries: 2, preloaded: "imports 中"))
      #expect(editor.screen == ["> imports 中"])
      editor.type("!")
      #expect(editor.finish() == .line("imports 中!"))
      #expect(editor.finish() == .line(""))
    }

    @Test func `clearing the screen keeps the entry`() {
      let editor = DrivenEditor(.init(entries: 2))
      editor.type("one", Keys.enter, "two", Keys.control("L"))
      #expect(editor.screen == ["> two"])
      #expect(editor.column == 5)
      #expect(editor.finish() == .line("one"))
      #expect(editor.outcome() == .line("two"))
    }

    @Test func `control characters are visible`() {
      let editor = DrivenEditor()
      editor.type("a", Keys.control("V"), Keys.control("G"), "b")
      #expect(editor.screen == ["> a^Gb"])
      #expect(editor.text(0, styled: "7") == "^G")
      #expect(editor.finish() == .line("a\u{07}b"))
    }
  }
}
