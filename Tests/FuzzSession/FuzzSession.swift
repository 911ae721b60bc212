import Guidance
import Shell

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// Reads bytes as a session and does with it what a replay, an update and an export do, but for
/// running its entries: each of them prints what the entry before it is expected to print.
func read(_ bytes: UnsafeBufferPointer<UInt8>) {
  let text = String(decoding: bytes, as: UTF8.self)
  do throws(Diagnostic) {
    let document = try SessionDocument(reading: text)
    precondition(document.text.utf8.elementsEqual(text.utf8), "a session is printed as it was read")
    try update(document)
    export(document)
  } catch {
    guard let span = error.span else { return }
    precondition(span.end <= text.utf8.count, "a span lies inside the file")
  }
}

/// An update changes neither inputs nor prose, and a second one changes nothing.
func update(_ document: SessionDocument) throws(Diagnostic) {
  let once = replay(document).updated
  let again = try SessionDocument(reading: once.text)
  precondition(inputs(of: again) == inputs(of: document), "an update keeps the inputs")
  precondition(prose(of: again) == prose(of: document), "an update keeps the prose")
  let report = Replay(dataChanged: false).run(again) { step in
    outcomes(of: document)[step.input] ?? Replay.Outcome(output: [])
  }
  precondition(report.updated.text.utf8.elementsEqual(once.text.utf8), "an update is done once")
  _ = report.text(named: "session")
  let blank = document.blank
  precondition(blank.blank == blank, "a blank copy has nothing more to lose")
}

func replay(_ document: SessionDocument) -> ReplayReport {
  let outcomes = outcomes(of: document)
  return Replay(dataChanged: false).run(document) { step in
    outcomes[step.input] ?? Replay.Outcome(output: [])
  }
}

/// What the entries of a session print: the output that the entry before is said to print.
func outcomes(of document: SessionDocument) -> [String: Replay.Outcome] {
  var result: [String: Replay.Outcome] = [:]
  var lines = ["a reading · of 2 parts", "330.4"]
  for entry in document.tradeBlocks.flatMap(\.entries) {
    result[entry.input] = Replay.Outcome(output: lines)
    lines = entry.expected
  }
  return result
}

func inputs(of document: SessionDocument) -> [[String]] {
  document.tradeBlocks.map { $0.entries.map(\.input) }
}

func prose(of document: SessionDocument) -> [String] {
  document.blocks.compactMap { if case .prose(let text) = $0 { text } else { nil } }
}

/// The files for people hold no script but that of the page.
func export(_ document: SessionDocument) {
  var session = ExportedSession(title: document.frontMatter?.title ?? "", provenance: "data")
  for block in document.blocks {
    switch block {
    case .prose(let text): session.parts.append(.prose(text))
    case .quiz(let quiz): session.parts.append(.quiz(quiz))
    case .trade(let trade):
      for (i, entry) in trade.entries.enumerated() {
        var cell = ExportedSession.Cell(number: i + 1, input: entry.input)
        cell.lines = entry.expected
        session.parts.append(.cell(cell))
      }
    }
  }
  for exporter in exporters {
    let text = exporter.text(of: session)
    guard exporter.ending == ".html" else { continue }
    precondition(text.split(separator: "<script", omittingEmptySubsequences: false).count == 2)
    precondition(text.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }
}

@main
struct FuzzSession {
  static func main() {
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    _ = runDriver(&count, &arguments) { bytes, count in
      read(UnsafeBufferPointer(start: bytes, count: count))
      return 0
    }
  }
}
