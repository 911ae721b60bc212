/// What the program said about a text, kept until the text is another.
final class Analysis {
  fileprivate var text: String?
  fileprivate var runs: [StyledRun] = []
  fileprivate var right: StyledText?
  fileprivate var ghost = ""

  /// Makes the program be asked again: between two entries anything may have changed.
  func forget() {
    text = nil
  }
}

extension InteractiveEditor {
  /// The entry as it is now, with what shows around it.
  func picture() -> Picture {
    if let search = panel as? HistorySearch { return picture(of: search) }
    return adding(panel, to: entry)
  }

  private var entry: Picture {
    let scalars = engine.text
    let text = String(scalars)
    analyse(text)
    var scene = Scene(prompt: prompt, text: text, cursor: offset(engine.cursor, in: scalars))
    scene.runs = analysis.runs
    for bracket in matchingBrackets(in: text, cursor: scene.cursor ?? 0, runs: scene.runs) {
      let style = scene.runs.last { $0.range.contains(bracket) }?.style ?? .plain
      let matched = style.adding(options.palette.bracket)
      scene.runs.append(StyledRun(bracket..<(bracket + 1), matched))
    }
    scene.ghost = StyledText(ghost, options.palette.ghost)
    scene.right = analysis.right
    return scene.picture(size: canvas.size, depth: options.colours)
  }

  /// An entry that is over: nothing stays but the text.
  func picture(of text: String, ending: StyledText) -> Picture {
    var scene = Scene(prompt: prompt, text: text)
    scene.runs = options.highlighting ? hooks.highlight(text) : []
    scene.ending = ending
    return scene.picture(size: canvas.size, depth: options.colours)
  }

  private func picture(of search: HistorySearch) -> Picture {
    let text = search.current ?? String(engine.text)
    var scene = Scene(prompt: prompt, text: text)
    scene.cursor = search.hit?.lowerBound ?? text.utf8.count
    scene.runs = options.highlighting ? hooks.highlight(text) : []
    if let hit = search.hit { scene.runs.append(StyledRun(hit, options.palette.hit)) }
    return adding(search, to: scene.picture(size: canvas.size, depth: options.colours))
  }

  private func adding(_ panel: (any Panel)?, to picture: Picture) -> Picture {
    guard let panel else { return picture }
    var picture = picture
    let (columns, room) = (canvas.size.columns, panelRoom(below: picture))
    picture.rows += panel.lines(columns: columns, room: room, palette: options.palette).map {
      Row($0, columns: columns, depth: options.colours)
    }
    return picture
  }

  /// How many rows a panel may have now.
  var panelRoom: Int { panelRoom(below: entry) }

  /// How many rows a panel may have: what the entry leaves, at most ten, at least two.
  private func panelRoom(below picture: Picture) -> Int {
    max(min(2, canvas.size.rows - 1), min(10, canvas.size.rows - picture.rows.count))
  }

  private func analyse(_ text: String) {
    guard text != analysis.text else { return }
    analysis.text = text
    analysis.runs = options.highlighting ? hooks.highlight(text) : []
    analysis.right = hooks.rightPrompt(text)
    guard options.ghost, !text.isEmpty else {
      analysis.ghost = ""
      return
    }
    analysis.ghost =
      history.continuation(of: text, where: hooks.isAcceptable) ?? hooks.ghost(text) ?? ""
  }

  /// What could follow, while the cursor is at the end and nothing else shows.
  var ghost: String {
    let scalars = engine.text
    guard engine.cursor == scalars.count, panel == nil else { return "" }
    analyse(String(scalars))
    return analysis.ghost
  }

  // MARK: Offsets

  /// The UTF-8 offset of a scalar.
  func offset(_ index: Int, in scalars: [Unicode.Scalar]) -> Int {
    scalars[..<index].reduce(0) { $0 + UTF8.width($1) }
  }

  /// The scalar at a UTF-8 offset.
  func index(_ offset: Int, in scalars: [Unicode.Scalar]) -> Int {
    var bytes = 0
    return scalars.firstIndex { scalar in
      defer { bytes += UTF8.width(scalar) }
      return bytes >= offset
    } ?? scalars.count
  }
}
