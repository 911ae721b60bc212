import Engine
import Guidance

/// A way to write answers down: for people, for programs, for documents.
package protocol Writer: Sendable {
  /// The name by which `--format` and `as` choose the writer.
  static var entry: Entry { get }

  /// What ends a line in a file of this kind.
  static var lineEnding: String { get }

  /// True where a terminal may show bold and colour: for people, not for programs.
  static var isStyled: Bool { get }

  static func text(of answer: Answer, on page: Page) -> StyledText

  static func text(of diagnostic: Diagnostic, on page: Page) -> StyledText
}

extension Writer {
  package static var lineEnding: String { "\n" }

  package static var isStyled: Bool { false }

  package static func text(of diagnostic: Diagnostic, on page: Page) -> StyledText {
    diagnosticText(diagnostic, in: page.input, width: page.width)
  }
}

/// Where an answer is written: how wide it is, and what was asked.
package struct Page: Sendable {
  /// The entry as the user typed it.
  package var input: String

  /// The columns of the screen; nothing is laid out for fewer than 40.
  package var width: Int

  /// How fine the dots of drawings are; fonts without braille need blocks.
  package var raster = DotCanvas.Raster.braille

  package init(input: String, width: Int = 80) {
    self.input = input
    self.width = max(40, width)
  }
}

package let writers: [any Writer.Type] = [
  TextWriter.self, TableWriter.self, SparklineWriter.self, JSONWriter.self, CSVWriter.self,
  MarkdownWriter.self, LaTeXWriter.self, LineWriter.self, BarsWriter.self, AreaWriter.self,
  StackedWriter.self, HeatMapWriter.self, MultiplesWriter.self, SlopeWriter.self,
  ScatterWriter.self, SVGWriter.self, SuitableChartWriter.self,
]

/// The writer with a name or an alias, such as `json`.
package func writer(named name: String) -> (any Writer.Type)? {
  writers.first { $0.entry.name == name || $0.entry.aliases.contains(name) }
}
