import Engine
import Guidance
import Language
import Reports

extension Workspace {
  /// Writes a drawing to a file: as SVG, HTML or PNG by the file's ending, else as its figures.
  func writePlot(_ answer: Answer, _ query: Query, into file: Name) throws(Diagnostic) -> Reply {
    try files.checkWritable(file.text)
    let ending = file.text.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let form = answer.form.flatMap { ChartForm(rawValue: $0) }
    switch ending {
    case "svg":
      guard let svg = svgChart(answer, as: form) else {
        return try write(answer, query, into: file)
      }
      try files.write(svg, to: file.text)
    case "html", "htm":
      guard let page = htmlPage(answer, as: form) else {
        return try write(answer, query, into: file)
      }
      try files.write(page, to: file.text)
    case "png":
      guard let svg = svgChart(answer, as: form, isFixed: true) else {
        return try write(answer, query, into: file)
      }
      try files.write(try png(of: svg, for: file), to: file.text)
    case "txt", "ipynb": return try write(answer, query, into: file)
    case _ where Reports.writer(named: ending) == nil:
      throw Diagnostic(
        "unknown-ending",
        "I cannot tell from '\(file.text)' in which format to draw",
        at: file.span,
        notes: ["known endings: svg, html, png, txt; for the figures csv, json, md"]
      )
    default:
      // Figures for programs, whatever they look like.
      var answer = answer
      if form != nil || answer.form == "chart" { answer.form = nil }
      return try write(answer, query, into: file)
    }
    var reply = Reply(lines: ["\(query.expression) drawn in \(file.text)"])
    // A replay may write no file, so a saved session does not repeat it.
    reply.isRecorded = false
    return reply
  }

  private func png(of svg: String, for file: Name) throws(Diagnostic) -> [UInt8] {
    do throws(Diagnostic) {
      return try Shell.png(of: svg)
    } catch {
      let other = file.text.dropLast(3) + "svg"
      throw error.with(fix: Fix("SVG needs no program: `into \"\(other)\"`"))
    }
  }
}
