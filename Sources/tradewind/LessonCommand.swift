import ArgumentParser
import Engine
import Guidance
import LineEditing
import Shell

/// Takes a lesson, or prepares and evaluates one.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Take a lesson; write, check and evaluate lessons.",
    discussion: """
      `tradewind lesson FILE` goes on where the learner stopped. What learners do is kept on this \
      machine alone.
      """,
    subcommands: [
      LessonOpen.self, LessonNew.self, LessonCheckCommand.self, LessonReport.self,
      LessonCollect.self,
    ],
    defaultSubcommand: LessonOpen.self
  )
}

/// Takes a lesson at the prompt or, from a pipe, with its lines as what a learner types.
struct LessonOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Take a lesson (the default)."
  )

  @Argument(help: "The lesson, a file '*.trade.md'.")
  var file: String

  @Option(help: "The learner's name, for the place, the report and values of one's own.")
  var student: String?

  @Option(help: "At the end, write the report into this file: .json, .md or .csv.")
  var report: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var session = Session(workspace: try common.workspace(), output: common.output())
    let isAttended = Terminal.isTerminal(0) && Terminal.isTerminal(1)
    if common.width == nil, isAttended {
      session.workspace.settings.width = max(20, min(400, Terminal.size(of: 1).columns))
    }
    do throws(Diagnostic) {
      let reply = try session.workspace.openLesson(file, student: student)
      session.output.show(reply, input: "", width: session.workspace.settings.width)
    } catch {
      session.output.show(error, input: "", width: session.workspace.settings.width)
      throw ExitCode(2)
    }
    if isAttended { session.prompt(common) } else { session.readPipe() }
    if let report {
      do throws(Diagnostic) {
        try session.workspace.writeReport(to: report)
      } catch {
        session.output.show(error, input: "", width: session.workspace.settings.width)
        throw ExitCode(2)
      }
    }
    // A learner who explores makes mistakes; a script that does has failed.
    throw ExitCode(session.hasFailed && !isAttended ? 1 : 0)
  }
}

extension LessonSeat {
  /// The seat of whoever runs the program.
  static var ofUser: LessonSeat {
    var seat = LessonSeat()
    let state = folder("XDG_STATE_HOME", default: ".local/state")
    seat.store = state.map { FolderLessonStore($0 + "/lessons") }
    seat.clock = { secondsOfClock() }
    seat.isAttended = Terminal.isTerminal(0) && Terminal.isTerminal(1)
    return seat
  }
}
