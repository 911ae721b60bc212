import Catalogue
import Engine
import Guidance
import Periods

/// Writes one object per statement on one line, in a shape that programs can rely on.
///
/// Members may be added to the objects, never renamed or removed. Numbers have full precision;
/// money is always in billions.
package enum JSONWriter: Writer {
  package static let entry = Entry(
    "json",
    category: .form,
    summary: "Writes the answer as one JSON object on one line.",
    searchTerms: ["machine", "pipe"],
    examples: ["exports 2025-11 as json"]
  )

  package static func text(of answer: Answer, on page: Page) -> StyledText {
    oneLine(object(of: answer, input: page.input))
  }

  package static func text(of diagnostic: Diagnostic, on page: Page) -> StyledText {
    oneLine(object(of: diagnostic, input: page.input))
  }

  private static func oneLine(_ value: JSONValue) -> StyledText {
    StyledText([StyledText.Line(value.text)])
  }

  static func object(of answer: Answer, input: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("input", .string(input)),
      .init("reading", .string(answer.reading)),
      .init("description", .array(answer.description.map { .string($0) })),
    ]
    members += self.members(of: answer.content)
    if !answer.statistics.isEmpty {
      let values = answer.statistics.map {
        JSONValue.Member($0.name, Unit.ratio.machineText($0.value).map(JSONValue.number) ?? .null)
      }
      members.append(.init("statistics", .object(values)))
    }
    members += [
      .init("context", .array(answer.context.map { .string($0) })),
      .init("notes", .array(answer.notes.map(object))),
      .init("issuers", .array(answer.issuers.map { .string($0) })),
      .init("sources", .array(answer.sources.map { .string($0.line) })),
    ]
    return .object(members)
  }

  static func object(of diagnostic: Diagnostic, input: String) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("code", .string(diagnostic.code.rawValue)),
      .init("message", .string(diagnostic.message)),
    ]
    if let span = diagnostic.span {
      members.append(.init("span", .array([.number("\(span.start)"), .number("\(span.end)")])))
    }
    if !diagnostic.notes.isEmpty {
      members.append(.init("notes", .array(diagnostic.notes.map { .string($0) })))
    }
    if let fix = diagnostic.fix {
      members.append(.init("fix", .string(fix.text)))
      if let edit = fix.edit { members.append(.init("suggestion", .string(edit.replacement))) }
    }
    return .object([
      .init("input", .string(input)),
      .init("kind", "error"),
      .init("error", .object(members)),
    ])
  }

  private static func object(of note: Note) -> JSONValue {
    .object([.init("code", .string(note.code)), .init("text", .string(note.text))])
  }

  private static func members(of content: Answer.Content) -> [JSONValue.Member] {
    switch content {
    case .scalar(let scalar): members(of: scalar)
    case .series(let points): members(of: points)
    case .table(let table): members(of: table)
    case .periods(let spells): members(of: spells)
    case .check(let check): members(of: check)
    case .text(let lines):
      [.init("kind", "text"), .init("lines", .array(lines.map { .string($0) }))]
    }
  }
}

extension Source {
  /// The source as one string: who published it, and where.
  var line: String { address.isEmpty ? publisher : "\(publisher) \(address)" }
}
