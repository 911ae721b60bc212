import ArgumentParser
import Catalogue
import Engine
import Guidance
import LineEditing
import Periods
import Reports
import Shell
import Synchronization

/// Replays session files.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Run session files again and say what still holds.",
    discussion: """
      A folder stands for all '*.trade.md' below it. Nothing is written without --update, and that \
      writes nothing but outputs.
      Exit status: 0 nothing failed, 1 something did, 2 a file could not be used.
      """
  )

  @Argument(help: "Session files, or folders of them.")
  var paths: [String]

  @Flag(help: "What to do: compare and report (the default) …")
  var action = Action.verify

  @Option(help: "Only the block with this id.")
  var only: String?

  @Flag(help: "Let sessions read and write files as you may.")
  var allowWrites = false

  @OptionGroup var common: CommonOptions

  enum Action: String, EnumerableFlag {
    case verify, update, step, blank

    static func help(for value: Action) -> ArgumentHelp? {
      switch value {
      case .verify: "Compare and report (the default)."
      case .update: "Rewrite the outputs in the files; inputs and prose stay as they are."
      case .step: "Show one entry after the other, Enter for the next."
      case .blank: "Write the files without outputs to standard output: the student's copy."
      }
    }
  }

  func run() throws {
    let output = common.output()
    let files: [String]
    do throws(Diagnostic) {
      files = try sessionFiles(at: paths)
    } catch {
      output.show(error, input: "", width: common.width ?? 80)
      throw ExitCode(2)
    }
    switch action {
    case .verify, .update: throw ExitCode(try replay(files, output))
    case .blank:
      throw ExitCode(
        each(files, output) { document in
          let text = document.blank.text
          // A file keeps its bytes; a terminal must not obey them.
          write(Terminal.isTerminal(1) ? visible(text) : text, to: 1)
        }
      )
    case .step:
      let facts = try common.facts()
      throw ExitCode(
        each(files, output) { document in
          var walk = SessionWalk(document, runner(on: facts), output)
          walk.run()
        }
      )
    }
  }

  private func runner(on facts: any FactSource) -> SessionRunner {
    var runner = SessionRunner(facts: facts)
    runner.seasonalProgram = seasonalProgram
    runner.onlyBlock = only
    runner.vintage = common.asOf.flatMap { Day($0) }.map(Vintage.asOf)
    return runner
  }

  // MARK: Verifying and updating

  /// What became of one file.
  private struct Result: Sendable {
    var tally = ReplayTally()
    var text = Reports.StyledText()
    var problem: Diagnostic?
    var status: Int32
  }

  private func replay(_ files: [String], _ output: Output) throws -> Int32 {
    let facts = try common.facts()
    var runner = runner(on: facts)
    runner.fingerprint = facts.fingerprint
    let isUpdate = action == .update
    let allowsWrites = allowWrites
    let only = only
    Signals.watchInterrupts(once: true)
    let progress = ProgressDisplay()
    // Of one file its entries are counted, of several the files.
    let watch = files.count == 1 ? progress.watch : progress.watch.silent
    let filesDone = Mutex(0)
    let results = progress.during("replay") {
      files.parallelMap { [runner] file in
        var runner = runner
        runner.files = FolderFiles(folder(of: file), allowsAll: allowsWrites)
        let result = watch.over {
          ReplayCommand.result(of: file, runner, isUpdate: isUpdate, isOneOfMany: files.count > 1)
        }
        let count = filesDone.withLock { count in
          count += 1
          return count
        }
        if files.count > 1 {
          progress.watch.report(Advance("replay", count, of: files.count, "files"))
        }
        return result
      }
    }
    if Signals.isInterrupted {
      let problem = Diagnostic("interrupted", "the replay was stopped before its end")
      output.show(problem, input: "", width: common.width ?? 80)
      return 130
    }
    var total = ReplayTally()
    for result in results {
      total.add(result.tally)
      write(output.painted(result.text), to: 1)
      if let problem = result.problem {
        output.show(problem, input: "", width: common.width ?? 80)
      }
    }
    var status = results.map(\.status).max() ?? 0
    if files.count > 1 {
      if let only, results.allSatisfy(\.text.lines.isEmpty) {
        let problem = Diagnostic("no-such-block", "no block has the id '\(only)'")
        output.show(problem, input: "", width: common.width ?? 80)
        status = 2
      }
      let unusable = results.count { $0.problem != nil }
      let remark = unusable > 0 ? " · \(unusable) could not be used" : ""
      var line = Reports.StyledText.Line("\(files.count) files: ", as: .label)
      line.append(total.summary + remark, as: status == 0 ? .positive : .error)
      write(output.painted(Reports.StyledText([line])), to: 1)
    }
    return status
  }

  private static func result(
    of file: String,
    _ runner: SessionRunner,
    isUpdate: Bool,
    isOneOfMany: Bool
  ) -> Result {
    do throws(Diagnostic) {
      return try replay(file, runner, isUpdate: isUpdate)
    } catch {
      // Among many files the one that has the block is meant.
      let isOther = error.code == "no-such-block" && isOneOfMany
      return Result(problem: isOther ? nil : error, status: isOther ? 0 : 2)
    }
  }

  private static func replay(
    _ file: String,
    _ runner: SessionRunner,
    isUpdate: Bool
  ) throws(Diagnostic) -> Result {
    let text: String
    do throws(Diagnostic) {
      text = try DiskFiles().read(file)
      let report = try runner.replay(text)
      guard isUpdate else {
        return Result(
          tally: report.tally,
          text: report.text(named: file),
          status: report.exitStatus
        )
      }
      let updated = runner.updatedText(report)
      // A file that somebody edits meanwhile is theirs.
      if updated != text { try DiskFiles().write(updated, to: file, over: .only(FileStamp(text))) }
      return Result(
        tally: report.tally,
        text: report.text(named: file),
        status: report.exitStatusWhenUpdated
      )
    } catch {
      throw error.naming(file)
    }
  }

  // MARK: One file after the other

  private func each(
    _ files: [String],
    _ output: Output,
    _ action: (SessionDocument) -> Void
  ) -> Int32 {
    var status: Int32 = 0
    for file in files {
      do throws(Diagnostic) {
        action(try SessionDocument(reading: try DiskFiles().read(file)))
      } catch {
        output.show(error.naming(file), input: "", width: common.width ?? 80)
        status = 2
      }
    }
    return status
  }
}

private func visible(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return lines.map { Reports.StyledText.Line(String($0)).plain }.joined(separator: "\n")
}
