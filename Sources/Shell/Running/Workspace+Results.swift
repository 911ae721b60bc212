import Engine
import Guidance
import Language
import Reports

// Single results as files.
extension Workspace {
  /// Writes an answer in the format of the file's ending, or in the form asked for.
  ///
  /// `input` is what was asked, `name` what the reply calls it.
  func write(
    _ answer: Answer,
    named name: String,
    input: String,
    into file: Name
  ) throws(Diagnostic) -> Reply {
    let ending = file.text.split(separator: "/").last?.split(separator: ".").dropFirst().last
      .map { $0.lowercased() }
    let text: String
    let format: String
    if let exporter = exporter(for: file.text), exporter.ending != MarkdownExporter.ending {
      text = exporter.text(of: session(of: answer, input: input))
      format = ending ?? ""
    } else if let writer = writer(ending: ending, form: answer.form) {
      let lines = writer.text(of: answer, on: Page(input: input, width: settings.width)).plainLines
      text = lines.map { $0 + writer.lineEnding }.joined()
      format = writer.entry.name
    } else {
      throw Diagnostic(
        "unknown-ending",
        "I cannot tell from '\(file.text)' in which format to write",
        at: file.span,
        notes: [
          "known endings: csv, json, md, tex, svg, html, ipynb, txt; or name the form: `as csv`"
        ]
      )
    }
    try files.write(text, to: file.text)
    var reply = Reply(lines: ["\(name) written to \(file.text) as \(format)"])
    // A replay may write no file, so a saved session does not repeat it.
    reply.isRecorded = false
    return reply
  }

  func write(_ answer: Answer, _ query: Query, into file: Name) throws(Diagnostic) -> Reply {
    let name = "\(query.expression)"
    return try write(answer, named: name, input: query.description, into: file)
  }

  /// A query with `_` or `_3` alone as what these stand for: a file has to say what is in it.
  func told(_ query: Query) -> Query {
    guard case .phrase(let phrase) = query.expression, case .answer(let entry) = phrase.head,
      phrase == Phrase(phrase.head, at: phrase.location),
      let number = entry ?? bench.answers.keys.max(), var told = bench.answers[number]
    else { return query }
    if query.presentation != Presentation() { told.presentation = query.presentation }
    return told == query ? query : self.told(told)
  }

  /// A format for programs that is named wins over the ending, a drawing goes by the ending.
  private func writer(ending: String?, form: String?) -> (any Writer.Type)? {
    let formats = [
      "csv": "csv", "json": "json", "md": "markdown", "svg": "svg", "tex": "latex", "txt": "text",
    ]
    let byEnding = ending.flatMap { formats[$0] }
    let byForm = form.flatMap { Reports.writer(named: $0) }
    if let byForm, !byForm.isStyled, byEnding != "svg" { return byForm }
    if let byEnding, byEnding != "text" || byForm == nil {
      return Reports.writer(named: byEnding)
    }
    return byForm
  }

  /// An answer as a session of one entry.
  private func session(of answer: Answer, input: String) -> ExportedSession {
    let runner = SessionRunner(facts: bench.facts)
    var session = ExportedSession(
      title: answer.reading.isEmpty ? input : answer.reading,
      provenance: runner.provenance(of: self)
    )
    var cell = ExportedSession.Cell(number: 1, input: input)
    cell.answer = answer
    cell.lines = outputLines(answer, input: input)
    session.parts = [.cell(cell)]
    return session
  }
}
