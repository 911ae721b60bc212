import Catalogue
import Engine
import Foundation
import Periods
import TestKit
import Testing

@testable import Reports

@Suite("A table for a paper")
struct LaTeXTests {
  static let samples: [(text: String, latex: String)] = [
    ("R&D 50 % of $1 #2 a_b {c}", "R\\&D 50 \\% of \\$1 \\#2 a\\_b \\{c\\}"),
    ("a^b~c\\d", "a\\textasciicircum{}b\\textasciitilde{}c\\textbackslash{}d"),
    ("<x|y> \"q\" `", "\\textless{}x\\textbar{}y\\textgreater{} ''q'' \\textasciigrave{}"),
    ("[1] *", "{[}1{]} {*}"), ("a--b---c", "a-{}-b-{}-{}-c"),
    (
      "−3.5 · Jan–Aug × ÷ ± → …",
      "$-$3.5 $\\cdot$ Jan--Aug $\\times$ $\\div$ $\\pm$ $\\rightarrow$ \\dots{}"
    ),
    ("Côte d'Ivoire, Türkiye", "Côte d'Ivoire, Türkiye"), ("a\nb\tc", "a b c"),
  ]

  @Test("holds no command of the data", arguments: samples)
  func escaping(_ text: String, _ latex: String) {
    #expect(LaTeXWriter.escaped(text) == latex)
  }

  @Test("has rules, the reading above, and marks and the source below")
  func table() throws {
    let text = LaTeXWriter.text(of: nasty, on: Page(input: "x")).plainLines
    #expect(text[3] == "  \\caption{exports of R\\&D \\$5 $\\cdot$ 2025 $\\cdot$ \\%}")
    #expect(text[4] == "  \\begin{tabular}{lr}")
    #expect(text.contains("    partner & share \\\\"))
    #expect(text.contains("    {[}0.5ex{]} & $-$12.5\\rlap{\\textsuperscript{d}} \\\\"))
    #expect(text.contains("    \\emph{Note:} 5\\% \\& more\\par"))
    #expect(text.contains("    \\emph{Source:} Office \\#1, via a\\_b.org"))
    #expect(text.contains("    d derived\\par"))
  }

  static let compiler = ["/usr/bin/pdflatex", "/usr/local/bin/pdflatex"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test("is set by LaTeX as it stands", .enabled(if: compiler != nil, "pdflatex is not here"))
  func compiles() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var answers = [nasty]
    // Every printable character of ASCII, and the others that answers hold, in every place.
    let ascii = String(String.UnicodeScalarView((0x20..<0x7F).compactMap(Unicode.Scalar.init)))
    answers.append(answer(of: ascii + " −·×÷±–—…→≤≥≠≈✓✗’“”°²³Δ€£éü"))
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<40 {
      let characters = (0..<12).map { _ in generator.one(of: Array("\\{}$&#%_^~[]*<>|-\"`'? a1")) }
      answers.append(answer(of: String(characters)))
    }
    var lines = Answer(reading: "", content: .text(["  \\end{flushleft} 50 %", "", "[a] {_}"]))
    lines.form = nil
    answers.append(lines)
    let tables = answers.map { answer in
      LaTeXWriter.text(of: answer, on: Page(input: "x")).plainLines.joined(separator: "\n")
    }
    let document = """
      \\documentclass{article}
      \\usepackage{booktabs,textcomp}
      \\begin{document}
      \(tables.joined(separator: "\n\\clearpage\n"))
      \\end{document}

      """
    try document.write(to: folder.appending(path: "a.tex"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: try #require(LaTeXTests.compiler))
    process.arguments = ["-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "a.tex"]
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let log = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let errors = log.split(separator: "\n").filter { $0.hasPrefix("!") }
    #expect(process.terminationStatus == 0, "\(errors)")
    #expect(errors.isEmpty)
  }

  private var nasty: Answer { answer(of: "[0.5ex]", reading: "exports of R&D $5") }

  /// A table in which a text stands everywhere where data or users may put one.
  private func answer(of text: String, reading: String? = nil) -> Answer {
    let table = Table([
      Table.Column("partner", values: [.label(text), .label("b")]),
      Table.Column(
        reading == nil ? text : "share",
        unit: .percent,
        values: [.cell(Cell(-12.5, state: .derived)), .cell(Cell(3.25))]
      ),
    ])
    var answer = Answer(
      reading: reading ?? text,
      description: [reading ?? text, "2025"],
      content: .table(table)
    )
    answer.context = [text]
    answer.notes = [Note("n", reading == nil ? text : "5% & more")]
    answer.issuers = [reading == nil ? text : "Office #1"]
    let publisher = reading == nil ? text : "a_b.org"
    answer.sources = [Source(id: "1", publisher: publisher, address: "")]
    return answer
  }
}
