import Catalogue
import Columns
import Engine
import Guidance
import Language
import Periods
import Reports

extension Workspace {
  /// The session as the text of a file.
  package var sessionText: String {
    let items = entriesForFile.map { entry -> TranscriptItem in
      switch entry.kind {
      case .note: .note(entry.input)
      case .section: .section(entry.input)
      case .entry:
        .entry(input: entry.input, output: entry.output, errorCode: entry.errorCode)
      }
    }
    return TranscriptWriter(frontMatter: frontMatter).text(of: items)
  }

  /// The entries counted from 1 without gaps, as a replay counts them, and all laid out for the
  /// width that the session has now: a terminal changes its width, and a file has only one.
  private var entriesForFile: [Transcript.Entry] {
    let numbers = transcript.entries.filter { $0.kind == .entry }.map(\.number)
    let numbersInFile = Dictionary(zip(numbers, 1...)) { first, _ in first }
    let entries = transcript.entries.map { entry in
      guard let number = numbersInFile[entry.number], entry.kind == .entry else { return entry }
      var copy = entry
      copy.number = number
      copy.input = replacingAnswers(in: entry.input) { reference in
        if case .entry(let number) = reference { numbersInFile[number] } else { nil }
      }
      return copy
    }
    var copy = self
    copy.files = NoFiles()
    // Files may have changed since they were imported: what they gave stays as it was printed.
    guard dataSets.count == 1, bench.data.figureCount <= Workspace.mostRowsRunAgain else {
      return entries
    }
    do throws(Diagnostic) {
      try copy.rebuild(from: entries)
    } catch {
      return entries
    }
    return copy.transcript.entries
  }

  /// On larger data a session is saved as it was printed, because running it again takes time.
  private static let mostRowsRunAgain = 5_000_000

  private var frontMatter: FrontMatter {
    let data = home.dataSet
    var members = [("tradewind", "\(FrontMatter.version)")]
    if let title = settings.title { members.append(("title", title)) }
    members.append(
      ("data", DataReference.text(of: [DataReference(data, fingerprint: home.fingerprint)]))
    )
    if case .asOf(let day) = vintageAtStart { members.append(("as-of", day.description)) }
    members.append(("width", "\(settings.width)"))
    return FrontMatter(members)
  }

  /// Takes up a saved session: its entries are run again, its prose is kept.
  ///
  /// Gives a sentence on every entry that no longer runs.
  mutating func load(
    _ text: String,
    reading readable: any FileAccess = NoFiles()
  ) throws(Diagnostic) -> [String] {
    let document = try SessionRunner.document(reading: text)
    var loaded = fresh
    loaded.bench.watch = bench.watch.silent
    loaded.set(document.frontMatter)
    // What a file holds may come from a stranger.
    loaded.files = readable
    loaded.servers = OpenTables(tables: Array(dataSets.values))
    var failed: [String] = []
    let count = document.tradeBlocks.reduce(0) { $0 + $1.entries.count }
    var done = 0
    for block in document.blocks {
      switch block {
      case .prose(let prose): loaded.transcript.appendProse(prose)
      case .quiz: continue
      case .trade(let trade):
        for entry in trade.entries where !trade.attributes.isSkipped {
          bench.watch.report(Advance("load", done, of: count, "entries"))
          done += 1
          let outcome = loaded.outcome(of: entry.input)
          try bench.watch.check()
          if outcome.errorCode == "needs-program" {
            failed.append("this entry needs a program that is not installed: \(entry.input)")
          } else if outcome.errorCode != nil, trade.attributes.errorCode == nil {
            failed.append("this entry no longer runs: \(entry.input)")
          }
        }
      }
    }
    loaded.bench.watch = bench.watch
    loaded.files = files
    loaded.lesson = lesson
    loaded.servers = servers
    loaded.settings = loaded.settings.keeping(usersOf: settings)
    self = loaded
    return failed
  }
}

extension DataReference {
  /// Names a data set as it is now.
  init(_ data: DataSet, fingerprint: String? = nil) {
    self.init(
      name: data.name,
      observations: data.figureCount,
      through: data.lastMonth?.description,
      sha256: String((fingerprint ?? data.fingerprint).prefix(16))
    )
  }
}

extension Transcript {
  /// Keeps the paragraphs and headings of a file between its transcripts.
  fileprivate mutating func appendProse(_ prose: String) {
    var paragraph: [Substring] = []
    func note(_ lines: [Substring]) -> Entry {
      Entry(number: 0, input: lines.joined(separator: "\n"), output: [], kind: .note)
    }
    for line in prose.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## ") {
        if !paragraph.isEmpty { append(note(paragraph)) }
        paragraph = []
        append(Entry(number: 0, input: String(line.dropFirst(3)), output: [], kind: .section))
      } else if line.hasPrefix("# ") {
        continue
      } else if line.isEmpty {
        if !paragraph.isEmpty { append(note(paragraph)) }
        paragraph = []
      } else {
        paragraph.append(line)
      }
    }
    if !paragraph.isEmpty { append(note(paragraph)) }
  }
}
