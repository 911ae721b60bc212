import Catalogue
import Engine
import Foundation
import Guidance
import Language
import Reports
import Testing

@testable import Shell

/// Files in memory that can be full, read-only or gone.
private final class FakeFiles: FileAccess, @unchecked Sendable {
  var files: [String: String] = [:]
  var problem: String?

  func read(_ path: String) throws(Diagnostic) -> String {
    guard let text = files[path] else { throw Diagnostic("cannot-read", "no '\(path)'") }
    return text
  }

  func write(
    _ text: String,
    to path: String,
    over expectation: Overwriting
  ) throws(Diagnostic) {
    if let problem { throw Diagnostic("cannot-write", problem) }
    files[path] = text
  }
}

@Suite("Saving")
struct SavingTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = url.path
  }

  private func workspace(_ files: any FileAccess = DiskFiles()) throws -> Workspace {
    var workspace = Workspace(EmbeddedFacts(.chinaCustoms), files: files)
    _ = try workspace.run("exports 2025-11")
    return workspace
  }

  private func code(_ workspace: inout Workspace, _ input: String) -> String? {
    do throws(Diagnostic) {
      _ = try workspace.run(input)
      return nil
    } catch {
      return error.code.rawValue
    }
  }

  private func text(_ name: String) throws -> String { try DiskFiles().read("\(folder)/\(name)") }

  @Test("twice to one file is no trouble")
  func again() throws {
    var session = try workspace()
    #expect(code(&session, "save \"\(folder)/a\"") == nil)
    _ = try session.run("imports 2025-11")
    #expect(code(&session, "save") == nil)
    #expect(try text("a.trade.md").contains("> imports 2025-11"))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names == ["a.trade.md"])
  }

  @Test("by two shells does not overwrite the work of either")
  func twoShells() throws {
    var first = try workspace()
    var second = try workspace()
    let path = "\"\(folder)/a\""
    #expect(code(&first, "save \(path)") == nil)
    #expect(code(&second, "save \(path)") == "file-changed")
    #expect(code(&second, "load \"\(folder)/a.trade.md\"") == nil)
    _ = try second.run("imports 2025-11")
    #expect(code(&second, "save") == nil)
    let saved = try text("a.trade.md")
    _ = try first.run("exports 2024")
    #expect(code(&first, "save") == "file-changed")
    #expect(try text("a.trade.md") == saved)
    #expect(first.transcript.entries.count == 2)
    #expect(code(&first, "save --force") == nil)
    #expect(try text("a.trade.md").contains("> exports 2024"))
    #expect(code(&second, "save") == "file-changed")
  }

  @Test("writes a file anew that has vanished, and says so of a folder")
  func vanished() throws {
    var session = try workspace()
    #expect(code(&session, "save \"\(folder)/sub/a\"") == "cannot-write")
    #expect(code(&session, "save \"\(folder)/a\"") == nil)
    try FileManager.default.removeItem(atPath: "\(folder)/a.trade.md")
    #expect(code(&session, "save") == nil)
    try FileManager.default.removeItem(atPath: folder)
    #expect(code(&session, "save") == "cannot-write")
    #expect(code(&session, "exports 2024") == nil)
    #expect(code(&session, "load \"\(folder)/a.trade.md\"") == "cannot-read")
    #expect(session.transcript.entries.count == 2)
  }

  @Test("keeps the permissions of a file and follows a link")
  func permissions() throws {
    var session = try workspace()
    #expect(code(&session, "save \"\(folder)/a\"") == nil)
    let manager = FileManager.default
    try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder)/a.trade.md")
    let link = "\(folder)/l.trade.md"
    try manager.createSymbolicLink(atPath: link, withDestinationPath: "a.trade.md")
    #expect(code(&session, "save \"\(link)\" --force") == nil)
    let mode = try manager.attributesOfItem(atPath: "\(folder)/a.trade.md")[.posixPermissions]
    #expect((mode as? NSNumber)?.intValue == 0o640)
    #expect(try manager.destinationOfSymbolicLink(atPath: link) == "a.trade.md")
  }

  @Test("to a full disk leaves the session and the file as they were")
  func fullDisk() throws {
    let files = FakeFiles()
    var session = try workspace(files)
    #expect(code(&session, "save a") == nil)
    let saved = files.files["a.trade.md"]
    files.problem = "no space left on device"
    _ = try session.run("imports 2025-11")
    let transcript = session.transcript
    #expect(code(&session, "save") == "cannot-write")
    #expect(session.transcript == transcript)
    #expect(files.files["a.trade.md"] == saved)
    files.problem = nil
    #expect(code(&session, "save") == nil)
  }

  @Test("to a real device that is full says so and replaces nothing")
  func fullDevice() throws {
    var session = try workspace()
    #expect(code(&session, "save \"/dev/./full\"") == "file-changed")
    #expect {
      try session.run("save \"/dev/./full\" --force")
    } throws: { error in
      (error as? Diagnostic)?.message.contains("no space left on device") == true
    }
    #expect(code(&session, "exports 2025 into \"/dev/full\" as csv") == "cannot-write")
    #expect(code(&session, "exports 2025 into \"/dev/null\" as csv") == nil)
    #expect(session.transcript.entries.count == 1)
    let kinds = try ["/dev/full", "/dev/null"].map { path in
      try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    }
    #expect(kinds == [.typeCharacterSpecial, .typeCharacterSpecial])
  }

  @Test("into a folder that may only be read, or over a folder, leaves everything as it is")
  func readOnly() throws {
    var session = try workspace()
    #expect(code(&session, "save \"\(folder)/a\"") == nil)
    let saved = try text("a.trade.md")
    _ = try session.run("imports 2025-11")
    let inner = "\(folder)/b.trade.md"
    try FileManager.default.createDirectory(atPath: inner, withIntermediateDirectories: false)
    #expect(code(&session, "save \"\(inner)\" --force") == "cannot-write")
    #expect(code(&session, "exports into \"\(inner)\" as csv") == "cannot-write")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    // Root may write anywhere.
    guard !FileManager.default.isWritableFile(atPath: folder) else { return }
    #expect(code(&session, "save") == "cannot-write")
    #expect(try text("a.trade.md") == saved)
    #expect(session.transcript.entries.count == 2)
  }

  @Test("and loading name what is no session")
  func foreign() throws {
    try DiskFiles().write("\u{1B}]0;x\u{7} text", to: "\(folder)/a.txt")
    var session = try workspace()
    #expect {
      try session.run("load \"\(folder)/a.txt\"")
    } throws: { error in
      guard let diagnostic = error as? Diagnostic else { return false }
      return diagnostic.code == "not-a-session" && diagnostic.message.contains("a.txt")
        && diagnostic.span == nil
    }
    #expect(session.transcript.entries.count == 1)
  }
}

