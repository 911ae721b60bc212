import Catalogue
import Engine
import Foundation
import Language
import Testing

@testable import Shell

@Suite("An exported session")
struct ExporterTests {
  private static let session = """
    ---
    tradewind: 1
    title: Tom & <Jerry>
    as-of: 2025-12-08
    ---

    # Tom & <Jerry>

    Prose with `code`, <b>tags</b> and an escape \u{1B}[2J.

    ```trade
    > exports 2025-11
    > exports in 2025
    > exports to US, EU 2024
    > expect exports 2025-11 = 1 bn
    > note "</pre><script>alert(1)</script>"
    > let x = exports
    . to US
    > help yoy
    ```

    ```trade {hide}
    > imports 2025-11
    ```

    ```trade {error=unknown-name}
    > <script>alert(2)</script>
    ```

    ```quiz {id=q answer="exports 2024"}
    How <much>?
    - hint: add up
    ```

    """

  private static let exported: ExportedSession? =
    try? SessionRunner(facts: EmbeddedFacts(.chinaCustoms)).export(session)

  @Test("has a cell for each entry that is not hidden")
  func cells() throws {
    let exported = try #require(ExporterTests.exported)
    let numbers = exported.parts.compactMap { part in
      if case .cell(let cell) = part { cell.number } else { nil }
    }
    #expect(numbers == [1, 2, 3, 4, 5, 6, 7, 9])
    #expect(exported.title == "Tom & <Jerry>")
    #expect(exported.provenance.contains("as known on 2025-12-08"))
  }

  @Test("is a page that stands by itself and runs nobody's script")
  func page() throws {
    let html = PageExporter.text(of: try #require(ExporterTests.exported))
    #expect(html.contains("<title>Tom &amp; &lt;Jerry&gt;</title>"))
    #expect(html.contains("<strong>330.4</strong>"))
    #expect(html.contains("class=\"check fails\""))
    #expect(html.contains("<pre>let x = exports\nto US</pre>"))
    #expect(html.contains("id=\"s1\""))
    #expect(!html.contains("imports 2025-11"))
    #expect(html.components(separatedBy: "<script>").count == 2)
    for tag in ["<b>", "<link", "src=", "@import", "url(", "\u{1B}"] {
      #expect(!html.contains(tag))
    }
  }

  @Test("is a notebook of format 4.5")
  func notebook() throws {
    let text = NotebookExporter.text(of: try #require(ExporterTests.exported))
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let notebook = try #require(object as? [String: Any])
    #expect(notebook["nbformat"] as? Int == 4)
    #expect(notebook["nbformat_minor"] as? Int == 5)
    let cells = try #require(notebook["cells"] as? [[String: Any]])
    let kinds = cells.compactMap { $0["cell_type"] as? String }
    #expect(kinds == ["markdown"] + Array(repeating: "code", count: 8) + ["markdown"])
    #expect(Set(cells.compactMap { $0["id"] as? String }).count == cells.count)
    for cell in cells where cell["cell_type"] as? String == "code" {
      #expect(cell["outputs"] is [[String: Any]] && cell["execution_count"] is Int)
    }
    #expect((cells[6]["source"] as? [String])?.joined() == "let x = exports\nto US")
    #expect(!text.contains("\u{1B}"))
  }

  private static let hasValidator =
    (try? run("/usr/bin/python3", ["-c", "import nbformat"]).status) == 0

  @Test("passes Jupyter's validator", .enabled(if: hasValidator, "nbformat is not here"))
  func validated() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    let text = NotebookExporter.text(of: try #require(ExporterTests.exported))
    try text.write(to: file, atomically: true, encoding: .utf8)
    let script = """
      import nbformat, sys
      notebook = nbformat.read(sys.argv[1], 4)
      nbformat.validate(notebook)
      print(len(notebook.cells))
      """
    let result = try ExporterTests.run("/usr/bin/python3", ["-c", script, file.path])
    #expect(result.status == 0 && result.output == "10\n", "\(result.output)")
  }

  private static func run(
    _ program: String,
    _ arguments: [String]
  ) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text)
  }

  @Test("is Markdown with its outputs")
  func markdown() throws {
    let text = MarkdownExporter.text(of: try #require(ExporterTests.exported))
    #expect(text.contains("```\nexports 2025-11\n```"))
    #expect(text.contains("330.4   Nov 2024 312.4"))
    #expect(text.contains("| 2025-11 | 330.4 |") || text.contains("| 2025-11 |"))
    #expect(
      text
        == text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0).visible }.joined(separator: "\n")
    )
  }

  @Test("is written by `save` where the name asks for it")
  func saving() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var workspace = Workspace(EmbeddedFacts(.chinaCustoms), files: DiskFiles())
    _ = try workspace.run("exports 2025-11")
    for name in ["a.html", "a.ipynb", "a.md"] {
      _ = try workspace.run("save \"\(folder.path)/\(name)\"")
      #expect(try DiskFiles().read("\(folder.path)/\(name)").contains("exports 2025-11"))
    }
    #expect(workspace.transcript.file == nil)
  }

  private static let chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  @Test(
    "opens in a browser without a complaint",
    .enabled(if: chromium != nil, "Chromium is not here")
  )
  func browser() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let page = folder.appending(path: "a.html").path
    try DiskFiles().write(PageExporter.text(of: try #require(ExporterTests.exported)), to: page)
    let process = Process()
    process.executableURL = URL(filePath: try #require(ExporterTests.chromium))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
      "--user-data-dir=\(folder.path)/profile", "--dump-dom", "file://\(page)",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let log = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // The script has run: the buttons are there.
    #expect(dom.contains("aria-label=\"Copy the query\">copy</button>"))
    #expect(!dom.contains("hidden=\"\""))
    #expect(!log.contains("CONSOLE"))
  }
}
