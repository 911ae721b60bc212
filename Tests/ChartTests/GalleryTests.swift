import Engine
import Foundation
import Reports
import Shell
import TestKit
import Testing

/// The pictures beside the drawings of the gallery; `RECORD=1` draws them anew and fails.
@Suite("The gallery has a picture of each of its drawings")
struct GalleryTests {
  @Test("which is what the session gives")
  func pictures() throws {
    let path = "Docs/Charts.md"
    let document = try SessionDocument(reading: Project.text(of: path))
    let runner = Project.runner(of: path)
    var workspace = runner.workspace(for: document)
    var names: [String] = []
    for case .trade(let block) in document.blocks {
      let name = try #require(block.attributes.id)
      for entry in block.entries {
        let answer = try workspace.run(entry.input).answer
        guard let answer, answer.isDrawn else { continue }
        let form = answer.form.flatMap { ChartForm(rawValue: $0) }
        let svg = try #require(svgChart(answer, as: form))
        names.append(name)
        try compare(svg, with: "\(name).svg")
      }
    }
    #expect(names.count == Set(names).count && names.count >= 11)
    let text = try Project.text(of: path)
    for name in names { #expect(text.contains("](Charts/\(name).svg)")) }
  }

  private func compare(_ svg: String, with name: String) throws {
    let folder = Project.root.appending(path: "Docs/Charts")
    let file = folder.appending(path: name)
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try svg.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name)")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == svg, "\(name) differs")
  }
}
