import Engine
import LineEditing
import Shell

extension Assistant {
  /// What the editor asks while an entry is typed.
  var hooks: Hooks {
    var hooks = Hooks()
    hooks.highlight = { text in
      self.roles(of: text).map { run in
        let isQuoted = run.role == .string || run.role == .comment
        return StyledRun(run.range, run.role.style, isQuoted: isQuoted)
      }
    }
    hooks.complete = { text, cursor in
      let found = self.completions(in: text, at: cursor)
      return Completions(
        replacing: found.range,
        found.candidates.map {
          Candidate($0.text, description: $0.description, ending: $0.text.hasSuffix("(") ? "" : " ")
        }
      )
    }
    hooks.ghost = { self.continuation(of: $0) }
    hooks.rightPrompt = { text in self.typeOfLine(text).map { StyledText($0, .dim) } }
    hooks.isComplete = { isComplete($0) }
    hooks.isPrivate = { RemoteTable.holdsPassword($0) }
    hooks.help = { text, cursor in
      self.slotHelp(text, at: cursor)?.map { StyledText($0, $0.hasPrefix(" ") ? .plain : .bold) }
    }
    return hooks
  }
}

extension Role {
  /// The look of the role in the colours that every terminal has.
  ///
  /// Only those that can be read on dark and on light backgrounds; what is wrong is underlined too,
  /// for eyes and terminals without colour.
  var style: Style {
    switch self {
    case .measure: "1"
    case .place, .product, .string: "32"
    case .transform, .function: "35"
    case .period, .number, .variable: "36"
    case .dimension: "34"
    case .statement: "1;35"
    case .comment: "2"
    case .keyword, .symbol: .plain
    case .unknown: "31"
    case .error: "4;31"
    }
  }
}
