import Glibc
import TerminalSupport
import Testing

@testable import LineEditing

extension TerminalTests {
  @Suite struct Bindings {
    @Test func `vi mode edits and keeps the program's own keys`() {
      let file = TemporaryFile("bind -v\n")
      let editor = DrivenEditor(.init(history: ["older"], bindings: file.path))
      editor.type("one two", Keys.escape, "b", "d", "w")
      #expect(editor.screen == ["> one"])
      editor.type("0", "x", "a", "中", Keys.erase, "de", Keys.tab)
      #expect(editor.screen == ["> ndee"])
      editor.type(Keys.escape, "k")
      #expect(editor.screen == ["> ndee"])
      editor.type("d", "d", "k")
      #expect(editor.screen == ["> older"])
      #expect(editor.finish() == .line("older"))
    }

    @Test func `the user's lines win, and those of other programs do not count`() {
      let file = TemporaryFile(
        """
        # a comment
        bind ^T tradewind-complete
        tradewind:bind ^O em-upper-case
        other:bind ^A ed-newline
        """
      )
      let editor = DrivenEditor(.init(bindings: file.path))
      editor.type("de", Keys.control("T"))
      #expect(editor.screen == ["> deficit"])
      editor.type(Keys.control("A"), Keys.control("O"))
      #expect(editor.screen == ["> DEFICIT"])
      #expect(editor.finish() == .line("DEFICIT "))
    }

    @Test func `libedit's own end of line works when the user binds it`() {
      let file = TemporaryFile("bind ^M ed-newline\nbind ^J ed-newline\n")
      let editor = DrivenEditor(.init(bindings: file.path))
      editor.type("abc")
      #expect(editor.finish() == .line("abc"))
      #expect(editor.screen == ["> abc"])
    }

    @Test func `a picture that was resized is painted anew`() {
      let editor = DrivenEditor()
      editor.type("surplus 中文")
      editor.resize(columns: 12, rows: 6)
      #expect(editor.screen == ["> surplus 中", "文"])
      #expect(editor.finish() == .line("surplus 中文"))
    }

    @Test func `without colours bold and dim text stays`() {
      let environment = ["TERM": "xterm-256color", "NO_COLOR": "1"]
      let editor = DrivenEditor(.init(history: ["balance ytd"], environment: environment))
      editor.type("balance")
      #expect(editor.text(0, styled: "34") == "")
      #expect(editor.text(0, styled: "1") == "> ")
      #expect(editor.text(0, styled: "2") == " ytd")
      #expect(editor.finish() == .line("balance"))
    }
  }
}
