import Engine
import LineEditing
import Shell

extension Assistant {
  /// What the editor asks while an entry is typed; `scheme` gives the looks of the moment.
  func hooks(scheme: @escaping () -> Scheme) -> Hooks {
    var hooks = Hooks()
    hooks.highlight = { text in
      let scheme = scheme()
      return self.roles(of: text).map { run in
        let isQuoted = run.role == .string || run.role == .comment
        return StyledRun(run.range, scheme.style(of: run.role), isQuoted: isQuoted)
      }
    }
    hooks.complete = { text, cursor in
      let found = self.completions(in: text, at: cursor)
      return Completions(
        replacing: found.range,
        found.candidates.map {
          Candidate($0.text, description: $0.description, ending: $0.ending)
        }
      )
    }
    hooks.ghost = { self.continuation(of: $0) }
    hooks.isAcceptable = { self.isAcceptable($0) }
    hooks.rightPrompt = { text in
      guard self.workspace.settings.isOn(.type) else { return nil }
      return self.typeOfLine(text).map { StyledText($0, scheme().faint) }
    }
    hooks.isComplete = { isComplete($0) }
    hooks.isPrivate = { RemoteTable.holdsPassword($0) }
    hooks.help = { text, cursor in
      self.slotHelp(text, at: cursor)?.map { StyledText($0, $0.hasPrefix(" ") ? .plain : .bold) }
    }
    return hooks
  }
}
