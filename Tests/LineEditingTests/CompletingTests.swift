import TerminalSupport
import Testing

@testable import LineEditing

extension TerminalTests {
  @Suite struct Completing {
    @Test func `one candidate is typed to its end`() {
      let editor = DrivenEditor()
      editor.type("de", Keys.tab)
      #expect(editor.screen == ["> deficit"])
      #expect(editor.column == 10)
      #expect(editor.finish() == .line("deficit "))
    }

    @Test func `several candidates show in a menu with what they mean`() {
      let editor = DrivenEditor(.init(columns: 70))
      editor.type("sur", Keys.tab)
      #expect(
        editor.screen == [
          "> surp",
          "surplus   exports minus imports, where positive",
          "surprise  the latest month against its forecast",
        ]
      )
      #expect(editor.text(1, styled: "1") == "surp")
      #expect(editor.text(2, styled: "2") == "the latest month against its forecast")
      editor.type(Keys.tab, Keys.tab)
      #expect(editor.screen[0] == "> surprise")
      #expect(editor.text(2, styled: "7").hasPrefix("surprise  the latest"))
      editor.type(Keys.backTab, Keys.enter)
      #expect(editor.screen == ["> surplus"])
      #expect(editor.finish() == .line("surplus "))
    }

    @Test func `escape restores what was typed`() {
      let editor = DrivenEditor()
      editor.type("sur", Keys.tab, Keys.down, Keys.down)
      #expect(editor.screen[0] == "> surprise")
      editor.type(Keys.escape)
      #expect(editor.screen == ["> surp"])
      #expect(editor.finish() == .line("surp"))
    }

    @Test func `typing narrows the menu and erasing widens it`() {
      let editor = DrivenEditor(.init(columns: 70))
      editor.type(Keys.tab)
      #expect(editor.screen.count == 9)
      editor.type("s", "u")
      #expect(editor.screen.count == 3)
      editor.type(Keys.erase, Keys.erase)
      #expect(editor.screen.count == 9)
      editor.type("中", Keys.tab, Keys.tab, Keys.enter)
      #expect(editor.screen == ["> 中非"])
      #expect(editor.finish() == .line("中非 "))
    }

    @Test func `a key that is not for the menu closes it and does its own work`() {
      let editor = DrivenEditor(.init(columns: 70))
      editor.type("(sur", Keys.tab, Keys.tab, Keys.home, "x")
      #expect(editor.screen == ["> x(surplus"])
      editor.type(Keys.delete)
      #expect(editor.finish() == .line("xsurplus"))
    }

    @Test func `a menu that is too tall shows the rows around the choice`() {
      let editor = DrivenEditor(.init(columns: 60, rows: 5))
      editor.type(Keys.tab)
      #expect(editor.screen.count == 5)
      #expect(editor.screen[4] == "rows 1–3 of 8")
      editor.type(Keys.backTab)
      #expect(editor.screen[0] == "> 中非")
      #expect(editor.screen[4] == "rows 6–8 of 8")
      editor.type(Keys.enter)
      #expect(editor.screen == ["> 中非"])
      #expect(editor.finish() == .line("中非 "))
    }

    @Test func `without a menu tab goes through the candidates`() {
      let editor = DrivenEditor(.init(menu: false))
      editor.type("su", Keys.tab)
      #expect(editor.screen == ["> surplus"])
      editor.type(Keys.tab)
      #expect(editor.screen == ["> surprise"])
      editor.type("!")
      #expect(editor.finish() == .line("surprise!"))
    }

    @Test func `a tab inside of pasted text is text`() {
      let editor = DrivenEditor(.init(entries: 2))
      editor.terminal.type("de\tsu is pasted\rhow so?\tdefi\tx\r")
      #expect(editor.outcome() == .line("de\tsu is pasted"))
      #expect(editor.outcome() == .line("how so?\tdefi\tx"))
    }

    @Test func `a question mark shows help until the next key`() {
      let editor = DrivenEditor(.init(columns: 70, rows: 12))
      editor.type("ex", "?")
      #expect(editor.screen.count == 9)
      #expect(editor.screen[0] == "> ex")
      #expect(editor.screen[1] == "balance: exports minus imports")
      editor.type("p")
      #expect(editor.screen == ["> exp"])
      editor.type("?", Keys.escape)
      #expect(editor.screen == ["> exp"])
      editor.type("'", "?")
      #expect(editor.screen == ["> exp'?"])
      #expect(editor.finish() == .line("exp'?"))
    }

    @Test func `long help can be paged`() {
      let editor = DrivenEditor(.init(columns: 70, rows: 5))
      editor.type("?")
      #expect(editor.screen.last == "5 more lines: PageDown")
      editor.type(Keys.pageDown)
      #expect(editor.screen.last == "2 more lines: PageDown")
      editor.type(Keys.pageDown)
      #expect(editor.screen.last == "PageUp")
      #expect(editor.screen[3] == "中非: the Central African Republic")
      editor.type(Keys.pageUp)
      #expect(editor.finish() == .line(""))
    }
  }
}
