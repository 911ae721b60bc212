import Engine
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Guidance
import Reports
import Shell
import TestKit
import Testing

@Suite("A single result")
struct ResultTests {
  /// One of each kind of answer.
  static let inputs = [
    "exports 2025-11", "exports in 2025", "exports by partner 2025", "surplus ytd > 1 trillion",
    "exports to US 2025-11 > 40 bn", "exports yoy vs imports yoy since 2025",
    "when surplus ytd > 1 trillion", "explain exports yoy 2025-11", "why exports yoy 2025-11",
    "check surplus 2025-11", "revisions of exports 2024-11", "say surplus 2025",
    "describe exports", "plot exports since 2024", "exports since 2024 as bars",
  ]
  static let endings = ["csv", "json", "md", "tex", "svg", "html", "ipynb", "txt"]

  private func files(_ inputs: [String]) throws -> MemoryFiles {
    let files = MemoryFiles()
    var workspace = Desk.workspace
    workspace.files = files
    for input in inputs { _ = try workspace.run(input) }
    return files
  }

  @Test("goes into a file of every kind", arguments: inputs)
  func everyKind(_ input: String) throws {
    let files = try files(ResultTests.endings.map { "\(input) into \"a.\($0)\"" })
    let csv = try files.read("a.csv").split(separator: "\r\n")
    #expect(csv.count > 1)
    #expect(Set(try csv.map { try fieldCount($0) }).count == 1)
    let json = try JSONSerialization.jsonObject(with: Data(try files.read("a.json").utf8))
    let object = try #require(json as? [String: Any])
    #expect(object["kind"] as? String != nil)
    #expect(try files.read("a.svg").hasPrefix("<svg"))
    let document = XMLParser(data: Data(try files.read("a.svg").utf8))
    #expect(document.parse(), "\(input): \(String(describing: document.parserError))")
    let tex = try files.read("a.tex")
    #expect(tex.contains("\\end{tabular}") != tex.contains("\\ttfamily"))
    #expect(try files.read("a.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try !files.read("a.md").isEmpty)
    #expect(try !files.read("a.txt").isEmpty)
    let notebook = try JSONSerialization.jsonObject(with: Data(try files.read("a.ipynb").utf8))
    #expect((notebook as? [String: Any])?["nbformat"] as? Int == 4)
  }

  @Test("of figures says its period, unit, reading and source")
  func complete() throws {
    let files = try files([
      "exports 2025-11 as of 2025-12-08 into \"a.csv\"",
      "exports 2025-11 as of 2025-12-08 into \"a.json\"",
    ])
    #expect(
      try files.read("a.csv")
        == "period,value,unit,state,reason,reading,source\r\n"
        + "2025-11,330.35,USD bn,ok,,exports · Nov 2025 · FOB · as of 2025-12-08,"
        + "\"China Customs (GACC), via news.zumst.com\"\r\n"
    )
    let json = try files.read("a.json")
    for member in [
      "\"period\":\"2025-11\"", "\"unit\":\"USD bn\"", "\"reading\":\"exports 2025-11 as of",
      "\"issuers\":[\"China Customs (GACC)\"]", "\"sources\":[\"news.zumst.com ",
    ] {
      #expect(json.contains(member), "\(member)")
    }
  }

  @Test("that was taken up by `_` is told by what it is")
  func takenUp() throws {
    let files = try files(["exports in 2025", "_ into \"a.csv\"", "imports", "_1 into \"b.csv\""])
    for name in ["a.csv", "b.csv"] {
      #expect(try files.read(name).contains(",exports · monthly · FOB,"))
    }
  }

  @Test("is written in the form named, else by the ending, and a drawing goes by the ending")
  func forms() throws {
    let files = try files([
      "exports 2025 into \"a.dat\" as csv", "plot exports since 2024 into \"b.csv\"",
      "exports since 2024 as bars into \"c.json\"", "export exports 2025 into \"d.json\" as csv",
    ])
    for name in ["a.dat", "b.csv", "d.json"] {
      #expect(try files.read(name).hasPrefix("period,value,"))
    }
    #expect(try files.read("c.json").hasPrefix("{\"input\""))
    var workspace = Desk.workspace
    workspace.files = files
    for input in ["exports into \"a.xyz\"", "exports into \"csv\"", "exports as bars into \"a.b\""]
    {
      guard case .failure(let diagnostic) = workspace.result(of: input) else {
        #expect(input.contains("bars"))
        continue
      }
      #expect(diagnostic.code == "unknown-ending" && diagnostic.isInside(input))
    }
    #expect(Desk.diagnostic(of: "exports into")?.code == "needs-file")
  }

  @Test("that was written is no entry of the session, which a replay could not repeat")
  func notRecorded() throws {
    let files = MemoryFiles()
    var workspace = Desk.workspace
    workspace.files = files
    for input in [
      "exports 2025 into \"a.csv\"", "plot exports into \"a.svg\"", "export exports into \"a.md\"",
      "when surplus < 0 into \"b.csv\"",
    ] {
      _ = try workspace.run(input)
    }
    #expect(workspace.transcript.entries.isEmpty)
  }

  @Test("stays where it is for a stranger's session")
  func refused() {
    #expect(Desk.diagnostic(of: "exports 2025 into \"a.csv\"")?.code == "files-refused")
  }

  /// The fields of a record without line feeds in it.
  private func fieldCount(_ record: Substring) throws -> Int {
    var count = 1
    var isQuoted = false
    for character in record {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted { count += 1 }
    }
    #expect(!isQuoted)
    return count
  }
}
