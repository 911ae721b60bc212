import Shell

/// The session of the format's description, shortened.
let sampleSession = """
  ---
  tradewind: 1
  title: How China's surplus passed one trillion
  data: { china-customs: { observations: 3120, through: 2026-07, sha256: 9f3c1d } }
  as-of: 2025-12-08
  width: 80
  ---

  # How China's surplus passed one trillion

  First the level.  Two spaces at the end of a line  
  stay.

  ```trade
  > surplus ytd 2025-11
    surplus year to date · Jan–Nov 2025 · USD bn · as of 2025-12-08
    1,075.9

  # a remark of the author
  > let x = exports
  . to US
  > x 2025-11
  ```

  ````markdown
  ```trade
  > this is only shown
  ```
  ````

  ```trade {id=cross tolerance=0.1pp as-of=2025-12-08}
  > when surplus ytd > 1 trillion
    …
    2025   first above 1,000 in Nov 2025
  ```

  ```trade {error=unit-mismatch}
  > exports - imports yoy
    error[unit-mismatch]: I cannot subtract a percentage from money.
  ```

  ```quiz {id=q1 answer="exports ytd yoy 2025-11" hints=2 skip=after-2}
  By how much did exports grow in January–November 2025 compared with a year earlier?
  - hint: add up first, then compare
  - hint: `ytd` before `yoy`
  - if "average exports yoy 2025-01..2025-11": You averaged growth rates.
  ```
  The end, without a line feed.
  """

/// What a program would print for the inputs of the sample.
func sampleRunner(_ step: Replay.Step) -> Replay.Outcome {
  switch step.input {
  case "surplus ytd 2025-11":
    Replay.Outcome(output: [
      "surplus year to date · Jan–Nov 2025 · USD bn · as of 2025-12-08", "1,075.9",
    ])
  case "x 2025-11": Replay.Outcome(output: ["x · Nov 2025 · USD bn", "33.8"])
  case "when surplus ytd > 1 trillion":
    Replay.Outcome(output: ["surplus · USD bn", "2025   first above 1,000 in Nov 2025"])
  case "exports - imports yoy":
    Replay.Outcome(output: ["error[unit-mismatch]: other words"], errorCode: "unit-mismatch")
  default: Replay.Outcome(output: [])
  }
}
