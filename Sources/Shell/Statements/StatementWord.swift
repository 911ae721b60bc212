import Guidance
import Language

/// One statement of the language.
///
/// To add one, write a file with a conforming type and name the type in ``statements``.
package protocol StatementWord: Sendable {
  static var entry: Entry { get }
  static var shape: CommandShape { get }

  /// False for statements of the shell that a saved session does not repeat.
  static var isRecorded: Bool { get }

  static func run(_ command: Command, in workspace: inout Workspace) throws(Diagnostic) -> Reply

  /// What may stand behind words of the statement that are typed already, for completion.
  static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate]

  /// True for a file that belongs behind the statement, by its name; folders always do.
  static func takes(file: String) -> Bool
}

extension StatementWord {
  package static var isRecorded: Bool { true }

  package static func candidates(
    behind words: [String],
    in workspace: Workspace
  ) -> [Completion.Candidate] { [] }

  package static func takes(file: String) -> Bool { true }
}

/// Every statement, in the order in which help lists them.
package let statements: [any StatementWord.Type] = [
  Let.self, Def.self, Unset.self, When.self, Expect.self,
  Explain.self, Why.self, CheckStatement.self, Revisions.self, Streak.self,
  Regress.self, Granger.self, UnitRootStatement.self, Breaks.self, Gravity.self,
  Split.self, ShiftShareStatement.self, Complexity.self, Turns.self,
  Project.self, Pace.self,
  Describe.self, Cite.self, Say.self, Plot.self, Export.self,
  NoteStatement.self, Section.self,
  Save.self, Load.self, ReplayStatement.self, Undo.self, Reset.self,
  Rerun.self, Drop.self,
  ImportStatement.self, Open.self, Use.self, Refresh.self,
  SourceStatement.self, ListStatement.self, Find.self, SetStatement.self, HistoryStatement.self,
  Edit.self, Recover.self, Clear.self,
  LessonStatement.self,
  Help.self, Quit.self,
]

/// The statements that are words in a lesson alone.
package let lessonStatements: [any StatementWord.Type] = [
  Next.self, Back.self, AnswerStatement.self, Hint.self, Skip.self, ProgressStatement.self,
]
