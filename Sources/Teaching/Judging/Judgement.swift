import Reports

/// What is said to an answer.
package struct Judgement: Sendable {
  package var outcome: Outcome

  /// The answer in a sentence: what is right about it, or what keeps it from being right.
  package var sentence: String

  package var diagnosis: Diagnosis?

  package enum Outcome: String, Sendable {
    case right
    /// Neither right nor wrong, and not counted: too coarse, or incomplete.
    case unfinished
    case wrong
    /// A sentence, which nobody judged.
    case shown
  }

  package init(_ outcome: Outcome, _ sentence: String, _ diagnosis: Diagnosis? = nil) {
    self.outcome = outcome
    self.sentence = sentence
    self.diagnosis = diagnosis
  }
}

/// Why an answer is wrong: the misconception that gives it, and both computations.
package struct Diagnosis: Equatable, Sendable {
  /// The name of the misconception, `foreseen` for one of the teacher's, `slots` for parts of a
  /// query that differ.
  package var name: String
  package var sentence: String
  package var yours: Side?
  package var asked: Side?

  /// One of two computations: in words or as a query, with its value where that may be shown.
  package struct Side: Equatable, Sendable {
    package var text: String
    package var value: String

    package init(_ text: String, _ value: String = "") {
      self.text = text
      self.value = value
    }
  }

  package init(_ name: String, _ sentence: String, yours: Side? = nil, asked: Side? = nil) {
    self.name = name
    self.sentence = sentence
    self.yours = yours
    self.asked = asked
  }
}

extension Judgement {
  /// The verdict as a screen shows it.
  package func text(width: Int) -> StyledText {
    var text = StyledText()
    let (mark, role): (String, StyledText.Role) =
      switch outcome {
      case .right: ("✓ ", .positive)
      case .unfinished: ("○ ", .note)
      case .wrong: ("✗ ", .error)
      case .shown: ("· ", .label)
      }
    let said = [sentence, diagnosis?.sentence].compactMap(\.self).filter { !$0.isEmpty }
    for (i, line) in wrapped(said.joined(separator: " "), to: width - 2).enumerated() {
      var styled = StyledText.Line(i == 0 ? mark : "  ", as: role)
      styled.append(line, as: outcome == .right ? .positive : .plain)
      text.append(styled)
    }
    if let diagnosis { text.append(diagnosis.sides(width: width)) }
    return text
  }
}

extension Diagnosis {
  /// Both computations below each other, their values in a column.
  private func bothSides(_ sides: [(label: String, side: Side)], width: Int) -> StyledText {
    let valueWidth = sides.map { displayWidth($0.side.value) }.max() ?? 0
    let room = max(20, width - 10 - valueWidth - 2)
    let used = min(room, sides.map { displayWidth($0.side.text) }.max() ?? 0)
    var text = StyledText()
    for (label, side) in sides {
      for (i, part) in wrapped(side.text, to: room).enumerated() {
        var line = StyledText.Line(i == 0 ? "  \(label)  " : "         ", as: .label)
        line.append(part, as: .plain)
        if i == 0, !side.value.isEmpty {
          line.pad(to: 9 + used + 2 + valueWidth - displayWidth(side.value))
          line.append(side.value, as: .number)
        }
        text.append(line)
      }
    }
    return text
  }

  fileprivate func sides(width: Int) -> StyledText {
    let sides = [yours.map { ("yours", $0) }, asked.map { ("asked", $0) }].compactMap(\.self)
    return bothSides(sides, width: width)
  }
}
