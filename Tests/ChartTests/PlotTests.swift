import Engine
import Foundation
import Guidance
import Shell
import Synchronization
import TestKit
import Testing

/// Files in memory, pictures among them.
private final class Shelf: FileAccess {
  private let files = Mutex<[String: [UInt8]]>([:])

  func read(_ path: String) throws(Diagnostic) -> String {
    String(decoding: self[path] ?? [], as: UTF8.self)
  }

  func write(_ text: String, to path: String, over: Overwriting) throws(Diagnostic) {
    files.withLock { $0[path] = Array(text.utf8) }
  }

  func write(_ bytes: [UInt8], to path: String) throws(Diagnostic) {
    files.withLock { $0[path] = bytes }
  }

  subscript(path: String) -> [UInt8]? { files.withLock { $0[path] } }
}

/// True where a program is found by the PATH.
private func isInstalled(_ program: String) -> Bool {
  let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
  return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(program)") }
}

@Suite("A plot goes into a file")
struct PlotTests {
  private let shelf = Shelf()

  private func run(_ line: String) throws {
    var workspace = Workspace(Desk.facts, files: shelf)
    _ = try workspace.run(line)
  }

  @Test("as SVG, in the form asked for")
  func svg() throws {
    try run("plot exports yoy vs imports yoy since 2020 as scatter into \"x.svg\"")
    let svg = try shelf.read("x.svg")
    #expect(svg.hasPrefix("<svg") && svg.contains("<desc") && svg.contains("Scatter plot"))
    #expect(svg.contains("prefers-color-scheme:dark") && svg.contains("source China Customs"))
    // Every element that begins ends.
    for name in ["svg", "title", "desc", "text", "style"] {
      #expect(svg.count(of: "<\(name)") == svg.count(of: "</\(name)>"), "\(name)")
    }
  }

  @Test("as a page with values, a table and nothing from the network")
  func html() throws {
    try run("plot exports to US, EU since 2024 with events into \"x.html\"")
    let page = try shelf.read("x.html")
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("<table>"))
    #expect(page.contains("default-src 'none'") && page.contains("ArrowRight"))
    let addresses = page.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!addresses.contains("http://") && !addresses.contains("https://"))
    #expect(!addresses.contains("<script src") && !addresses.contains("url("))
    #expect(page.contains("<title>US, 2025-11: 33.8 USD bn<"))
  }

  @Test("as its figures where the ending is one of data")
  func figures() throws {
    try run("plot exports in 2025 into \"x.csv\"")
    let figures = try shelf.read("x.csv")
    #expect(figures.hasPrefix("period,value,unit,state,reason,"))
    #expect(figures.contains("\r\n2025-01,"))
    try run("plot exports in 2025 as line into \"x.txt\"")
    #expect(try shelf.read("x.txt").contains("└"))
  }

  @Test("as PNG by a program that draws SVG", .enabled(if: isInstalled("rsvg-convert")))
  func png() throws {
    try run("plot exports since 2024 into \"x.png\"")
    let bytes = try #require(shelf["x.png"])
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    // Width and height of the header are twice those of the drawing.
    let width = bytes[16..<20].reduce(0) { $0 << 8 | Int($1) }
    #expect(width == 1280)
  }

  @Test("a missing program is named with its package")
  func missing() {
    let program = PictureProgram("no-such-program-of-pictures", [])
    #expect(throws: Diagnostic.self) { try Shell.png(of: "<svg/>", by: [program]) }
    do throws(Diagnostic) {
      _ = try Shell.png(of: "<svg/>", by: [program])
    } catch {
      #expect(error.code == "needs-program" && error.notes.joined().contains("librsvg2-bin"))
    }
  }

  @Test("a program that fails or says nothing is no picture")
  func failing() {
    for (name, arguments) in [("false", [String]()), ("true", []), ("echo", ["no picture"])] {
      #expect(throws: Diagnostic.self) {
        try Shell.png(of: "<svg/>", by: [PictureProgram(name, arguments)])
      }
    }
  }

  @Test("a replay writes none, and starts no program for it")
  func refused() {
    for ending in ["svg", "html", "png", "csv"] {
      let diagnostic = Desk.diagnostic(of: "plot exports in 2025 into \"x.\(ending)\"")
      #expect(diagnostic?.code == "files-refused")
    }
  }

  @Test("an unknown ending is refused with those that are known")
  func unknown() {
    #expect(throws: Diagnostic.self) { try run("plot exports in 2025 into \"x.gif\"") }
  }
}

@Suite("A terminal is sent bitmaps only where it says that it shows them")
struct ImageProtocolTests {
  private func named(_ variables: [String: String]) -> ImageProtocol? {
    ImageProtocol.named { variables[$0] }
  }

  @Test("by its environment")
  func environment() {
    #expect(named(["TERM": "xterm-kitty"]) == .kitty)
    #expect(named(["TERM": "xterm-ghostty"]) == .kitty)
    #expect(named(["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"]) == .iterm2)
    #expect(named(["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"]) == .iterm2)
    #expect(named(["TERM": "xterm-256color"]) == nil)
    #expect(named([:]) == nil)
    // A multiplexer passes no pictures on.
    #expect(named(["TERM": "tmux-256color", "KITTY_WINDOW_ID": "1", "TMUX": "x"]) == nil)
    #expect(named(["TERM": "screen", "TERM_PROGRAM": "iTerm.app"]) == nil)
    #expect(!ImageProtocol.mayAsk { ["TERM": "dumb"][$0] })
    #expect(ImageProtocol.mayAsk { ["TERM": "foot"][$0] })
  }

  @Test("or by its attributes")
  func attributes() {
    #expect(ImageProtocol(deviceAttributes: "\u{1B}[?62;4;22c") == .sixel)
    #expect(ImageProtocol(deviceAttributes: "\u{1B}[?64;1;2;6;22c") == nil)
    #expect(ImageProtocol(deviceAttributes: "\u{1B}[?4c") == nil)
    #expect(ImageProtocol(deviceAttributes: "abc") == nil)
    #expect(ImageProtocol(deviceAttributes: "") == nil)
  }

  @Test("in the pieces that its protocol takes")
  func pieces() throws {
    let data = (0..<10_001).map { UInt8(truncatingIfNeeded: $0 * 7 + $0 / 256) }
    let text = ImageProtocol.kitty.sequence(data, columns: 80)
    let pieces = text.split(separator: "\u{1B}\\").filter { $0.hasPrefix("\u{1B}_G") }
    let payload = pieces.map { $0.split(separator: ";", maxSplits: 1)[1] }
    #expect(payload.allSatisfy { $0.utf8.count <= 4096 } && pieces.count == 4)
    #expect(pieces.dropLast().allSatisfy { $0.contains("m=1;") } && pieces[3].contains("m=0;"))
    // The alphabet and the padding are those of Foundation.
    for count in [0, 1, 2, 3, 10_001] {
      let part = Array(data.prefix(count))
      let iterm = ImageProtocol.iterm2.sequence(part, columns: 40)
      let encoded = try #require(iterm.split(separator: ":", omittingEmptySubsequences: false).last)
      #expect(encoded == Data(part).base64EncodedString() + "\u{07}\n")
    }
    #expect(payload.joined() == Data(data).base64EncodedString())
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
