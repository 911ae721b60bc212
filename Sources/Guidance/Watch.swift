/// Whoever waits for a long task: may stop it, and is told how far it is.
///
/// The one of the moment is known by scope, as ``current``, and not by parameter: every source of
/// facts and every loop over many rows asks it, however deep below the statement.
package struct Watch: Sendable {
  /// Asked again and again; with true, the task ends as soon as it can.
  package var isCancelled: @Sendable () -> Bool

  /// Told now and then how far the task is.
  package var report: @Sendable (Advance) -> Void

  package init(
    isCancelled: @escaping @Sendable () -> Bool = { false },
    report: @escaping @Sendable (Advance) -> Void = { _ in }
  ) {
    self.isCancelled = isCancelled
    self.report = report
  }

  /// Whoever waits for what runs now on this thread.
  @TaskLocal package static var current = Watch()

  /// Runs a task for which this one waits.
  package func over<Result, Failure: Error>(
    _ task: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result = Watch.$current.withValue(self) { () -> Swift.Result<Result, Failure> in
      do throws(Failure) {
        return .success(try task())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The same for a part of a task, which is not told of itself.
  package var silent: Watch { Watch(isCancelled: isCancelled) }

  /// Ends the task by a diagnostic where whoever waits wants it to end.
  package func check() throws(Diagnostic) {
    guard isCancelled() else { return }
    throw Diagnostic("interrupted", "the evaluation was stopped before its end")
  }
}

/// How far a task is.
package struct Advance: Sendable, Equatable {
  /// What is done, such as `scan`.
  package var title: String
  package var done: Int
  /// Nil where nobody knows how much there is.
  package var total: Int?
  /// A plural, such as `rows`.
  package var unit: String

  package init(_ title: String, _ done: Int, of total: Int?, _ unit: String) {
    (self.title, self.done, self.total, self.unit) = (title, done, total, unit)
  }
}
