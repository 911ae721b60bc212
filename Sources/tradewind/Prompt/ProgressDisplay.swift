import Dispatch
import Guidance
import LineEditing
import Synchronization

/// A line on standard error that says how far a long task is, and goes away with it.
///
/// It shows on a terminal only, and only for what takes longer than half a second. A clock paints it,
/// so that it shows too while a task has nothing to tell.
final class ProgressDisplay: Sendable {
  private struct State {
    var title = ""
    var start = 0.0
    var advance: Advance?
    /// When the part that is told of began: rates are its own.
    var advanceStart = 0.0
    var isShown = false
  }

  private let state = Mutex(State())
  private let isOnTerminal = Terminal.isTerminal(2) && variable("TERM") != "dumb"

  /// Where progress is told; ^C stops what it is told of.
  var watch: Watch {
    Watch(isCancelled: { Signals.isInterrupted }) { self.report($0) }
  }

  /// Runs a task, and shows the line while it is at work; `title` names it while it tells nothing.
  func during<Result>(_ title: String, isWanted: Bool = true, _ task: () -> Result) -> Result {
    guard isOnTerminal, isWanted else { return task() }
    let clock = DispatchSource.makeTimerSource(queue: .global())
    state.withLock { $0 = State(title: title, start: secondsSinceStart()) }
    clock.setEventHandler { self.paint() }
    clock.schedule(deadline: .now() + .milliseconds(500), repeating: .milliseconds(100))
    clock.resume()
    defer {
      clock.cancel()
      state.withLock { state in
        if state.isShown { write("\r\u{1B}[K", to: 2) }
        state = State()
      }
    }
    return task()
  }

  private func report(_ advance: Advance) {
    state.withLock { state in
      guard state.start > 0 else { return }
      let isNew = state.advance.map { ($0.title, $0.total) != (advance.title, advance.total) }
      if isNew != false || advance.done < (state.advance?.done ?? 0) {
        state.advanceStart = secondsSinceStart()
      }
      state.advance = advance
    }
  }

  private func paint() {
    state.withLock { state in
      guard state.start > 0 else { return }
      state.isShown = true
      let text = ProgressDisplay.text(of: state, now: secondsSinceStart())
      let columns = max(2, Terminal.size(of: 2).columns)
      write("\r" + cut(text, to: columns - 1) + "\u{1B}[K", to: 2)
    }
  }

  private static func text(of state: State, now: Double) -> String {
    guard let advance = state.advance, advance.done > 0 else {
      let title = state.advance?.title ?? state.title
      return "\(title) · \(Int(now - state.start)) s · ^C stops it"
    }
    let line = ProgressLine(advance.title, total: advance.total, unit: advance.unit)
    return line.line(done: advance.done, seconds: now - state.advanceStart)
  }

  private func cut(_ text: String, to columns: Int) -> String {
    var left = columns
    return String(
      text.prefix { character in
        left -= displayWidth(of: String(character))
        return left >= 0
      }
    )
  }
}
