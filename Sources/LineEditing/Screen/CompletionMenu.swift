/// Candidates in columns below the entry, with what they mean.
struct CompletionMenu: Panel {
  let candidates: [Candidate]

  /// What stood in the entry before a candidate did.
  let typed: String
  var selected: Int?

  private let nameWidth: Int
  private let descriptionWidth: Int

  init(_ candidates: [Candidate], typed: String) {
    self.candidates = candidates
    self.typed = typed
    nameWidth = candidates.map { LineEditing.displayWidth(of: $0.text) }.max() ?? 0
    descriptionWidth = candidates.map { LineEditing.displayWidth(of: $0.description) }.max() ?? 0
  }

  private var cellWidth: Int { nameWidth + (descriptionWidth > 0 ? descriptionWidth + 2 : 0) }

  private func shape(columns: Int) -> (columns: Int, rows: Int) {
    let fitting = max(1, (columns + 2) / (cellWidth + 3))
    let rows = (candidates.count + fitting - 1) / fitting
    return ((candidates.count + rows - 1) / max(1, rows), rows)
  }

  func lines(columns: Int, room: Int, palette: Palette) -> [StyledText] {
    let shape = shape(columns: columns)
    let isCut = shape.rows > room
    let visible = isCut ? max(1, room - 1) : shape.rows
    let chosen = (selected ?? 0) % max(1, shape.rows)
    let first = max(0, min(chosen - visible / 2, shape.rows - visible))
    let width = min(cellWidth, columns - 1)
    var lines = (first..<(first + visible)).map { row in
      var line = StyledText()
      for index in stride(from: row, to: candidates.count, by: shape.rows) {
        if !line.isEmpty { line.append("   ") }
        line = line + cell(index, width: width, palette)
      }
      return line
    }
    if isCut, room > 1 {
      let status = "rows \(first + 1)–\(first + visible) of \(shape.rows)"
      lines.append(StyledText(status, palette.status))
    }
    return lines
  }

  private func cell(_ index: Int, width: Int, _ palette: Palette) -> StyledText {
    let candidate = candidates[index]
    let isSelected = index == selected
    let base = isSelected ? palette.selection : .plain
    let matching = candidate.text.hasPrefix(typed) ? typed.count : 0
    var name = StyledText()
    name.append(
      String(candidate.text.prefix(matching)),
      isSelected ? base : palette.typed
    )
    name.append(String(candidate.text.dropFirst(matching)), base)
    guard descriptionWidth > 0 else { return name.fitted(to: width, filling: base) }
    var cell = name.fitted(to: nameWidth + 2, filling: base)
    cell.append(candidate.description, isSelected ? base : palette.description)
    return cell.fitted(to: width, filling: base)
  }

  // MARK: Going through the candidates

  mutating func selectNext(_ step: Int) {
    let count = candidates.count
    guard let selected else {
      self.selected = step > 0 ? 0 : count - 1
      return
    }
    self.selected = (selected + step + count) % count
  }

  /// Goes to the same row of the column beside.
  mutating func selectBeside(_ step: Int, columns: Int) {
    guard let selected else { return }
    let shape = shape(columns: columns)
    var next = selected
    repeat {
      next += step * shape.rows
      if next < 0 { next += shape.rows * shape.columns }
      if next >= shape.rows * shape.columns { next %= shape.rows }
    } while next >= candidates.count
    self.selected = next
  }
}
