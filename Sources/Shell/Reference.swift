import Engine
import Guidance

/// The reference of the language as Markdown: every word of the lexicon by its table.
///
/// `Docs/Reference.md` is this text; a test compares them.
package func referenceText(of lexicon: Lexicon) -> String {
  var text = "# Reference\n\nEvery word of the language, from the entries that also feed `help`.\n"
  for category in Entry.Category.allCases {
    let entries = lexicon.entries.filter { $0.category == category }
    guard !entries.isEmpty else { continue }
    text += "\n## \(category.title)\n"
    for entry in entries { text += section(on: entry) }
  }
  return text
}

private func section(on entry: Entry) -> String {
  var text = "\n### \(entry.name)\n\n\(entry.summary)\n\n"
  text += "    \(entry.usage)\n"
  if !entry.formula.isEmpty { text += "\nFormula: \(entry.formula)\n" }
  if !entry.reference.isEmpty { text += "\nAfter: \(entry.reference)\n" }
  for remark in entry.remarks { text += "\n\(remark)\n" }
  if !entry.aliases.isEmpty {
    text += "\nAlso: \(entry.aliases.map { "`\($0)`" }.joined(separator: ", "))\n"
  }
  if !entry.examples.isEmpty {
    text += "\nExamples: \(entry.examples.map { "`\($0)`" }.joined(separator: " · "))\n"
  }
  return text
}

extension Entry.Category {
  fileprivate var title: String {
    switch self {
    case .measure: "Measures"
    case .transform: "Transforms"
    case .ranking: "Aggregates"
    case .function: "Functions"
    case .qualifier: "Qualifiers"
    case .dimension: "Dimensions"
    case .form: "Forms"
    case .statement: "Statements"
    }
  }
}