@Suite("The session of a stranger")
struct StrangerTests {
  private let runner = SessionRunner(facts: EmbeddedFacts(.chinaCustoms))

  @Test("reads only its folder and writes nothing")
  func files() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let inner = url.appending(path: "inner")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    let session = "```trade\n> exports 2025-11\n```\n"
    try DiskFiles().write(session, to: "\(url.path)/outside.trade.md")
    try DiskFiles().write(session, to: "\(inner.path)/inside.trade.md")
    try FileManager.default.createSymbolicLink(
      atPath: "\(inner.path)/link.trade.md",
      withDestinationPath: "../outside.trade.md"
    )
    var runner = runner
    runner.files = FolderFiles(inner.path)
    let inputs = [
      "load \"inside.trade.md\"", "load \"../outside.trade.md\"", "load \"link.trade.md\"",
      "load \"/dev/zero\"", "load \"/etc/passwd\"", "replay \"../outside.trade.md\"",
      "save \"new\" --force", "save \"inside.trade.md\"", "save \"/tmp/x\"",
    ]
    let text = "```trade\n" + inputs.map { "> \($0)\n" }.joined() + "```\n"
    let codes = try runner.replay(text).records.map(\.outcome.errorCode)
    #expect(codes == [nil] + Array(repeating: "files-refused", count: 8))
    let names = try FileManager.default.contentsOfDirectory(atPath: inner.path).sorted()
    #expect(names == ["inside.trade.md", "link.trade.md"])
  }

  @Test("that is loaded writes nothing, reads its folder, and ends though it loads itself")
  func loaded() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    let path = "\(url.path)/a.trade.md"
    try DiskFiles().write("month,value\n2025-01,1\n2025-02,2\n", to: "\(url.path)/d.csv")
    let text = "```trade\n> load \"\(path)\"\n> save \"\(url.path)/b\"\n> exports 2025-11\n```\n"
    try DiskFiles().write(text, to: path)
    var session = Workspace(EmbeddedFacts(.chinaCustoms), files: DiskFiles())
    _ = try session.run("load \"\(path)\"")
    #expect(Set(session.transcript.entries.map(\.input)) == ["exports 2025-11"])
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
    #expect(names == ["a.trade.md", "d.csv"])
    let importing = "```trade\n> import \"d.csv\"\n> import \"../d.csv\"\n```\n"
    let failed = try session.load(importing, reading: FolderFiles(url.path))
    #expect(failed == ["this entry no longer runs: import \"../d.csv\""])
    session.files = DiskFiles()
    _ = try session.run("load \"\(path)\"")
    // The user's own statements may write again.
    _ = try session.run("save")
  }

  @Test("sends no control characters anywhere")
  func control() throws {
    let escape = "\u{1B}[2J\u{9B}31m\u{7}"
    let text = "prose \(escape)\n```trade {id=\(escape)}\n> exports \(escape)\n  \(escape)\n```\n"
    let report = try runner.replay(text)
    var shown = report.text(named: "a\(escape)").plainLines
    var session = Workspace(EmbeddedFacts(.chinaCustoms), files: NoFiles())
    #expect(try session.load(text).count == 1)
    _ = try session.run("note \(escape)")
    shown += session.sessionText.split(separator: "\n").map(String.init)
    if let answer = try session.run("history").answer {
      shown += session.outputLines(answer, input: "history")
    }
    #expect(shown.count > 5)
    for line in shown { #expect(line == line.visible) }
  }

  @Test("ends, however long it is", .timeLimit(.minutes(1)))
  func bounded() throws {
    let line = String(repeating: "exports + ", count: 100_000)
    let text = "```trade\n> \(line)\n  \(line)\n> \(line)\n  [..]\(line)\n```\n"
    #expect(try runner.replay(text).records.count == 2)
    let prose = String(repeating: "a line of prose\n", count: 640_000)
    #expect(try runner.replay(prose + "```trade\n> 1\n```\n").records.count == 1)
    let endless = "```trade\n" + String(repeating: "  x\n", count: 2_500_000)
    #expect(throws: Diagnostic.self) { try runner.replay(endless) }
  }
}
