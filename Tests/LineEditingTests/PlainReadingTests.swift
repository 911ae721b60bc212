import Glibc
import TerminalSupport
import Testing

@testable import LineEditing
@testable import LineEditingDemo

extension TerminalTests {
  @Suite struct PlainReading {
    /// What a pipe gives, line by line, and what was written meanwhile.
    private func read(_ text: String) -> (outcomes: [Outcome], output: String) {
      let (input, output) = (Pipe(), Pipe())
      writeAll(text, to: input.writing)
      input.closeWriting()
      let editor = LineEditor(
        program: "tradewind",
        options: Options { ["TERM": "xterm"][$0] },
        hooks: Toy.hooks(),
        input: input.reading,
        output: output.writing
      )
      var outcomes: [Outcome] = []
      repeat {
        outcomes.append(editor.readLine(prompt: "> "))
      } while outcomes.last != .end
      output.closeWriting()
      return (outcomes, output.contents)
    }

    @Test func `a pipe is read without a prompt or an escape sequence`() {
      let (outcomes, output) = read("one\n\ntwo\r\n中文")
      #expect(outcomes == [.line("one"), .line(""), .line("two"), .line("中文"), .end])
      #expect(output == "")
    }

    @Test func `an unfinished entry takes further lines`() {
      let (outcomes, _) = read("(a\nb)\nc\n(d\n")
      #expect(outcomes == [.line("(a\nb)"), .line("c"), .line("(d\n"), .end])
    }

    @Test func `bytes that are no text are left out`() {
      let (outcomes, _) = read("a\u{85}b\n")
      #expect(outcomes == [.line("ab"), .end])
    }

    @Test func `an empty pipe is the end`() {
      #expect(read("").outcomes == [.end])
    }

    @Test func `a dumb terminal gets a prompt and nothing else`() {
      let terminal = PseudoTerminal()
      let setup = DrivenEditor.Setup(environment: ["TERM": "dumb"])
      let editor = DrivenEditor.makeEditor(setup, device: terminal.device)
      #expect(!editor.isInteractive)
      terminal.type("(one\ntwo)\n")
      #expect(editor.readLine(prompt: "> ") == .line("(one\ntwo)"))
      // Where the prompts stand depends on when the terminal echoes the text.
      #expect(
        terminal.wait { terminal in
          let shown = terminal.screen.joined(separator: " ") + " "
          return ["> ", "… ", "(one", "two)"].allSatisfy(shown.contains)
        }
      )
      #expect(!terminal.output.contains(0x1B))
    }
  }
}

/// Both ends of a pipe.
final class Pipe {
  let reading: Int32
  private(set) var writing: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    precondition(pipe(&ends) == 0, "there is a pipe to be had")
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }

  /// Everything up to the end.
  var contents: String {
    var bytes: [UInt8] = []
    var buffer: [UInt8] = Array(repeating: 0, count: 4096)
    while true {
      let count = Glibc.read(reading, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  deinit {
    closeWriting()
    close(reading)
  }
}
