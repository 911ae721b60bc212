import Language

/// One thing of a session that was typed at the prompt.
package enum TranscriptItem: Equatable, Sendable {
  /// An input with the lines that it printed, and the code of its error if it failed.
  case entry(input: String, output: [String], errorCode: String? = nil)
  /// A paragraph of prose.
  case note(String)
  /// The title of a section.
  case section(String)
}

/// Writes what was typed at the prompt as a session file.
package struct TranscriptWriter: Sendable {
  package var frontMatter: FrontMatter

  package init(frontMatter: FrontMatter) { self.frontMatter = frontMatter }

  /// The text of the file; entries that follow each other stand in one block, failing ones alone.
  package func text(of items: [TranscriptItem]) -> String {
    var text = frontMatter.text
    if let title = frontMatter.title { text += "\n# \(prose(title))\n" }
    var openBlock = false
    func close() { if openBlock { text += "```\n" } }
    for item in items {
      if case .entry(let input, let output, nil) = item {
        if !openBlock { text += "\n```trade\n" }
        openBlock = true
        text += entry(input, output)
        continue
      }
      close()
      openBlock = false
      switch item {
      case .entry(let input, let output, let code):
        text += "\n```trade {error=\(code ?? "")}\n" + entry(input, output) + "```\n"
      case .note(let note): text += "\n\(prose(note))\n"
      case .section(let title): text += "\n## \(prose(title))\n"
      }
    }
    close()
    return text
  }

  private func entry(_ input: String, _ output: [String]) -> String {
    var text = ""
    for (i, line) in input.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      text += i == 0 ? ">" : "."
      if !line.isEmpty { text += " " + String(line.map { $0 == "\t" ? " " : $0 }).visible }
      text += "\n"
    }
    return text + recordable(output).map { $0 + "\n" }.joined()
  }

  /// Prose that opens no block of its own and holds no control characters.
  private func prose(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let content = line.trimmed
      let opensBlock = content.hasPrefix("```") || content.hasPrefix("~~~")
      return (opensBlock ? "\\" : "") + String(line).visible
    }
    return lines.joined(separator: "\n")
  }
}
