/// Writes the characters alone: for pipes, files and saved sessions.
package struct PlainPainter: Painter {
  package init() {}

  package func paint(_ line: StyledText.Line) -> String { line.plain }
}
