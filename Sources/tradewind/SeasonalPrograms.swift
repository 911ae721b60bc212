import X13

/// X-13ARIMA-SEATS where the user has it: in the folder that X13PATH names (R says X13_PATH), else
/// along the PATH.
let seasonalProgram = X13Program(
  named: variable("X13PATH") ?? variable("X13_PATH"),
  path: variable("PATH"),
  temporaryFolder: variable("TMPDIR") ?? "/tmp"
)
