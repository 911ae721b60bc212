import LineEditing
import TerminalSupport
import Testing

@Suite struct EmulatorTests {
  @Test func `sequences that are not known are kept, and what follows is shown`() {
    var emulator = Emulator(columns: 20, rows: 2)
    emulator.feed(Array("a\u{1B}[5zb\u{1B}Qc".utf8))
    #expect(emulator.screen == ["abc"])
    #expect(emulator.unknownSequences == ["\u{1B}[5z", "\u{1B}Q"])
  }

  @Test func `a terminal tells its test what the emulator does not know`() {
    let terminal = PseudoTerminal(columns: 20, rows: 2)
    var complaints: [String] = []
    terminal.complain = { complaints.append($0) }
    writeAll("\u{1B}[5zshown", to: terminal.device)
    #expect(terminal.wait { $0.screen.last == "shown" })
    #expect(complaints == [#"the emulator does not know "\u{1B}[5z""#])
  }
}
